import type { ReactNode } from 'react';
import { FindingNote } from '../findings/finding-note.tsx';
import type { ApprovedFinding } from './findings-of.ts';

interface FactRowProps {
  readonly label: string;
  readonly children: ReactNode;
  /** What the rules say about just this fact. */
  readonly findings?: readonly ApprovedFinding[];
}

/** A fact with the findings beside it. A fact that is not recorded says so. */
export function FactRow({ label, children, findings = [] }: FactRowProps) {
  const empty = children === null || children === undefined || children === '' || children === false;
  return (
    <div className="fact-row">
      <div className="fact-label">{label}</div>
      <div className="fact-value">{empty ? <span className="faint">未填</span> : children}</div>
      <div className="fact-findings">
        {findings.map(({ approval, ...finding }) => (
          <FindingNote key={finding.rule} finding={finding} approval={approval} />
        ))}
      </div>
    </div>
  );
}
