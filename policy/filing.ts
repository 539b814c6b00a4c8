import { article } from './article.ts';
import { type Permission, remarkWhen } from './permission.ts';
import type { PlainDate } from './plain-date.ts';

/** A naming sent to the HR bureau to be filed, and what came of it. 第十一条第三项. */
export interface Filing {
  readonly sentOn?: PlainDate | undefined;
  /** Day it was filed, with the number it got; or day it was returned, with the reason. The text leaves both to the HR bureau. */
  readonly answer?: { readonly on: PlainDate; readonly filed: boolean } | undefined;
}

const place = article(11, 3);

/** The HR bureau answers a filing once it was sent: with a number, or back with a reason. One returned may be sent and answered again. */
export function mayAnswerFiling(
  { sentOn, answer }: Filing,
  { filed, text }: { readonly filed: boolean; readonly text: string },
  on: PlainDate,
): Permission {
  const answered = answer !== undefined && sentOn !== undefined && answer.on >= sentOn;
  return {
    against: [
      ...remarkWhen(sentOn === undefined, '尚未报送备案', place),
      ...remarkWhen(sentOn !== undefined && on < sentOn, `日期 ${on} 早于报送日期 ${sentOn}`, place),
      ...remarkWhen(answered, `已于 ${answer?.on} ${answer?.filed === true ? '备案' : '退回，须重新报送'}`, place),
      ...remarkWhen(text.trim() === '', filed ? '须写明备案号' : '须写明退回原因', place),
    ],
    warnings: [],
  };
}
