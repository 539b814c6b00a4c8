import { useMutation } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useEffect, useRef } from 'react';
import type { InputOf } from '../../workflow/contract/contract.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { DocumentPages } from './pages/document-pages.tsx';
import { onPaper } from './pages/on-paper.ts';

/** A document as pages, as it would be printed now; from here it goes to paper or into a PDF. Ctrl+P prints. */
export function DocumentPreview({ request }: { readonly request: InputOf<'previewDocument'> }) {
  const preview = useAnswer('previewDocument', request);
  const host = useRef<HTMLDivElement>(null);
  const print = useMutation({
    mutationFn: async () => {
      const pages = host.current?.shadowRoot;
      return pages ? onPaper(pages, () => askDesktop('print', { copies: preview.data?.copies ?? 1 })) : null;
    },
  });
  const savePages = useMutation({
    mutationFn: async (fileName: string) => {
      const { path: target } = await askDesktop('chooseTarget', { title: '保存为 PDF', fileName, type: 'pdf' });
      const pages = host.current?.shadowRoot;
      return target === null || !pages ? null : onPaper(pages, () => askDesktop('savePages', { target }));
    },
  });
  const { mutate: printNow } = print;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'p') return;
      event.preventDefault();
      printNow();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [printNow]);
  if (preview.isError) return <FailureNotice failure={preview.error} />;
  if (preview.data === undefined) return <Spin className="documents-empty" />;
  const { fileName, bytes } = preview.data;
  return (
    <section className="document-preview" aria-label="文书预览">
      <div className="row spread document-preview-head">
        <span className="document-preview-name" title={fileName}>
          {fileName}
        </span>
        <div className="row">
          <Button loading={print.isPending} onClick={() => printNow()}>
            打印…
          </Button>
          <Button loading={savePages.isPending} onClick={() => savePages.mutate(fileName.replace(/\.docx$/u, '.pdf'))}>
            存为 PDF…
          </Button>
        </div>
      </div>
      <FailureNotice failure={print.error ?? savePages.error} />
      {savePages.data !== undefined && savePages.data !== null && <p className="faint">已保存：{savePages.data.path}</p>}
      <DocumentPages bytes={bytes} watermark={request.draft === true ? '草稿' : null} host={host} />
      <p className="faint document-preview-note">
        分页为近似效果，正式排版以 Word 或 WPS 打开为准。存为 PDF 用的是本程序自己的引擎，与这里的页面相同，不需要装别的软件。
      </p>
    </section>
  );
}
