import { articleText } from '../policy/article.ts';
import type { Permission, Remark } from '../policy/permission.ts';
import { Refusal } from '../policy/refusal.ts';

/** What deserves attention, each with its provision. */
function remarkTexts(remarks: readonly Remark[]): string[] {
  return remarks.map(({ message, article }) => `${message}（${articleText(article)}）。`);
}

/**
 * Refuses an act with all that stands against it, on whom, and what to do next; otherwise returns its warnings as people read them.
 * `whom` is a studio's name, empty for an act on none.
 */
export function permit(act: string, whom: string, { against, warnings }: Permission, next: string): string[] {
  if (against.length === 0) return remarkTexts(warnings);
  const subject = whom === '' ? '' : `「${whom}」`;
  throw new Refusal(
    `无法${act}：${subject}${against.map(({ message }) => message).join('；')}。${next}`,
    ...against.map(({ article }) => article),
  );
}
