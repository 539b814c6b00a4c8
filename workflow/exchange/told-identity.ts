import type { Transaction } from '../../db/database.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { storeToldIdentity } from '../../db/writes/told-identity.ts';
import type { FieldChange } from '../../exchange/compare-records.ts';
import type { DatedIdentity } from '../../exchange/studio-columns.ts';
import { levelInCharge } from '../../policy/funds/account.ts';
import type { SeatKind } from '../../policy/seat.ts';
import type { JudgedRow } from './incoming.ts';

/** Who told whom, and whether the row is no longer as the sender's program wrote it. */
export interface Telling {
  readonly sender: SeatKind | undefined;
  readonly seat: SeatKind;
  readonly edited: boolean;
  /** The row brings the district title: with it the HR bureau looks after the studio. */
  readonly awards?: boolean;
}

/** The columns that say which studio a row is about, and since when it goes by that name and lead. */
export const identityFields: readonly string[] = [
  'studioName',
  'leadName',
  'leadIdNumber',
  'identityOn',
] satisfies readonly (keyof DatedIdentity)[];

/**
 * Whose word a seat takes on a studio's name and lead: the department that looks after the studio registers them (第十五条、第十六条), and the office
 * hears of both from the HR bureau alone. Nobody is told by a file that knows less than the register.
 */
function mayTell(
  studio: StudioRecord,
  { identityOn, leadName }: Readonly<Partial<DatedIdentity>>,
  { sender, seat, awards }: Telling,
): boolean {
  const district = awards === true || levelInCharge(studio.designations) === 'district';
  const inCharge: SeatKind = district ? 'hr-bureau' : 'sector-bureau';
  const speaks = seat === 'leading-group-office' ? sender === 'hr-bureau' : sender === inCharge && seat !== inCharge;
  return speaks && leadName !== undefined && identityOn !== undefined && identityOn >= (studio.identityOn ?? identityOn);
}

/**
 * A judged row with what it says of the studio's name and lead, where that is news. A row that says nothing else new is taken for that alone; a
 * row that is not to be taken for it is left without its day.
 */
export function withIdentity<Fields extends DatedIdentity>(
  judged: JudgedRow<Fields>,
  studio: StudioRecord,
  changes: readonly FieldChange<Fields>[],
  telling: Telling,
): JudgedRow<Fields> {
  const { row, state, warnings } = judged;
  const told = changes.filter(({ field }) => field !== 'identityOn' && identityFields.includes(field));
  if (state === 'error' || state === 'conflict') return judged;
  if (told.length > 0 && mayTell(studio, row.record, telling)) {
    if (!telling.edited) {
      const record = state === 'unchanged' ? onlyIdentity(row.record) : row.record;
      return { ...judged, row: { ...row, record }, state: 'changed', changes: [...told, ...judged.changes] };
    }
    const labels = told.map(({ label }) => label).join('、');
    const warning = `${labels}与登记库不同，而这一行在写出之后改动过，没有采用：请向发文部门索取原件。`;
    return { ...judged, row: { ...row, record: withoutDay(row.record) }, warnings: [...warnings, warning] };
  }
  return { ...judged, row: { ...row, record: withoutDay(row.record) } };
}

function onlyIdentity<Fields>(record: Readonly<Partial<Fields>>): Partial<Fields> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => identityFields.includes(field))) as Partial<Fields>;
}

function withoutDay<Fields>(record: Readonly<Partial<Fields>>): Partial<Fields> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => field !== 'identityOn')) as Partial<Fields>;
}

/** Takes the name and the lead a row has kept its day for. */
export function takeIdentity(tx: Transaction, studioId: string, record: Readonly<Partial<DatedIdentity>>): void {
  const { studioName: name, leadName, leadIdNumber: idNumber, identityOn: on } = record;
  if (on === undefined) return;
  const [studio] = readStudios(tx, [studioId]);
  if (studio === undefined || name === undefined || leadName === undefined || idNumber === undefined) {
    throw new Error(`a studio's name and lead passed the checks without being there: ${JSON.stringify(record)}`);
  }
  storeToldIdentity(tx, studio, { name, lead: { name: leadName, idNumber }, on });
}
