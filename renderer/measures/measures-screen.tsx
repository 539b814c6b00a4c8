import type { Session } from '../../workflow/contract/session.ts';
import { PlainTable } from '../frame/plain-table.tsx';
import { articleSummaries } from './articles.ts';
import { parameterLines } from './parameter-lines.ts';

/** The Measures in force: their articles in brief and the numbers each one sets. */
export function MeasuresScreen({ session }: { readonly session: Session }) {
  const { title, documentNumber, effectiveFrom } = session.measures;
  return (
    <>
      <h1 className="screen-title">关于本办法</h1>
      <p className="faint">
        《{title}》（{documentNumber}），自 {effectiveFrom} 起施行。以下为摘要，以原文为准。
      </p>
      <section className="panel">
        <h2>各条规定的数值</h2>
        <PlainTable
          rows={parameterLines(session.today)}
          rowKey={({ label }) => label}
          empty=""
          columns={[
            { title: '项目', render: ({ label }) => label },
            { title: '规定', render: ({ value }) => value },
            { title: '单位', width: 100, render: ({ unit }) => unit },
            { title: '依据', width: 150, render: ({ article }) => article },
          ]}
        />
      </section>
      <section className="panel">
        <h2>条文摘要</h2>
        <PlainTable
          rows={articleSummaries}
          rowKey={({ number }) => number}
          empty=""
          columns={[
            { title: '条', width: 100, render: ({ number }) => number },
            { title: '内容', width: 150, render: ({ title: subject }) => subject },
            { title: '摘要', render: ({ summary }) => summary },
          ]}
        />
      </section>
    </>
  );
}
