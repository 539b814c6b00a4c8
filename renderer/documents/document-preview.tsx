import { useMutation } from '@tanstack/react-query';
import { Button, Pagination, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { InputOf } from '../../workflow/contract/contract.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { DocumentPages } from './pages/document-pages.tsx';
import { onPaper } from './pages/on-paper.ts';

/** A document as pages, as it would be printed now; from here it goes to paper or into a PDF. Ctrl+P prints. */
export function DocumentPreview({ request }: { readonly request: Omit<InputOf<'previewDocument'>, 'which'> }) {
  const asked = JSON.stringify(request);
  const [turned, setTurned] = useState({ asked, which: 1 });
  // Another kind or year begins with its first document again.
  const which = turned.asked === asked ? turned.which : 1;
  const preview = useAnswer('previewDocument', { ...request, which });
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
  const { fileName, bytes, count } = preview.data;
  return (
    <section className="document-preview" aria-label="文书预览">
      <div className="row spread document-preview-head">
        <span className="document-preview-name" title={fileName}>
          {fileName}
        </span>
        {count > 1 && (
          <nav className="row" aria-label="逐份预览">
            <span>共 {count} 份</span>
            <Pagination
              simple
              size="small"
              current={which}
              total={count}
              pageSize={1}
              onChange={(next) => setTurned({ asked, which: next })}
            />
          </nav>
        )}
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
        页数、空白页和版记的位置与印出来的相同，行末断字以 Word 或 WPS 打开为准。存为 PDF
        用的是本程序自己的引擎，与这里的页面相同，不需要装别的软件。
      </p>
    </section>
  );
}
