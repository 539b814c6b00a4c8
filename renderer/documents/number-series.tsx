import type { DocumentSettingsView } from '../../workflow/contract/document-settings.ts';
import { useAnswer } from '../connection/use-answer.ts';
import { PlainTable } from '../frame/plain-table.tsx';

type Series = DocumentSettingsView['numbers'][number];

/** Series of numbers by year: what comes next, what was passed over, what was taken and not yet issued. */
export function NumberSeries() {
  const settings = useAnswer('showDocumentSettings', {});
  return (
    <section className="panel">
      <h2>文号</h2>
      <PlainTable<Series>
        rows={settings.data?.numbers ?? []}
        rowKey={({ prefix, year }) => `${prefix}${year}`}
        empty="还没有用过文号"
        columns={[
          { title: '序列', width: 200, render: ({ prefix, year }) => `${prefix}〔${year}〕` },
          { title: '已用', width: 80, render: ({ taken }) => taken },
          { title: '下一号', width: 90, render: ({ next }) => `${next}号` },
          { title: '未在本程序取用', render: ({ gaps }) => gaps.join('、') },
          { title: '已取号、未出具', render: ({ withoutDocument }) => withoutDocument.join('；') },
        ]}
      />
    </section>
  );
}
