import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '../../workflow/contract/contract.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { useOrder } from '../connection/use-order.ts';
import { ConfirmDialog } from '../frame/confirm-dialog.tsx';
import { PlainTable } from '../frame/plain-table.tsx';

type Batch = OutputOf<'listImports'>[number];

/** Every file that came in, the latest first. A batch can be taken back while nothing depends on it. */
export function ImportLog() {
  const batches = useAnswer('listImports', {});
  const undo = useOrder('undoImport');
  const [asked, setAsked] = useState<Batch | null>(null);
  const close = (): void => setAsked(null);
  return (
    <section className="panel">
      <FailureNotice failure={batches.error ?? undo.error} />
      {undo.data !== undefined && <Alert className="notice" type="success" showIcon title={undo.data.message} />}
      <PlainTable<Batch>
        rows={batches.data?.toSorted((left, right) => right.number - left.number) ?? []}
        rowKey={({ number }) => String(number)}
        empty="还没有导入过文件"
        columns={[
          { title: '批次', width: 60, render: ({ number }) => number },
          { title: '文件', render: ({ fileName, sha256 }) => <span title={`SHA-256：${sha256}`}>{fileName}</span> },
          { title: '日期', width: 110, render: ({ importedOn }) => importedOn },
          { title: '内容', width: 340, render: batchCounts },
          {
            title: '撤销',
            width: 150,
            render: (batch) =>
              batch.undoneOn === null ? (
                <Button size="small" onClick={() => setAsked(batch)}>
                  撤销这一批…
                </Button>
              ) : (
                <span className="faint">{batch.undoneOn} 已撤销</span>
              ),
          },
        ]}
      />
      {asked !== null && (
        <ConfirmDialog
          title={`撤销第 ${asked.number} 批导入`}
          action="撤销这一批"
          busy={undo.isPending}
          onCancel={close}
          onConfirm={() => undo.mutate({ number: asked.number }, { onSettled: close })}
        >
          《{asked.fileName}》新增的 {asked.newCount} 条将从登记库中去掉（活动和收支以红字冲销），更新的 {asked.changedCount} 条恢复原样。
        </ConfirmDialog>
      )}
    </section>
  );
}

function batchCounts({ rowCount, newCount, changedCount, unchangedCount, errorCount }: Batch): string {
  return `${rowCount} 行：新增 ${newCount}，更新 ${changedCount}，无变化 ${unchangedCount}，错误 ${errorCount}`;
}
