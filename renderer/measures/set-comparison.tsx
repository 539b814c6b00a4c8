import type { MeasuresComparison } from '../../workflow/contract/measures.ts';
import { PlainTable } from '../frame/plain-table.tsx';

/** What a set changes against the one before it, and the studios it would touch, rule by rule. */
export function SetComparison({ comparison }: { readonly comparison: MeasuresComparison }) {
  const { before, after, changes, studios, problems } = comparison;
  if (after === null) {
    return (
      <section className="panel">
        <h2>有 {problems.length} 处须改正</h2>
        <PlainTable
          rows={problems}
          rowKey={({ sheet, cell, field, message }) => `${sheet} ${cell} ${field} ${message}`}
          empty=""
          columns={[
            { title: '单元格', width: 140, render: ({ sheet, cell }) => `${sheet}!${cell}` },
            { title: '栏目', width: 120, render: ({ field }) => field },
            { title: '问题', render: ({ message }) => message },
          ]}
        />
      </section>
    );
  }
  return (
    <section className="panel">
      <h2>
        {before.documentNumber} → {after.documentNumber}（{after.effectiveFrom} 起）
      </h2>
      <PlainTable
        rows={changes}
        rowKey={({ label }) => label}
        empty="数值没有变化。"
        columns={[
          { title: '改动的项目', render: ({ label }) => label },
          { title: '原规定', render: ({ before: from }) => from },
          { title: '新规定', render: ({ after: to }) => to },
          { title: '单位', width: 80, render: ({ unit }) => unit },
          { title: '依据', width: 150, render: ({ article }) => article },
        ]}
      />
      <h2>涉及的工作室（{studios.length} 家）</h2>
      <p className="faint">以施行之日的情况核对，结论与原办法不同的才列出。已作出的决定和已签订的承诺书不变。</p>
      <PlainTable
        rows={studios.flatMap(({ studioId, studio, changes: touched }) => touched.map((change) => ({ studioId, studio, ...change })))}
        rowKey={({ studioId, rule, before: from }) => `${studioId} ${rule} ${from}`}
        empty="不涉及现有工作室。"
        columns={[
          { title: '工作室', width: 220, render: ({ studio }) => studio },
          { title: '依据', width: 130, render: ({ article }) => article },
          { title: '结论', width: 200, render: ({ outcomeLabel }) => outcomeLabel },
          { title: '原办法', render: ({ before: from }) => from },
          { title: '新办法', render: ({ after: to }) => to },
        ]}
      />
    </section>
  );
}
