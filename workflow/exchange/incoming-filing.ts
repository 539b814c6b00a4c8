import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { newId } from '../../db/new-id.ts';
import { type Department, listSectors } from '../../db/queries/departments.ts';
import { type Filing, readFilings } from '../../db/queries/filings.ts';
import { readStudioChanges } from '../../db/queries/studio-changes.ts';
import { readStudios, type StudioDesignation, type StudioRecord } from '../../db/queries/studios.ts';
import { recordChanges } from '../../db/record-changes.ts';
import { type FiledBefore, type FiledStudio, storeFiledStudio } from '../../db/writes/filed-studio.ts';
import { compareFiling, filing } from '../../exchange/filing.ts';
import type { FilingRecord } from '../../exchange/filing-record.ts';
import { foreignValues } from '../../exchange/foreign-values.ts';
import { readOpenedFiling } from '../../exchange/read-filing.ts';
import type { CellProblem, ReadResult, ReadRow } from '../../exchange/read-result.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import { levelInCharge } from '../../policy/funds/account.ts';
import { type PlainDate, plainDate } from '../../policy/plain-date.ts';
import type { Context } from '../context.ts';
import { heldTitle } from '../held-title.ts';
import { registeredFiling } from './filing-entries.ts';
import { incoming, inError, type JudgedRow, remarkLine, remarksByRow, type StoredFile } from './incoming.ts';
import { knownFields } from './known-fields.ts';
import { senderOfFile } from './sender.ts';
import { studiosMeant } from './studios-meant.ts';

type Row = ReadRow<FilingRecord>;

/** Of a filing, what the HR bureau's register has no place of its own for. */
const statedFields = ['meetingOn', 'minutesNumber', 'letterNumber', 'cycleFrom', 'cycleTo'] as const;

/** 备案汇总表, as the HR bureau takes it into its books: the studios of the bureau, each with its filing that waits for an answer. 第十六条. */
export const incomingFiling = incoming({
  kind: filing,
  receivers: ['hr-bureau'],
  read: readOpenedFiling,
  about: ({ record, original }) => ({
    lead: record.leadName ?? original.leadName ?? '',
    hostUnit: record.hostUnit ?? original.hostUnit ?? '',
  }),
  judge,
  store,
});

/** The day the row was sent for filing: as it says, or else the day its workbook was written. */
function sentOn({ record }: Pick<Row, 'record'>, origin: ReadResult<'filing', FilingRecord>['origin'], today: PlainDate): PlainDate {
  return record.sentOn ?? (origin === undefined ? today : plainDate(origin.writtenOn));
}

function judge(db: ReadableDatabase, read: ReadResult<'filing', FilingRecord>, context: Context): readonly JudgedRow<FilingRecord>[] {
  const sender = senderOfFile(db, read, { title: filing.title, from: 'sector-bureau' }, context);
  const studios = new Map(studiosMeant(db, read.rows).map((studio) => [studio.id, studio]));
  const present = new Map([...studios].map(([recordId, studio]) => [recordId, { recordId, record: registeredFiling(db, studio) }]));
  const rows = read.rows.map(({ baseHash: _base, ...row }): Row => {
    // The sender's register has moved on since the last file, ours has not: what stood when the workbook was written says nothing here.
    const record = { ...row.record, sentOn: sentOn(row, read.origin, context.today) };
    const whole = { ...row, record, errors: [...row.errors, ...problemsOf({ ...row, record }, db, sender, context)] };
    const studio = row.recordId === undefined ? undefined : studios.get(row.recordId);
    return studio !== undefined && registeredHere(db, studio) ? withoutIdentity(whole) : whole;
  });
  const remarksOf = remarksByRow<FilingRecord>(read.warnings);
  return compareFiling(rows, [...present.values()], 'sector-bureau').map((compared) => {
    const { row, recordId, state, changes, suggestion } = compared;
    const studio = recordId === undefined ? undefined : studios.get(recordId);
    const remarks = [...remarksOf(row), ...compared.warnings];
    const standing =
      studio === undefined
        ? undefined
        : standingOf(
            db,
            studio,
            row,
            changes.some(({ field }) => field !== 'sentOn'),
            read.origin?.writtenOn,
          );
    const judged: JudgedRow<FilingRecord> = {
      row,
      ...(recordId === undefined ? {} : { recordId }),
      state: standing?.state ?? state,
      changes: changes.filter(({ allowed }) => allowed),
      warnings: [
        ...remarks.map(remarkLine),
        ...(standing?.warning ?? []),
        ...(standing === undefined && studio !== undefined ? districtTitleAsked(studio, row) : []),
        ...(suggestion === undefined ? [] : ['登记库中有同名同单位的工作室，身份证号不同：请确认不是同一个工作室。']),
      ],
    };
    if (state === 'error') return judged;
    return inError(judged, foreignValues(filing, row, present.get(recordId ?? '')?.record, 'sector-bureau'));
  });
}

