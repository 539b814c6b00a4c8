import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { MeasuresComparison } from '../../workflow/contract/measures.ts';
import { ask } from '../connection/desk-client.ts';
import { askDesktop } from '../connection/desktop-bridge.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useOrder } from '../connection/use-order.ts';
import { SavedFile } from '../data-exchange/saved-file.tsx';
import { SetComparison } from './set-comparison.tsx';

/** A table that was looked at: where it lies and what it would change. */
interface Looked {
  readonly path: string;
  readonly comparison: MeasuresComparison;
}

/** The table out, changed by hand, looked at, and added: nothing is stored before the comparison has been seen. 第二十一条. */
export function AddSet() {
  const [looked, setLooked] = useState<Looked | null>(null);
  const save = useMutation({
    mutationFn: async () => {
      const { path } = await askDesktop('chooseTarget', { title: '导出参数表', fileName: '办法参数表.xlsx', type: 'workbook' });
      return path === null ? null : ask('exportMeasures', { target: path });
    },
  });
  const look = useMutation({
    mutationFn: async (): Promise<Looked | null> => {
      const { path } = await askDesktop('chooseFile', { title: '选择填好的参数表', type: 'workbook' });
      return path === null ? null : { path, comparison: await ask('compareMeasures', { path }) };
    },
    onSuccess: (seen) => {
      if (seen !== null) setLooked(seen);
    },
  });
  const add = useOrder('addMeasures', () => setLooked(null));
  const file = looked?.comparison.file ?? null;
  return (
    <section className="panel">
      <h2>增加新的办法</h2>
      <p>
        办法修订后，导出参数表，改动数值、依据条款和文号，再选择改好的文件。先看改动和涉及的工作室，确认后才增加；此前的决定仍按原办法。
      </p>
      <FailureNotice failure={save.error ?? look.error ?? add.error} />
      {add.data !== undefined && (
        <Alert className="notice" type="success" showIcon title={[add.data.message, ...add.data.warnings].join('')} />
      )}
      <div className="row">
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          导出参数表…
        </Button>
        <Button loading={look.isPending} onClick={() => look.mutate()}>
          选择填好的参数表…
        </Button>
        {looked !== null && file !== null && looked.comparison.after !== null && (
          <Button type="primary" loading={add.isPending} onClick={() => add.mutate({ path: looked.path, sha256: file.sha256 })}>
            增加这套办法
          </Button>
        )}
      </div>
      {save.data !== undefined && save.data !== null && <SavedFile path={save.data.path} what="参数表" />}
      {looked !== null && <SetComparison comparison={looked.comparison} />}
    </section>
  );
}
