import { type Article, article } from '../article.ts';
import type { Fen } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import type { StudioLevel } from '../seat.ts';

/** What an entry of a dedicated account (专户) is: money in, money spent, money given back to where it came from. 第十八条. */
export const fundEntryKinds = ['income', 'expense', 'return'] as const;
export type FundEntryKind = (typeof fundEntryKinds)[number];
export const fundEntryLabels: Readonly<Record<FundEntryKind, string>> = { income: '收入', expense: '支出', return: '退回' };

/** Where the money of a studio comes from. 第七条第四项, 第十二条第六项, 第十五条. */
export const incomeSources = ['host-unit', 'sector-bureau', 'district-grant'] as const;
export type IncomeSource = (typeof incomeSources)[number];
export const incomeSourceLabels: Readonly<Record<IncomeSource, string>> = {
  'host-unit': '所在单位',
  'sector-bureau': '行业主管部门',
  'district-grant': '区财政资助',
};

/** The provision each source follows from. */
export const incomeSourceArticles: Readonly<Record<IncomeSource, Article>> = {
  'host-unit': article(14),
  'sector-bureau': article(15),
  'district-grant': article(12, 6),
};

/** A change of a balance on a day: above zero when money comes in. */
export interface Movement {
  readonly on: PlainDate;
  readonly change: Fen;
}

/** The first day from `from` on at whose end the balance is below zero, and that balance; `undefined` when there is none. */
export function firstOverdraft(movements: readonly Movement[], from: PlainDate): { on: PlainDate; balance: Fen } | undefined {
  const days = Map.groupBy(movements, ({ on }) => on);
  let balance: Fen = 0;
  for (const on of [...days.keys()].toSorted()) {
    for (const { change } of days.get(on) ?? []) balance += change;
    if (on >= from && balance < 0) return { on, balance };
  }
  return undefined;
}

/** A title with its days, as far as money goes; from the day it ended it is no longer held. */
export interface TitleSpan {
  readonly level: StudioLevel;
  readonly namedOn: PlainDate;
  readonly endedOn: PlainDate | null;
}

/** The day the last of all titles ended; `undefined` while one is held, and without any. */
export function lastEnd(titles: readonly TitleSpan[]): PlainDate | undefined {
  const ends = titles.flatMap(({ endedOn }) => endedOn ?? []);
  return ends.length < titles.length ? undefined : ends.toSorted().at(-1);
}

/**
 * The title under which a studio's money is looked after: the district one while it is held, since the HR bureau manages district
 * studios directly (第十六条), otherwise the in-system one (第十五条); after the end of all, the one that ended last.
 */
export function levelInCharge(titles: readonly TitleSpan[]): StudioLevel {
  const end = lastEnd(titles) ?? null;
  const deciding = titles.filter(({ endedOn }) => endedOn === end);
  return deciding.some(({ level }) => level === 'district') ? 'district' : 'in-system';
}
