import { Button } from 'antd';
import { useState } from 'react';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { PlaceLink } from '../frame/place-link.tsx';
import { PlainTable } from '../frame/plain-table.tsx';
import { AddSet } from './add-set.tsx';
import { articleSummaries } from './articles.ts';
import { SetComparison } from './set-comparison.tsx';

/** The sets of the Measures with their first days, the values of each, what one changes, and the way to add another. */
export function MeasuresScreen() {
  const [chosen, setChosen] = useState<string>();
  const [compared, setCompared] = useState<string>();
  const measures = useAnswer('showMeasures', chosen === undefined ? {} : { id: chosen });
  const comparison = useAnswer('compareMeasures', { id: compared ?? '' }, { enabled: compared !== undefined });
  if (measures.error !== null) return <FailureNotice failure={measures.error} retry={() => setChosen(undefined)} />;
  if (measures.data === undefined) return null;
  const { sets, shown, lines } = measures.data;
  return (
    <>
      <h1 className="screen-title">关于本办法</h1>
      <FailureNotice failure={comparison.error} />
      <section className="panel">
        <h2>各套办法</h2>
        <PlainTable
          rows={sets}
          rowKey={({ id }) => id}
          empty=""
          columns={[
            { title: '名称', render: ({ title }) => title },
            { title: '文号', width: 200, render: ({ documentNumber }) => documentNumber },
            { title: '施行', width: 120, render: ({ effectiveFrom }) => effectiveFrom },
            { title: '终止', width: 120, render: ({ effectiveTo }) => effectiveTo ?? '' },
            { title: '', width: 70, render: ({ inForce }) => (inForce ? '现行' : '') },
            {
              title: '查看',
              width: 250,
              render: ({ id, withdrawable }) => (
                <div className="row">
                  <Button size="small" onClick={() => setChosen(id)}>
                    数值
                  </Button>
                  {id !== sets[0]?.id && (
                    <Button size="small" onClick={() => setCompared(id)}>
                      与前一套比较
                    </Button>
                  )}
                  {withdrawable && <PlaceLink to={{ screen: 'affairs', command: 'withdraw-measures' }}>撤回</PlaceLink>}
                </div>
              ),
            },
          ]}
        />
      </section>
      {compared !== undefined && comparison.data !== undefined && <SetComparison comparison={comparison.data} />}
      <AddSet />
      <section className="panel">
        <h2>各条规定的数值</h2>
        <p className="faint">
          《{shown.title}》（{shown.documentNumber}），自 {shown.effectiveFrom} 起施行。
        </p>
        <PlainTable
          rows={lines}
          rowKey={({ name }) => name}
          empty=""
          columns={[
            { title: '项目', render: ({ label }) => label },
            { title: '规定', render: ({ value }) => value },
            { title: '单位', width: 80, render: ({ unit }) => unit },
            { title: '依据', width: 150, render: ({ article }) => article },
            { title: '文号', width: 200, render: ({ documentNumber }) => documentNumber },
          ]}
        />
      </section>
      <section className="panel">
        <h2>条文摘要</h2>
        <p className="faint">以下为《武昌区名师工作室建设管理办法》（武昌人才办〔2014〕2号）各条的摘要，以原文为准；数值见上表。</p>
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