/** 第十六条: the lead and the name of a district studio are registered here; a bureau that has not heard of it yet still lists the former ones. */
function registeredHere(db: ReadableDatabase, { id, designations }: StudioRecord): boolean {
  const changed = (): boolean => readStudioChanges(db, id).some(({ kind }) => kind === 'rename-studio' || kind === 'change-lead');
  return levelInCharge(designations) === 'district' && changed();
}

function withoutIdentity(row: Row): Row {
  const {
    studioName: _name,
    leadName: _lead,
    leadIdNumber: _id,
    leadSex: _sex,
    leadBirthDate: _birth,
    leadTitle: _title,
    ...rest
  } = row.record;
  const { leadPhone: _phone, ...record } = rest;
  return { ...row, record };
}

/** What is wrong with a row on this day, whatever the register has of it. */
function problemsOf(row: Row, db: ReadableDatabase, sender: Department | undefined, { today }: Context): readonly CellProblem[] {
  const { sector, namedOn, sentOn: sent, endedOn } = row.record;
  const problem = (key: 'sector' | 'namedOn' | 'sentOn' | 'endedOn', message: string): readonly CellProblem[] => [
    rowProblem(filing, row, key, message),
  ];
  const known = listSectors(db).find(({ name }) => name === sector);
  const place = (): readonly CellProblem[] => {
    if (known === undefined)
      return problem(
        'sector',
        `领域「${sector ?? ''}」不在登记的领域之中：请填写 ${listSectors(db)
          .map(({ name }) => name)
          .join('、')}之一。`,
      );
    if (sender !== undefined && known.bureauId !== sender.id)
      return problem('sector', `「${known.name}」系统的工作室由该系统主管部门报送备案，${sender.name}不能报送。（《办法》第十一条第三项）`);
    return [];
  };
  const days = (): readonly CellProblem[] => {
    if (namedOn === undefined) return problem('namedOn', '没有填写命名日期：命名后才报送备案，请补填。（《办法》第十一条第三项）');
    if (namedOn > today) return problem('namedOn', `命名日期 ${namedOn} 晚于今天 ${today}：请核对。`);
    if (sent !== undefined && sent > today) return problem('sentOn', `报送日期 ${sent} 晚于今天 ${today}：请核对。`);
    if (sent !== undefined && sent < namedOn) return problem('sentOn', `报送日期 ${sent} 早于命名日期 ${namedOn}：请核对。`);
    if (endedOn !== undefined && endedOn > today) return problem('endedOn', `称号终止日期 ${endedOn} 晚于今天 ${today}：请核对。`);
    if (endedOn !== undefined && endedOn < namedOn) return problem('endedOn', `称号终止日期 ${endedOn} 早于命名日期 ${namedOn}：请核对。`);
    return [];
  };
  // A cell that could not be read has said so already.
  return row.errors.length > 0 ? [] : [...place(), ...days()];
}

/** The in-system title a studio holds, or held last, and the last filing of it. */
function filedBefore(db: ReadableDatabase, { id, designations }: StudioRecord) {
  const titles = designations.filter(({ level }) => level === 'in-system');
  const title = titles.findLast(({ endedOn }) => endedOn === null) ?? titles.at(-1);
  const last = readFilings(db, id).findLast(({ designationId }) => designationId === title?.id);
  return { title, last };
}

/** Where the register's own course decides over the row: a title that has ended, a file that is older than what was answered. */
function standingOf(
  db: ReadableDatabase,
  studio: StudioRecord,
  { record }: Row,
  differs: boolean,
  writtenOn: string | undefined,
): { readonly state: 'conflict' | 'unchanged'; readonly warning?: readonly string[] } | undefined {
  const { title, last } = filedBefore(db, studio);
  const sent = record.sentOn;
  if (last === undefined || sent === undefined) return endedBefore(studio, title, record, writtenOn);
  if (sent < last.sentOn)
    return { state: 'unchanged', warning: [`这份文件的报送日期 ${sent} 早于已收到的 ${last.sentOn}，没有采用：请索取最新的备案汇总表。`] };
  if (differs && writtenOn !== undefined && last.writtenOn !== null && writtenOn < last.writtenOn) {
    const warning = `这份文件写于 ${writtenOn}，早于已收到的 ${last.writtenOn} 那一份，没有采用：请索取最新的备案汇总表。`;
    return { state: 'unchanged', warning: [warning] };
  }
  const ended = endedBefore(studio, title, record, writtenOn);
  if (ended !== undefined) return ended;
  // What was acknowledged stays sent on its day, whatever later lists say.
  if (last.answer === 'acknowledged' && !differs) return { state: 'unchanged' };
  if (last.answer === 'returned' && sent === last.sentOn && !differs) {
    return {
      state: 'unchanged',
      warning: [`这次报送已于 ${last.answeredOn ?? ''} 退回（${last.reason ?? ''}）：报送单位改正后，以新的报送日期再次报送。`],
    };
  }
  return undefined;
}

