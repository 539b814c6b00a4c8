import type { ReadableDatabase } from '../../db/database.ts';
import type { Department } from '../../db/queries/departments.ts';
import { readEntries, readRound } from '../../db/queries/district-rounds.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { type ComparedRow, compareRecords, type FieldChange, isEdited } from '../../exchange/compare-records.ts';
import type { CellProblem, ReadResult, ReadRow } from '../../exchange/read-result.ts';
import { isOpening, type RoundResultRecord, readOpenedRound, roundResult } from '../../exchange/round-result.ts';
import { type RoundTerms, roundTerms } from '../../exchange/round-terms.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import { columnLabel } from '../../exchange/workbook-kind.ts';
import { type SeatKind, seatKindLabels } from '../../policy/seat.ts';
import type { Context } from '../context.ts';
import { incomingActs, inError, type JudgedRow, judgedRow } from './incoming.ts';
import { entryToTell, registeredCourse, termsOf } from './round-courses.ts';
import { senderOfFile } from './sender.ts';
import { storeRound, storeRoundCourse } from './store-round-course.ts';
import { studiosMeant } from './studios-meant.ts';
import { identityFields, type Telling, takeIdentity, withIdentity } from './told-identity.ts';
import { undoCourses } from './undo-courses.ts';

type Row = ReadRow<RoundResultRecord>;
type Judged = JudgedRow<RoundResultRecord>;

/**
 * 评选结果, as any department takes it: one row for the round where it is not known yet, then one for each studio's course, as far as
 * the file goes beyond the register. Nothing is ever taken back: a row that says less than the register, or tells of an earlier
 * application, is unchanged; one that says otherwise is a conflict; one that speaks for a department that is not its sender is an error
 * at that cell. A file whose sender does not tell this seat of rounds is refused whole. 第十二条.
 */
export const incomingRoundResult = incomingActs({
  kind: roundResult,
  receivers: ['sector-bureau', 'hr-bureau', 'leading-group-office'],
  read: readOpenedRound,
  about: ({ record }) => ({ lead: record.leadName ?? '', hostUnit: '' }),
  judge,
  undo: undoCourses,
  blamed: (row, message) => (isOpening(row) ? roundProblem(row, message) : rowProblem(roundResult, row, 'studioName', message)),
  take(tx, { row, recordId }, context) {
    const { record } = row;
    if (isOpening(row)) return storeRound(tx, record.terms, context);
    if (recordId !== undefined) takeIdentity(tx, recordId, record);
    return record.appliedOn === undefined ? [] : storeRoundCourse(tx, { ...record, studioId: recordId ?? row.recordId }, context);
  },
});

/** Something wrong with the round itself, shown at its year. */
function roundProblem({ sheet, cells, studio }: Row, message: string): CellProblem {
  return { sheet, cell: cells.terms ?? '', studio, field: '评选年度', message };
}

/** Who sends such files to a seat. */
const sendersTo = {
  'sector-bureau': ['hr-bureau', 'leading-group-office'],
  'hr-bureau': ['leading-group-office', 'sector-bureau'],
  'leading-group-office': ['hr-bureau'],
} as const satisfies Readonly<Record<SeatKind, readonly SeatKind[]>>;

const unreadTerms = '「评选通知」工作表有错误，看不出是哪一年的评选：请先改正那一行。';

function judge(db: ReadableDatabase, read: ReadResult<'round-result', RoundResultRecord>, context: Context): readonly Judged[] {
  const sender = senderOfFile(db, read, { title: roundResult.title, from: sendersTo[context.seat.kind] }, context);
  const [opening, ...rows] = read.rows;
  if (opening === undefined) throw new Error('a round without its terms passed the reader');
  const terms = opening.record.terms;
  const round = terms === undefined ? undefined : readRound(db, terms.year);
  const entries = round === undefined ? [] : readEntries(db, { roundId: round.id });
  const studios = studiosMeant(db, read.rows);
  const present = studios.map((studio) => ({ recordId: studio.id, record: registeredCourse(studio, entryToTell(entries, studio.id)) }));
  const compared = compareRecords(roundResult, rows, present, { suggestBy: ['studioName'] });
  const courses = compared.map((each) => {
    const studio = studios.find(({ id }) => id === each.recordId);
    const judged: Judged = judgedRow(each);
    if (each.state === 'error') return judged;
    if (terms === undefined) return inError(judged, [rowProblem(roundResult, each.row, 'studioName', unreadTerms)]);
    const problem = wrongStudio(each.row, studio, sender, context);
    if (problem !== undefined) return inError(judged, [rowProblem(roundResult, each.row, 'leadIdNumber', problem)]);
    if (studio === undefined) return { ...judged, changes: shownCourse(each.row) };
    const stands = registeredCourse(studio, entryToTell(entries, studio.id));
    // A row as its sender's program wrote it may pass on what others recorded; a row somebody edited speaks for the sender alone.
    const telling = { sender: sender?.kind, seat: context.seat.kind, edited: isEdited(roundResult, each.row) };
    const coursed = { ...judged, ...course(each, stands, telling, judged) };
    const awards = coursed.state === 'changed' && stands.awardedOn === undefined && each.row.record.awardedOn !== undefined;
    return withIdentity(coursed, studio, each.changes, { ...telling, awards });
  });
  return [judgeTerms(opening, round === undefined ? undefined : termsOf(round), context), ...courses];
}

