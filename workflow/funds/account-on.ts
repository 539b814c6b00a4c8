import type { ReadableDatabase } from '../../db/database.ts';
import { type FundAccount, readFundAccounts } from '../../db/queries/funds.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { article } from '../../policy/article.ts';
import { levelInCharge } from '../../policy/funds/account.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { type Act, mayAct } from '../../policy/powers.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { SeatKind } from '../../policy/seat.ts';

/** The dedicated account that was in use on a day. Refuses a day without one: money is kept in a dedicated account. 第十八条. */
export function accountOn(db: ReadableDatabase, { id, name }: StudioRecord, on: PlainDate, act: string): FundAccount {
  const accounts = readFundAccounts(db, id);
  const account = accounts.find(({ openedOn, closedOn }) => openedOn <= on && (closedOn === null || on <= closedOn));
  if (account !== undefined) return account;
  const why =
    accounts.length === 0
      ? `「${name}」还没有经费专户。建设经费由所在单位专户管理，请先办理「开立经费专户」`
      : `「${name}」的专户 ${accounts.at(-1)?.openedOn ?? ''} 才开立，${on} 的收支不在专户之内。请核对日期`;
  throw new Refusal(`无法${act}：${why}。`, article(18));
}

/** True when a department of this kind looks after the money of the studio as its titles now stand. 第十五条, 第十六条, 第十八条. */
export function looksAfterMoney(act: Act, { designations }: StudioRecord, kind: SeatKind): boolean {
  return mayAct(kind, act, levelInCharge(designations));
}
