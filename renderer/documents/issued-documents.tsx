import { useMutation } from '@tanstack/react-query';
import { Button, Input, Segmented, Tag } from 'antd';
import { useState } from 'react';
import type { IssuedDocumentView } from '../../workflow/contract/document.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { useOrder } from '../connection/use-order.ts';
import { ConfirmDialog } from '../frame/confirm-dialog.tsx';
import { PlainTable } from '../frame/plain-table.tsx';
import { NumberSeries } from './number-series.tsx';

/** What somebody is about to do with a document of the register. */
interface Asked {
  readonly act: 'void' | 'reissue';
  readonly document: IssuedDocumentView;
}

const colours = { 'in-force': 'green', renewed: 'default', void: 'red' } as const;

/** The register of issued documents, the latest first, with what can be done to each; below it the numbers and their gaps. */
export function IssuedDocuments() {
  const issued = useAnswer('listIssuedDocuments', {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const attach = useOrder('attachScan');
  const scan = useMutation({
    mutationFn: async (documentId: string) => {
      const { path } = await askDesktop('chooseFile', { title: '选择签章后的扫描件', type: 'scan' });
      return path === null ? null : attach.mutateAsync({ documentId, path });
    },
  });
  return (
    <>
      <section className="panel">
        <FailureNotice failure={issued.error ?? scan.error} />
        <PlainTable<IssuedDocumentView>
          rows={issued.data ?? []}
          rowKey={({ id }) => id}
          empty="还没有出具过文书"
          columns={[
            { title: '日期', width: 100, render: ({ issuedOn }) => issuedOn },
            { title: '文书', width: 110, render: ({ kindTitle }) => kindTitle },
            { title: '文号', width: 210, render: ({ number, replaces }) => <NumberCell number={number} replaces={replaces} /> },
            { title: '工作室', render: ({ studio }) => studio },
            { title: '状态', width: 160, render: (document) => <StatusCell document={document} /> },
            {
              title: '指纹',
              width: 100,
              render: ({ sha256, fileName }) => <code title={`${fileName}\nSHA-256：${sha256}`}>{sha256.slice(0, 8)}…</code>,
            },
            {
              title: '办理',
              width: 256,
              render: (document) => (
                <DocumentActions document={document} onAsk={(act) => setAsked({ act, document })} onScan={() => scan.mutate(document.id)} />
              ),
            },
          ]}
        />
      </section>
      <NumberSeries />
      {asked !== null && <EndDialog key={asked.document.id} {...asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function NumberCell({ number, replaces }: Pick<IssuedDocumentView, 'number' | 'replaces'>) {
  return (
    <>
      {number}
      {replaces !== null && <div className="faint">代替 {replaces}</div>}
    </>
  );
}

function StatusCell({ document }: { readonly document: IssuedDocumentView }) {
  const { status, statusLabel, closedOn, reason, scans, customWording } = document;
  return (
    <>
      <Tag color={colours[status]}>{statusLabel}</Tag> {customWording && <Tag>自定义文本</Tag>}{' '}
      {scans.length > 0 && <Tag title={scans.map(({ name, addedOn }) => `${name}（${addedOn}）`).join('\n')}>扫描件 {scans.length}</Tag>}
      {reason !== null && (
        <div className="faint">
          {closedOn} {reason}
        </div>
      )}
    </>
  );
}

interface DocumentActionsProps {
  readonly document: IssuedDocumentView;
  readonly onAsk: (act: Asked['act']) => void;
  readonly onScan: () => void;
}

function DocumentActions({ document: { own, status, followed }, onAsk, onScan }: DocumentActionsProps) {
  if (!own || status === 'renewed') return null;
  return (
    <div className="row">
      {!followed && (
        <Button size="small" onClick={() => onAsk('reissue')}>
          重新出具…
        </Button>
      )}
      {status === 'in-force' && (
        <Button size="small" onClick={() => onAsk('void')}>
          作废…
        </Button>
      )}
      <Button size="small" onClick={onScan}>
        扫描件…
      </Button>
    </div>
  );
}

/** Asks why, says what becomes of the number, and does it. */
function EndDialog({ act, document: { id, kindTitle, number, studio }, onClose }: Asked & { readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [content, setContent] = useState<'same' | 'corrected'>('corrected');
  const declareVoid = useOrder('voidDocument', onClose);
  const reissue = useOrder('reissueDocument', onClose);
  const carryOut = useMutation({
    mutationFn: async () => {
      if (act === 'void') return declareVoid.mutateAsync({ documentId: id, reason });
      const { path: folder } = await askDesktop('chooseFolder', { title: '选择保存文书的文件夹' });
      return folder === null ? null : reissue.mutateAsync({ documentId: id, reason, content, folder });
    },
  });
  const name = `《${kindTitle}》${number ?? studio ?? ''}`;
  return (
    <ConfirmDialog
      title={act === 'void' ? `作废${name}` : `重新出具${name}`}
      action={act === 'void' ? '作废' : '重新出具…'}
      busy={carryOut.isPending}
      onConfirm={() => carryOut.mutate()}
      onCancel={onClose}
    >
      <p>
        {act === 'void' ? '作废后不能恢复，文号不再使用。' : '原件标为作废，文号不再使用；新的文书取下一个文号，此后引用的也是新文号。'}
      </p>
      {act === 'reissue' && (
        <Segmented
          block
          value={content}
          onChange={setContent}
          options={[
            { value: 'corrected', label: '按现在的登记内容' },
            { value: 'same', label: '照原内容' },
          ]}
        />
      )}
      <label>
        原因
        <Input.TextArea aria-label="原因" rows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      <FailureNotice failure={carryOut.error} />
    </ConfirmDialog>
  );
}