/** The round's own row against the register: not known yet, the same, or another one. */
function judgeTerms(row: Row, stands: RoundTerms | undefined, { seat }: Context): Judged {
  const bare: Judged = { row, state: 'new', changes: [], warnings: [] };
  const { terms } = row.record;
  if (row.errors.length > 0 || terms === undefined) return { ...bare, state: 'error' };
  const changes = roundTerms.columns.flatMap((column) => {
    const show = (from: RoundTerms | undefined): string => (from === undefined ? '' : column.type.show(from[column.key] as never));
    const [before, after] = [show(stands), show(terms)];
    return before === after ? [] : [{ label: columnLabel(column), before, after }];
  });
  if (stands === undefined && seat.kind === 'hr-bureau') {
    return inError(bare, [roundProblem(row, `登记库中没有启动 ${terms.year} 年的评选：评选由区人力资源局启动，请核对文件。`)]);
  }
  if (stands === undefined) return { ...bare, changes };
  if (changes.length === 0) return { ...bare, state: 'unchanged' };
  const warning = `登记库中 ${terms.year} 年的评选与文件不同：评选条件以启动时为准，请与区人力资源局核对。（《办法》第十二条）`;
  return { ...bare, state: 'conflict', changes, warnings: [warning] };
}

function wrongStudio(row: Row, studio: StudioRecord | undefined, sender: Department | undefined, { seat }: Context): string | undefined {
  const { record } = row;
  if (studio === undefined && seat.kind !== 'leading-group-office') {
    return '登记库中没有身份证号与此相同的领办人的工作室：请先办理备案，或核对身份证号。（《办法》第十一条第三项）';
  }
  if (studio !== undefined && seat.kind === 'sector-bureau' && !seat.sectors.includes(studio.sector.name)) {
    return `「${studio.name}」属于${studio.sector.name}系统，不由${seat.name}管理：请核对文件是否发错。`;
  }
  if (studio !== undefined && sender?.kind === 'sector-bureau' && studio.sector.bureauId !== sender.id) {
    return `「${studio.name}」属于${studio.sector.name}系统，不由${sender.name}管理：请由该系统主管部门通报。`;
  }
  if (studio === undefined && isEdited(roundResult, row)) {
    return '登记库中没有这个工作室，而这一行在写出之后改动过：请向区人力资源局索取原件。';
  }
  if (studio === undefined && (record.sector === undefined || record.namedOn === undefined || record.leadName === undefined)) {
    return '登记库中没有这个工作室，文件又没有写全领域、领办人和系统内命名日期：请向区人力资源局索取原件。';
  }
  return undefined;
}

function shownCourse(row: Row): Judged['changes'] {
  const cells = roundResult.cellsOf(row.record);
  return roundResult.columns.flatMap((column) => {
    const value = cells[column.key];
    return value === undefined ? [] : [{ label: columnLabel(column), before: '', after: column.type.show(value as never) }];
  });
}

/** What identifies a studio is no part of its course in the round. */
const identity: readonly string[] = [...identityFields, 'sector', 'namedOn', 'filedOn'];

/** A studio's course in the file against the one in the register. */
function course(
  { row, changes }: ComparedRow<RoundResultRecord>,
  stands: Partial<RoundResultRecord>,
  telling: Telling,
  judged: Judged,
): Partial<Judged> {
  const own = changes.filter(({ field }) => !identity.includes(field));
  if (own.length === 0) return { state: 'unchanged', changes: [] };
  const { appliedOn, endedOn } = row.record;
  if (stands.appliedOn !== undefined && appliedOn !== undefined && appliedOn < stands.appliedOn) {
    const warning = `文件中的申请日期 ${appliedOn} 早于登记库中的 ${stands.appliedOn}，是以前的申请，没有采用。`;
    return { state: 'unchanged', changes: [], warnings: [...judged.warnings, warning] };
  }
  const foreign = own.flatMap((change) => foreignValue(row, change, telling));
  if (foreign.length > 0) return inError(judged, foreign);
  const again = stands.endedOn !== undefined && appliedOn !== undefined && appliedOn > (stands.appliedOn ?? appliedOn);
  if (endedOn !== undefined && stands.awardedOn !== undefined && stands.endedOn === undefined) {
    const warning = `文件中已于 ${endedOn} 退出评选，登记库中已于 ${stands.awardedOn} 授牌，不会自动改动：请与发文部门核对，授牌有误的按规定终止或撤销。`;
    return { state: 'conflict', changes: own, warnings: [...judged.warnings, warning] };
  }
  const differing = own.filter(({ before }) => before !== '');
  if (!again && (differing.length > 0 || (stands.endedOn !== undefined && own.length > 0))) {
    const named = differing.length > 0 ? differing.map(({ label }) => label).join('、') : '退出评选之后的结果';
    const warning = `${named}与登记库不同，不会自动改动：请与发文部门核对；以文件为准的，先撤销原来那一批导入。`;
    return { state: 'conflict', changes: own, warnings: [...judged.warnings, warning] };
  }
  return { state: 'changed', changes: own };
}

/** What the file says in a column that neither its sender may write nor this seat takes from others. */
function foreignValue(row: Row, { field, before, after }: FieldChange<RoundResultRecord>, { sender, seat, edited }: Telling) {
  const column = roundResult.columns.find(({ key }) => key === field);
  const owner = column?.owner;
  if (column === undefined || owner === undefined || owner === sender) return [];
  // A bureau may have recommended on paper: then its own register learns of it here.
  const mine = owner === seat && (seat !== 'sector-bureau' || before !== '');
  if (!mine && !edited) return [];
  const now = before === '' ? '登记库中为空' : `登记库中为「${before}」`;
  const message = `${columnLabel(column)}由${seatKindLabels[owner]}负责（${now}，文件中为「${after}」），不能由别的部门改动：请恢复原来的内容，或向${seatKindLabels[owner]}核对。`;
  return [rowProblem(roundResult, row, column.key, message)];
}
