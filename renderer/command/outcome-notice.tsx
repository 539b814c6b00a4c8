import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { CommandOutcome } from '../../workflow/contract/command.ts';

interface OutcomeNoticeProps {
  readonly outcome: CommandOutcome;
  /** What comes next, and the way there. */
  readonly next?: ReactNode;
}

/** What an act did, what deserves attention, and what comes next. */
export function OutcomeNotice({ outcome, next }: OutcomeNoticeProps) {
  const { warnings, message } = outcome;
  return (
    <Alert
      className="notice"
      type={warnings.length > 0 ? 'warning' : 'success'}
      showIcon
      title={message}
      description={
        (warnings.length > 0 || next !== undefined) && (
          <>
            {warnings.map((warning) => (
              <div key={warning}>{warning}</div>
            ))}
            {next}
          </>
        )
      }
    />
  );
}
