import { appendAudit } from '../../db/audit.ts';
import type { WritableDatabase } from '../../db/database.ts';
import { inTransaction } from '../../db/transaction.ts';
import { writeSetting } from '../../db/writes/settings.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { InputOf } from '../contract/contract.ts';
import { seatByName, seatSetting, storedSeat } from './seat.ts';

/** First start: whose computer this is, and whom to call. The seat of a register is chosen once. */
export function initialise(db: WritableDatabase, { seat: name, contact }: InputOf<'initialise'>, today: PlainDate, at: string): void {
  const present = storedSeat(db, today);
  if (present !== undefined) {
    throw new Refusal(`无法重新设定部门：这个数据文件夹已属于${present.name}。另一个部门请使用另一个数据文件夹。`);
  }
  const seat = seatByName(db, name, today);
  inTransaction(db, (tx) => {
    writeSetting(tx, seatSetting, seat.id);
    writeSetting(tx, 'contact', contact ?? { person: '', phone: '' });
    appendAudit(tx, { at, onDate: today, departmentId: seat.id, command: 'init', studioId: null, details: { seat: seat.name } });
  });
}
