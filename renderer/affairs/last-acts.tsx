import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { LastAct } from '../../workflow/contract/contract.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { useOrder } from '../connection/use-order.ts';
import { ConfirmDialog } from '../frame/confirm-dialog.tsx';
import { PlainTable } from '../frame/plain-table.tsx';

/** The last twenty acts, the last of which can be taken back, one after another: after asking, and saying which and what it did. */
export function LastActs() {
  const acts = useAnswer('lastActs', {});
  const next = useAnswer('nextUndo', {});
  const [asking, setAsking] = useState(false);
  const undo = useOrder('undoLast', () => setAsking(false));
  const [last] = acts.data ?? [];
  const obstacle = next.data?.obstacle ?? null;
  return (
    <section className="panel">
      <div className="row spread">
        <h2>撤销最近的办理</h2>
        <Button disabled={last === undefined || obstacle !== null} onClick={() => setAsking(true)}>
          撤销最近一次办理…
        </Button>
      </div>
      <p className="faint">从最近一次起，可以逐次撤销本部门最近 20 次办理。已编发文号、出具文书或导出表格的不能撤销，以新的办理更正。</p>
      <FailureNotice failure={acts.error ?? next.error ?? undo.error} />
      {undo.data !== undefined && <Alert className="notice" type="success" showIcon title={undo.data.message} />}
      {obstacle !== null && <p className="short-of-target">现在不能撤销：{obstacle}。</p>}
      <PlainTable<LastAct>
        rows={acts.data ?? []}
        rowKey={({ sequence }) => String(sequence)}
        empty="还没有办理过事项"
        columns={[
          { title: '办理日期', width: 120, render: ({ onDate }) => onDate },
          { title: '事项', width: 150, render: ({ title }) => title },
          { title: '工作室', width: 220, render: ({ studio }) => studio },
          { title: '部门', width: 120, render: ({ department }) => department },
          { title: '结果', render: ({ message }) => message },
        ]}
      />
      {asking && last !== undefined && (
        <ConfirmDialog
          title="撤销最近一次办理"
          action={`撤销「${last.title}」`}
          busy={undo.isPending}
          onCancel={() => setAsking(false)}
          onConfirm={() => undo.mutate({}, { onError: () => setAsking(false) })}
        >
          <p>
            将撤销 {last.onDate} 办理的「{last.title}」{last.studio !== null && `（${last.studio}）`}，这次办理登记的内容全部恢复原状：
          </p>
          <p>{last.message ?? last.title}</p>
          <p>办理和撤销都留在记录中。</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
