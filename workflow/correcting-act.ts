import { type Act, powers } from '../policy/powers.ts';

/** The act that puts right what an act wrote for good: what stands in a ledger is mirrored, what was changed is changed again. */
const correctedBy: Readonly<Partial<Record<string, Act>>> = {
  name: 'end-without-fault',
  file: 'return-filing',
  'award-plaque': 'end-without-fault',
  'record-activity': 'correct-activity',
  'correct-activity': 'correct-activity',
  'open-fund-account': 'change-fund-account',
  'change-fund-account': 'change-fund-account',
  'record-income': 'correct-fund-entry',
  'record-expense': 'correct-fund-entry',
  'return-funds': 'correct-fund-entry',
  'correct-fund-entry': 'correct-fund-entry',
  'open-case': 'verify-case',
  'change-lead': 'change-lead',
  'change-members': 'change-members',
  'change-host-unit': 'change-host-unit',
  'rename-studio': 'rename-studio',
  'correct-record': 'correct-record',
};

/** What to do instead of taking an act back, for a refusal. */
export function howToCorrect(command: string): string {
  const act = correctedBy[command];
  return act === undefined ? '请另行发文更正，并以新的办理登记' : `请改以「${powers[act].title}」更正`;
}
