import type { OutputOf } from '../../workflow/contract/contract.ts';
import { FailureNotice } from '../connection/failure-notice.tsx';
import { useAnswer } from '../connection/use-answer.ts';
import { PlainTable } from '../frame/plain-table.tsx';

type Issued = OutputOf<'listIssuedDocuments'>[number];

/** The register of issued documents, the latest first. The fingerprint tells whether a file is still the one that was issued. */
export function IssuedDocuments() {
  const issued = useAnswer('listIssuedDocuments', {});
  return (
    <section className="panel">
      <FailureNotice failure={issued.error} />
      <PlainTable<Issued>
        rows={issued.data?.toSorted((left, right) => right.issuedOn.localeCompare(left.issuedOn)) ?? []}
        rowKey={({ sha256, number, studio }) => `${sha256} ${number} ${studio}`}
        empty="还没有出具过文书"
        columns={[
          { title: '日期', width: 110, render: ({ issuedOn }) => issuedOn },
          { title: '文书', width: 120, render: ({ kindTitle }) => kindTitle },
          { title: '文号', width: 190, render: ({ number }) => number },
          { title: '工作室', render: ({ studio }) => studio },
          { title: '文件', render: ({ fileName }) => fileName },
          { title: '指纹', width: 120, render: ({ sha256 }) => <code title={`SHA-256：${sha256}`}>{sha256.slice(0, 10)}…</code> },
        ]}
      />
    </section>
  );
}
