import type { ReadableDatabase } from '../../db/database.ts';
import { type Department, listSectors } from '../../db/queries/departments.ts';
import { readStudioChanges } from '../../db/queries/studio-changes.ts';
import { type StudioRecord } from '../../db/queries/studios.ts';
import { compareFiling, filing } from '../../exchange/filing.ts';
import type { FilingRecord } from '../../exchange/filing-record.ts';
import { foreignValues } from '../../exchange/foreign-values.ts';
import { readOpenedFiling } from '../../exchange/read-filing.ts';
import type { CellProblem, ReadResult, ReadRow } from '../../exchange/read-result.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import { levelInCharge } from '../../policy/funds/account.ts';
import { type PlainDate, plainDate } from '../../policy/plain-date.ts';
import type { Context } from '../context.ts';
import { registeredFiling } from './filing-entries.ts';
import { filingStanding } from './filing-standing.ts';
import { incoming, inError, type JudgedRow, judgedRow, remarkLine, remarksByRow } from './incoming.ts';
import { senderOfFile } from './sender.ts';
import { storeFiling } from './store-filing.ts';
import { studiosMeant } from './studios-meant.ts';

type Row = ReadRow<FilingRecord>;

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
  store: storeFiling,
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
        : filingStanding(
            db,
            studio,
            row,
            changes.some(({ field }) => field !== 'sentOn'),
            read.origin?.writtenOn,
          );
    const judged: JudgedRow<FilingRecord> = {
      ...judgedRow(compared),
      state: standing?.state ?? state,
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

/** What a revocation within the system asks of the HR bureau. 第十条: district studios are chosen among in-system ones; 第二十条: what was found is verified first. */
function districtTitleAsked({ name, designations }: StudioRecord, { record }: Row): readonly string[] {
  const { endKind, endedOn, endNumber = '主管部门' } = record;
  const title = designations.find((each) => each.level === 'district' && each.endedOn === null);
  if (endKind !== 'revoked' || endedOn === undefined || title === undefined) return [];
  const revoked = `「${name}」的系统内称号已于 ${endedOn} 由${endNumber}撤销`;
  return title.namedOn > endedOn
    ? [
        `${revoked}，区级称号授予在后（${title.namedOn}），当时已不是系统内名师工作室：请与报送单位和办公室核对，研究区级称号去留。（《办法》第十条）`,
      ]
    : [`${revoked}，区级称号仍然保留：请查核撤销的原因是否涉及区级称号，涉及的登记问题线索。（《办法》第二十条）`];
}
