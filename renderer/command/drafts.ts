import type { Answers } from './command-answers.ts';

/** What was typed into forms that were left before their act was done, for as long as the window is open. */
const drafts = new Map<string, Answers>();

function keyOf(command: string, studioId: string | undefined): string {
  return `${command} ${studioId ?? ''}`;
}

/** What was typed for a command on a studio, or on none, when its form was last left. */
export function draftOf(command: string, studioId: string | undefined): Answers | undefined {
  return drafts.get(keyOf(command, studioId));
}

/** Keeps what is typed so far. */
export function keepDraft(command: string, studioId: string | undefined, answers: Answers): void {
  drafts.set(keyOf(command, studioId), answers);
}

/** Forgets a draft: its act is done, or somebody began anew. */
export function dropDraft(command: string, studioId: string | undefined): void {
  drafts.delete(keyOf(command, studioId));
}
