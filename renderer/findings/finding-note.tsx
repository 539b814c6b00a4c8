import { Tag } from 'antd';
import { outcomeLabels } from '../../policy/finding.ts';
import type { FindingView } from '../../workflow/contract/finding.ts';
import './findings.css';

const colours: Readonly<Record<FindingView['outcome'], string>> = {
  met: 'green',
  'needs-approval': 'orange',
  unmet: 'red',
  missing: 'gold',
};

interface FindingNoteProps {
  readonly finding: FindingView;
  /** Who approved it as a special case, and why. */
  readonly approval?: { readonly reason: string; readonly approver: string; readonly onDate: string } | undefined;
}

/** One finding as it stands beside a fact: what came of it, under which article, and why. */
export function FindingNote({ finding, approval }: FindingNoteProps) {
  return (
    <p className={`finding finding-${finding.outcome}`} data-rule={finding.rule}>
      <Tag color={colours[finding.outcome]}>{outcomeLabels[finding.outcome]}</Tag>
      <span className="finding-article">{finding.article}</span>
      {finding.message}
      {approval !== undefined && (
        <span className="finding-approval">
          已批准：{approval.reason}（{approval.approver}，{approval.onDate}）
        </span>
      )}
    </p>
  );
}
