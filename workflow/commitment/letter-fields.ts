import type { CommitmentLetter } from '../../db/queries/commitment-letters.ts';
import type { Article } from '../../policy/article.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Act } from '../command.ts';
import { numberField, optional, perTaskNumberField, perTaskTextField, textField } from '../field.ts';
import { pastDay } from '../past-day.ts';
import { drawUpLetter } from './draw-up-letter.ts';

/** What people settle in a letter. 第九条. */
export const letterFields = {
  number: optional(textField('承诺书编号', '不填则按本部门文号顺序取号')),
  copies: optional(numberField('份数', '不填为四份')),
  target: optional(perTaskNumberField('年度目标', '不填为《办法》规定的数')),
  baseline: optional(perTaskNumberField('基准值', '上一年的实际数；首次签订不填为 0，续签不填为上一周期末年的完成数')),
  loweredReason: optional(perTaskTextField('降低理由', '年度目标低于《办法》规定的必填')),
};

/** The letter an act draws up, or signs on a day, as people settled it. */
export function settledLetter(
  { tx, studio, answers, context }: Act<typeof letterFields>,
  signedOn: PlainDate | null,
  cycleFrom?: PlainDate,
): CommitmentLetter {
  const { number, copies, target, baseline, loweredReason } = answers;
  const terms = { number, copies, cycleFrom, targets: target, baselines: baseline, loweredReasons: loweredReason };
  return drawUpLetter(tx, studio, terms, signedOn, context);
}

/** The day of a signature: the one given, or today; refuses one that has not come. */
export function signingDay(given: PlainDate | undefined, context: Act<typeof letterFields>['context'], place: Article): PlainDate {
  return pastDay(given, context, '登记签订', '签订日期', place);
}

/** What a letter came to, for a message. */
export function letterText({ number, cycleFrom, cycleTo, tasks }: CommitmentLetter): string {
  return `${number}，周期 ${cycleFrom} 至 ${cycleTo}，任务 ${tasks.length} 项`;
}
