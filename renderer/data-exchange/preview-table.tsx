import { Segmented, Tag } from 'antd';
import { useState } from 'react';
import type { PreviewRow } from '../../workflow/contract/import.ts';
import { PlainTable } from '../frame/plain-table.tsx';

type State = PreviewRow['state'];

const states: readonly { readonly state: State; readonly label: string; readonly colour: string }[] = [
  { state: 'new', label: '新增', colour: 'green' },
  { state: 'changed', label: '有变化', colour: 'blue' },
  { state: 'unchanged', label: '无变化', colour: 'default' },
  { state: 'conflict', label: '冲突', colour: 'orange' },
  { state: 'error', label: '有错误', colour: 'red' },
];

/** Every row of the file with what it would do: fields old and new, errors by cell. */
export function PreviewTable({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const [chosen, setChosen] = useState<State | 'all'>('all');
  const shown = chosen === 'all' ? rows : rows.filter(({ state }) => state === chosen);
  return (
    <section className="panel">
      <Segmented
        className="notice"
        value={chosen}
        onChange={setChosen}
        options={[
          { value: 'all' as const, label: `全部 ${rows.length}` },
          ...states
            .map(({ state, label }) => ({ value: state, label, count: rows.filter((row) => row.state === state).length }))
            .filter(({ count }) => count > 0)
            .map(({ value, label, count }) => ({ value, label: `${label} ${count}` })),
        ]}
      />
      <PlainTable<PreviewRow>
        key={chosen}
        rows={shown}
        rowKey={({ sheet, row }) => `${sheet}!${row}`}
        empty="没有这样的行"
        columns={[
          { title: '行', width: 50, render: ({ row }) => row },
          { title: '状态', width: 90, render: ({ state }) => <StateTag state={state} /> },
          { title: '工作室', render: ({ studio }) => studio },
          { title: '领办人', width: 110, render: ({ lead }) => lead },
          { title: '所在单位', render: ({ hostUnit }) => hostUnit },
        ]}
        renderDetails={(row) => row.changes.length + row.errors.length + row.warnings.length > 0 && <RowDetails row={row} />}
      />
    </section>
  );
}

function StateTag({ state }: { readonly state: State }) {
  const known = states.find((candidate) => candidate.state === state);
  return <Tag color={known?.colour ?? 'default'}>{known?.label ?? state}</Tag>;
}

function RowDetails({ row: { errors, changes, warnings } }: { readonly row: PreviewRow }) {
  return (
    <ul className="preview-details">
      {errors.map(({ sheet, cell, field, message }) => (
        <li key={`${sheet} ${cell} ${field}`} className="preview-error">
          {sheet} {cell}「{field}」：{message}
        </li>
      ))}
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          「{field}」：{before === '' ? '空' : <del>{before}</del>} → {after === '' ? '空' : <ins>{after}</ins>}
        </li>
      ))}
      {warnings.map((warning) => (
        <li key={warning} className="import-warning">
          {warning}
        </li>
      ))}
    </ul>
  );
}
