import { articleText } from '../../policy/article.ts';
import type { Permission } from '../../policy/permission.ts';
import { plainDate } from '../../policy/plain-date.ts';
import type { TitleStanding } from '../../policy/title-standing.ts';

/** A studio named and filed in the system, with nothing held against it. */
export const goodTitle: TitleStanding = {
  inSystemOn: plainDate('2026-03-01'),
  filedOn: plainDate('2026-03-10'),
  awaitsRectification: false,
  caseOpen: false,
};

/** What stands against an act, with provisions. */
export function against({ against: remarks }: Permission): readonly string[] {
  return remarks.map(({ message, article }) => `${message} ${articleText(article)}`);
}

/** What an act is warned of, with provisions. */
export function warnings({ warnings: remarks }: Permission): readonly string[] {
  return remarks.map(({ message, article }) => `${message} ${articleText(article)}`);
}
