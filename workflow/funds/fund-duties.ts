import type { ReadableDatabase } from '../../db/database.ts';
import { fundBalances, studiosWithFundAccount } from '../../db/queries/funds.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { fundDuties } from '../../policy/duties/fund-duties.ts';
import type { Duty } from '../../policy/duty.ts';
import { levelInCharge } from '../../policy/funds/account.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { SeatKind } from '../../policy/seat.ts';
import { heldTitle } from '../held-title.ts';
import { looksAfterMoney } from './account-on.ts';

/** What a department of a kind has to do about the money of studios. 第十八条. */
export function fundDutiesOf(db: ReadableDatabase, studios: readonly StudioRecord[], kind: SeatKind, today: PlainDate): readonly Duty[] {
  const balances = fundBalances(db);
  const accounts = studiosWithFundAccount(db);
  return studios
    .filter((studio) => looksAfterMoney('open-fund-account', studio, kind))
    .flatMap((studio) => {
      const ends = studio.designations.map(({ endedOn }) => endedOn);
      const lastEnd = ends
        .filter((day) => day !== null)
        .toSorted()
        .at(-1);
      return fundDuties(
        {
          name: studio.name,
          namedOn: heldTitle(studio, levelInCharge(studio.designations))?.namedOn,
          endedOn: ends.includes(null) ? undefined : lastEnd,
          hasAccount: accounts.has(studio.id),
          balance: balances.get(studio.id) ?? 0,
        },
        today,
      );
    });
}
