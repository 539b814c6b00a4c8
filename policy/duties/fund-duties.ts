import { article } from '../article.ts';
import { type Duty, waitingDays } from '../duty.ts';
import { type Fen, moneyText } from '../money.ts';
import { addDays, type PlainDate } from '../plain-date.ts';

/** The money of one studio, as far as something is to be done about it. */
export interface FundStanding {
  readonly name: string;
  /** Day of the title under which the money is looked after, while it is held. */
  readonly namedOn?: PlainDate | undefined;
  /** Day the last title ended, when none is held any more. */
  readonly endedOn?: PlainDate | undefined;
  readonly hasAccount: boolean;
  readonly balance: Fen;
}

/**
 * 第十八条: a named studio has its dedicated account; an overdrawn one is made good at once; what is left when the title has ended goes
 * back to where it came from.
 */
export function fundDuties({ name: studio, namedOn, endedOn, hasAccount, balance }: FundStanding, on: PlainDate): readonly Duty[] {
  const place = article(18);
  const duties: Duty[] = [];
  if (!hasAccount && namedOn !== undefined) {
    duties.push({ duty: '开立经费专户', studio, due: addDays(namedOn, waitingDays), article: place, action: 'open-fund-account' });
  }
  if (balance < 0) {
    duties.push({ duty: `经费专户透支 ${moneyText(-balance)}，补足`, studio, due: on, article: place, action: 'record-income' });
  }
  if (balance > 0 && endedOn !== undefined) {
    const duty = `称号已终止，退回专户结余 ${moneyText(balance)}`;
    duties.push({ duty, studio, due: addDays(endedOn, waitingDays), article: place, action: 'return-funds' });
  }
  return duties;
}
