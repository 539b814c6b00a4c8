import type { Transaction } from '../../db/database.ts';
import { fundMovements, keptFrom, readFundAccounts } from '../../db/queries/funds.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { addFundEntry } from '../../db/writes/funds.ts';
import { firstOverdraft, type IncomeSource, incomeSourceLabels } from '../../policy/funds/account.ts';
import type { Fen } from '../../policy/money.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { Context } from '../context.ts';
import { bookableEntry } from './bookable-entry.ts';

/** Money that a department pays out or gets back, as its own paper says. */
interface GrantMoney {
  readonly on: PlainDate;
  readonly amount: Fen;
  readonly voucher: string;
  readonly summary: string;
}

/** What came of it: the number of the entry, or why there is none and what to do. */
export type Booking = { readonly sequence: number } | { readonly warning: string };

/** The end of a sentence that says what was booked; nothing where nothing was. */
export function bookingText(booking: Booking): string {
  return 'sequence' in booking ? `，专户账上记为第 ${booking.sequence} 笔` : '';
}

/** The warnings of a booking that did not happen. */
export function bookingWarnings(booking: Booking): readonly string[] {
  return 'warning' in booking ? [booking.warning] : [];
}

function hasAccount(tx: Transaction, studioId: string, on: PlainDate): boolean {
  return readFundAccounts(tx, studioId).some(({ openedOn, closedOn }) => openedOn <= on && (closedOn === null || on <= closedOn));
}

function book(tx: Transaction, studio: StudioRecord, kind: 'income' | 'return', source: IncomeSource, given: GrantMoney, context: Context) {
  const { on, amount, voucher, summary } = given;
  const entry = { kind, source, amount, onDate: on, voucherNumber: voucher, summary, counterparty: context.seat.name, handler: null };
  return { sequence: addFundEntry(tx, bookableEntry(tx, studio, entry, context)) };
}

/** A grant that is paid comes into the studio's account in the same act, so that nobody enters it twice. 第十六条, 第十八条. */
export function bookGrantPaid(tx: Transaction, studio: StudioRecord, given: GrantMoney, context: Context): Booking {
  if (hasAccount(tx, studio.id, given.on)) return book(tx, studio, 'income', 'district-grant', given, context);
  return { warning: `${given.on} 没有经费专户，这笔资助没有入账；开立专户后请办理「登记收入」补记（第十八条）。` };
}

/**
 * A grant that came back leaves the studio's account in the same act. What the account did not receive, or no longer has, is a warning: the
 * unit makes it good first. 第十八条, 第十九条第二款.
 */
export function bookGrantReclaimed(
  tx: Transaction,
  studio: StudioRecord,
  source: IncomeSource,
  given: GrantMoney,
  context: Context,
): Booking {
  const { on, amount } = given;
  const then = '没有记入专户；须从专户退回的，请办理「登记退回」（第十八条）。';
  if (!hasAccount(tx, studio.id, on)) return { warning: `${on} 没有经费专户，收回的资助${then}` };
  if (keptFrom(tx, studio.id, source) < amount) {
    return { warning: `专户入账的${incomeSourceLabels[source]}不足这一笔，收回的资助${then}` };
  }
  if (firstOverdraft([...fundMovements(tx, studio.id), { on, change: -amount }], on) !== undefined) {
    return { warning: `专户余额不足，收回的资助没有记入专户；请所在单位补足（登记收入），再办理「登记退回」（第十八条）。` };
  }
  return book(tx, studio, 'return', source, given, context);
}