/** A title that has ended stays as it is told to have ended; a list that says otherwise is looked at by people. */
function endedBefore(
  { name }: StudioRecord,
  title: StudioDesignation | undefined,
  { endedOn }: Row['record'],
  writtenOn: string | undefined,
): ReturnType<typeof standingOf> {
  if (title === undefined || title.endedOn === null) return undefined;
  if (endedOn === title.endedOn) return { state: 'unchanged' };
  if (endedOn === undefined && writtenOn !== undefined && writtenOn < title.endedOn) {
    return {
      state: 'unchanged',
      warning: [`这份文件写于 ${writtenOn}，早于称号终止的 ${title.endedOn}，没有采用：请索取最新的备案汇总表。`],
    };
  }
  return { state: 'conflict', warning: [`「${name}」的系统内名师工作室称号已于 ${title.endedOn} 终止：请与报送单位核对。`] };
}

/** What a revocation within the system asks of the HR bureau. 第二十条: what was found is to be verified before a title falls. */
function districtTitleAsked(studio: StudioRecord, { record }: Row): readonly string[] {
  if (record.endKind !== 'revoked' || heldTitle(studio, 'district') === undefined) return [];
  return [
    `「${studio.name}」的系统内称号已由${record.endNumber ?? '主管部门'}撤销，区级称号仍然保留：请查核撤销的原因是否涉及区级称号，涉及的登记问题线索。（《办法》第二十条）`,
  ];
}

function store(tx: Transaction, rows: readonly JudgedRow<FilingRecord>[], file: StoredFile): void {
  const recorder = recordChanges(tx, file.id);
  const matched = rows.flatMap(({ recordId }) => recordId ?? []);
  const studios = new Map(readStudios(tx, matched).map((studio) => [studio.id, studio]));
  for (const { row, recordId } of rows) {
    const present = recordId === undefined ? undefined : studios.get(recordId);
    const acknowledged = present === undefined ? undefined : acknowledgedFiling(tx, present);
    const record = { ...(present === undefined ? {} : registeredFiling(tx, present)), ...row.record };
    const filed = filedStudio(tx, { ...record, sentOn: acknowledged?.sentOn ?? record.sentOn }, file.writtenOn);
    // The same studio has the same id at every seat.
    storeFiledStudio(tx, recorder, filed, present === undefined ? { id: row.recordId ?? newId() } : placeOf(tx, present));
  }
}

function acknowledgedFiling(db: ReadableDatabase, studio: StudioRecord): Filing | undefined {
  const { last } = filedBefore(db, studio);
  return last?.answer === 'acknowledged' ? last : undefined;
}

function placeOf(tx: Transaction, studio: StudioRecord): FiledBefore {
  const { title, last } = filedBefore(tx, studio);
  const anew = last === undefined || last.answer === 'returned';
  return { studioId: studio.id, designationId: title?.id, filingId: anew ? undefined : last.id };
}

function filedStudio(
  db: ReadableDatabase,
  record: { readonly [Key in keyof FilingRecord]?: FilingRecord[Key] | undefined },
  writtenOn: PlainDate,
): FiledStudio {
  const { sector, studioName, leadName, leadIdNumber, namedOn, sentOn: sent } = record;
  const known = listSectors(db).find(({ name }) => name === sector);
  if (
    known === undefined ||
    studioName === undefined ||
    leadName === undefined ||
    leadIdNumber === undefined ||
    namedOn === undefined ||
    sent === undefined
  ) {
    throw new Error(`a filing without sector, studio, lead or dates passed the checks: ${JSON.stringify(record)}`);
  }
  const { hostUnit, hostUnitKind, members, trainingAudience, area, dedicatedFunds, namingDocument } = record;
  return {
    name: studioName,
    sectorId: known.id,
    bureauId: known.bureauId,
    lead: {
      name: leadName,
      idNumber: leadIdNumber,
      ...knownFields({
        sex: record.leadSex,
        birthDate: record.leadBirthDate,
        professionalTitle: record.leadTitle,
        phone: record.leadPhone,
      }),
    },
    ...(hostUnit === undefined ? {} : { hostUnit: { name: hostUnit, ...knownFields({ kind: hostUnitKind }) } }),
    ...(members === undefined
      ? {}
      : {
          members: members.map(({ name, sex, birthDate, title }) => ({
            name,
            ...knownFields({ sex, birthDate, professionalTitle: title }),
          })),
        }),
    ...knownFields({ trainingAudience, area, dedicatedFunds, namingDocument }),
    namedOn,
    sentOn: sent,
    ...knownFields({ ending: endingOf(record) }),
    writtenOn,
    stated: Object.fromEntries(statedFields.flatMap((field) => (record[field] === undefined ? [] : [[field, record[field]]]))),
  };
}

function endingOf({ endedOn, endKind, endNumber, endReason }: Parameters<typeof filedStudio>[1]): FiledStudio['ending'] {
  if (endedOn === undefined || endKind === undefined || endNumber === undefined || endReason === undefined) return undefined;
  return { endedOn, endKind, number: endNumber, endReason };
}
