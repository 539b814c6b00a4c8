import type { RoundEntry } from '../../db/queries/district-rounds.ts';
import type { Article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';

/** Entries by the names of their studios, separated by 、 or commas. Refuses a name that is not among them, naming those that are. */
export function namedEntries(names: string, among: readonly RoundEntry[], act: string, place: Article): readonly RoundEntry[] {
  const wanted = names
    .split(/[、，,；;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...new Set(wanted)].map((name) => {
    const found = among.find(({ studio, studioId }) => studio === name || studioId === name);
    if (found !== undefined) return found;
    throw new Refusal(
      `无法${act}：「${name}」不在其中。可填的有${among.map(({ studio }) => `「${studio}」`).join('、')}。请改正名称。`,
      place,
    );
  });
}
