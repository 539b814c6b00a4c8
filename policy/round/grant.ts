import { article } from '../article.ts';
import type { Measures } from '../measures.ts';
import { type Fen, moneyText } from '../money.ts';
import { type Permission, remarkWhen } from '../permission.ts';
import type { PlainDate } from '../plain-date.ts';
import { type StudioNature, studioNatureLabels } from '../studio-nature.ts';

/** A grant somebody wants to decide. */
export interface ProposedGrant {
  readonly amount: Fen;
  readonly nature: StudioNature;
  /** Day of the plaque, while the district title is held. */
  readonly plaqueOn?: PlainDate | undefined;
  /** What was decided for this award before. */
  readonly decided?: Fen | undefined;
}

/** The HR bureau decides a grant within the range of the studio's nature, one for each award. 第十二条第六项. */
export function mayDecideGrant({ amount, nature, plaqueOn, decided }: ProposedGrant, on: PlainDate, { values }: Measures): Permission {
  const { value: ranges, source } = values.grantRange;
  const { least, most } = ranges[nature];
  return {
    against: [
      ...remarkWhen(plaqueOn === undefined || plaqueOn > on, `${on} 尚未授牌为区级名师工作室`, article(12, 5)),
      ...remarkWhen(decided !== undefined, '本次入选的资助已经核定', source),
      ...remarkWhen(!Number.isSafeInteger(amount), '金额应精确到分', source),
      ...remarkWhen(
        !(amount >= least && amount <= most),
        `${studioNatureLabels[nature]}的名师工作室资助 ${moneyText(least)}至 ${moneyText(most)}，填的是 ${moneyText(amount)}`,
        source,
      ),
    ],
    warnings: [],
  };
}

/** A payment of a decided grant. */
export interface GrantPayment {
  readonly amount: Fen;
  /** What was decided; without it nothing is paid. */
  readonly decided?: Fen | undefined;
  /** Paid of it before. */
  readonly paid: Fen;
  /** The district title is held on the day. */
  readonly titleHeld: boolean;
  /** Spent on construction so far, out of the studio's account. */
  readonly constructionSpent: Fen;
}

/**
 * The district pays after construction (先建后补): a payment never exceeds what was decided, a studio without its title gets nothing
 * more. Construction that has cost less than what would then be paid is a warning. 第十六条, 第十八条.
 */
export function mayPayGrant({ amount, decided, paid, titleHeld, constructionSpent }: GrantPayment): Permission {
  const place = article(12, 6);
  const then = paid + amount;
  return {
    against: [
      ...remarkWhen(!titleHeld, '已没有区级名师工作室称号，不再发放资助', article(16)),
      ...remarkWhen(!(Number.isSafeInteger(amount) && amount > 0), '金额应大于 0，精确到分', place),
      ...remarkWhen(decided === undefined, '资助尚未核定', place),
      ...remarkWhen(decided !== undefined && then > decided, `核定资助 ${moneyText(decided ?? 0)}，发放后合计 ${moneyText(then)}`, place),
    ],
    warnings: remarkWhen(
      constructionSpent < then,
      `资助先建后补：已用于建设 ${moneyText(constructionSpent)}，发放后合计 ${moneyText(then)}`,
      article(18),
    ),
  };
}
