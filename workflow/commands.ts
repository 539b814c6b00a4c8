import { Refusal } from '../policy/refusal.ts';
import { issueRectificationNotice } from './assessment/issue-rectification-notice.ts';
import { recordProcessAssessment } from './assessment/record-process-assessment.ts';
import type { AnyCommand } from './command.ts';
import { signCommitmentLetter } from './commitment/sign-commitment-letter.ts';
import { accept } from './naming/accept.ts';
import { decide } from './naming/decide.ts';
import { fileStudio } from './naming/file-studio.ts';
import { inspect } from './naming/inspect.ts';
import { nameStudio } from './naming/name-studio.ts';
import { receive } from './naming/receive.ts';
import { returnApplication } from './naming/return-application.ts';
import { roundCommands } from './round/round-commands.ts';
import { confirm } from './studio/confirm-fact.ts';

/** Every command, in the order of a studio's life. */
export const commands: readonly AnyCommand[] = [
  receive,
  returnApplication,
  accept,
  confirm,
  inspect,
  decide,
  nameStudio,
  fileStudio,
  ...roundCommands,
  signCommitmentLetter,
  recordProcessAssessment,
  issueRectificationNotice,
];

/** The command of a name; refuses an unknown one, naming those there are. */
export function commandNamed(name: string): AnyCommand {
  const found = commands.find((candidate) => candidate.name === name);
  if (found === undefined) {
    throw new Refusal(
      `无法办理「${name}」：没有这个事项。可办理的有 ${commands.map((each) => `${each.name}（${each.title}）`).join('、')}。`,
    );
  }
  return found;
}
