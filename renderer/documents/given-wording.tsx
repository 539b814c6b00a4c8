import { Button, Spin } from 'antd';
import { useRef } from 'react';
import type { CheckedWording, WordingView } from '../../workflow/contract/custom-wording.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { useOrder } from '../connection/use-order.ts';
import { PlainTable } from '../frame/plain-table.tsx';
import { DocumentPages } from './pages/document-pages.tsx';

interface GivenWordingProps {
  readonly wording: WordingView;
  readonly path: string;
  readonly checked: CheckedWording;
  /** Chooses another file for the kind. */
  readonly another: () => void;
  readonly busy: boolean;
  readonly onClose: () => void;
}

/** A file that was handed in: what has to be changed in it, or its pages with what the register holds, and the button that puts it in use. */
export function GivenWording({ wording: { kind, title }, path, checked, another, busy, onClose }: GivenWordingProps) {
  const { fileName, sha256, faults } = checked;
  const use = useOrder('acceptWording', onClose);
  const good = faults.length === 0;
  return (
    <div className="given-wording">
      <FailureNotice failure={use.error} />
      <section className="panel">
        <div className="row spread">
          <div>
            <strong>
              《{title}》：{fileName}
            </strong>
            <div className={good ? 'faint' : 'short-of-target'}>
              {good ? '检查通过。请看预览，没有问题再换用。' : `有 ${faults.length} 处要改，不能换用。改好后重新交回。`}
            </div>
          </div>
          <div className="row">
            <Button onClick={onClose}>返回</Button>
            <Button loading={busy} onClick={another}>
              {good ? '换一个文件…' : '交回改好的文件…'}
            </Button>
            {good && (
              <Button type="primary" loading={use.isPending} onClick={() => use.mutate({ kind, path, sha256 })}>
                换用
              </Button>
            )}
          </div>
        </div>
      </section>
      {good ? <Preview kind={kind} path={path} sha256={sha256} /> : <Faults faults={faults} />}
    </div>
  );
}

function Faults({ faults }: Pick<CheckedWording, 'faults'>) {
  return (
    <section className="panel">
      <PlainTable<{ readonly number: number } & CheckedWording['faults'][number]>
        rows={faults.map((fault, index) => ({ number: index + 1, ...fault }))}
        rowKey={({ number }) => String(number)}
        empty=""
        columns={[
          { title: '序号', width: 60, render: ({ number }) => number },
          { title: '位置', width: 180, render: ({ place }) => place },
          { title: '原文', width: 320, render: ({ passage }) => passage },
          { title: '问题和改法', render: ({ advice }) => advice },
        ]}
      />
    </section>
  );
}

function Preview(request: { readonly kind: string; readonly path: string; readonly sha256: string }) {
  const preview = useAnswer('previewWording', request);
  const host = useRef<HTMLDivElement>(null);
  if (preview.isError) return <FailureNotice failure={preview.error} />;
  if (preview.data === undefined) return <Spin className="documents-empty" />;
  const { about, bytes } = preview.data;
  return (
    <section className="document-preview" aria-label="自定义文本预览">
      <p className="faint document-preview-note">用登记内容填写（{about}），草稿，不取文号，不登记。</p>
      <DocumentPages bytes={bytes} watermark="草稿" host={host} />
    </section>
  );
}
