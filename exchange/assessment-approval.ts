import type { Grade } from '../policy/grade.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import { assessmentTasks, type ReportedTask, type TaskLine } from './assessment-tasks.ts';
import { calendarDate } from './cell-types/calendar-date.ts';
import { gradeChoice } from './cell-types/grade-choice.ts';
import { paragraph } from './cell-types/plain-text.ts';
import { type TaskOutcome, taskOutcomes } from './cell-types/task-outcomes.ts';
import { wholeNumber } from './cell-types/whole-number.ts';
import { planListSheet } from './plan-list-sheet.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import type { CellProblem, ReadResult, ReadRow, WrittenWorkbook } from './read-result.ts';
import { readOpened, readTables } from './read-workbook.ts';
import { rowProblem } from './row-problem.ts';
import { type DatedIdentity, identityOnColumn, leadGroup, letterGroup, letterNumberColumn, studioColumns } from './studio-columns.ts';
import type { ColumnOf, WorkbookKind } from './workbook-kind.ts';
import { type ListSender, writeList } from './write-list.ts';

interface PeriodicResult extends DatedIdentity {
  readonly letterNumber: string;
  readonly signedOn: PlainDate;
  readonly cycleFrom: PlainDate;
  readonly cycleTo: PlainDate;
  readonly copies: number;
  readonly assessedOn: PlainDate;
  readonly assessors: string;
  readonly selfAssessment: string;
  readonly suggestedGrade: Grade;
  /** Why that grade is suggested. */
  readonly suggestion: string;
  readonly grade: Grade;
  readonly opinion: string;
}

interface ApprovalCells extends PeriodicResult {
  readonly outcomes: readonly TaskOutcome[];
}

/** One studio's periodic result as it is sent up for approval, with the letter it is held against. 第十九条第三款. */
export interface AssessmentApprovalRecord extends ApprovalCells {
  /** What the sheet 逐项结果 says of each outcome. */
  readonly tasks: readonly ReportedTask[];
}

/** What a result has beside its studio wherever it passed the checks: whatever a column below asks for, and its tasks. */
export const requiredOfResult = [
  'letterNumber',
  'signedOn',
  'cycleFrom',
  'cycleTo',
  'copies',
  'assessedOn',
  'assessors',
  'suggestedGrade',
  'suggestion',
  'grade',
  'tasks',
] as const satisfies readonly (keyof AssessmentApprovalRecord)[];

const assessment = '周期性考核';

const ownColumns: readonly ColumnOf<Omit<ApprovalCells, keyof DatedIdentity>>[] = [
  { ...letterNumberColumn, required: true },
  { key: 'signedOn', group: letterGroup, header: '签订日期', type: calendarDate, width: 11, required: true },
  { key: 'cycleFrom', group: letterGroup, header: '周期起', type: calendarDate, width: 11, required: true },
  { key: 'cycleTo', group: letterGroup, header: '周期止', type: calendarDate, width: 11, required: true },
  { key: 'copies', group: letterGroup, header: '份数', type: wholeNumber('份', '承诺书一式几份。'), width: 6, required: true },
  { key: 'assessedOn', group: assessment, header: '考核日期', aliases: ['日期'], type: calendarDate, width: 11, required: true },
  { key: 'assessors', group: assessment, header: '考核组成员', type: paragraph('实地检查的考核组成员。'), width: 14, required: true },
  { key: 'outcomes', group: assessment, header: '任务完成情况', type: taskOutcomes, width: 28, required: true },
  { key: 'selfAssessment', group: assessment, header: '自评', type: paragraph('工作室的自我评价。'), width: 18 },
  { key: 'suggestedGrade', group: assessment, header: '建议等次', type: gradeChoice('按逐项结果提出的等次。'), width: 9, required: true },
  { key: 'suggestion', group: assessment, header: '建议理由', type: paragraph('按逐项结果写明。'), width: 26, required: true },
  {
    key: 'grade',
    group: assessment,
    header: '评定等次',
    aliases: ['考核等次', '等次'],
    type: gradeChoice('考核部门评定、报请审定的等次。'),
    width: 9,
    required: true,
  },
  {
    key: 'opinion',
    group: assessment,
    header: '考核意见',
    type: paragraph('评定等次与建议不同的，或完成数与台账不一致的，须写明。'),
    width: 22,
  },
];

/** 考核结果报审表: periodic results sent up to the department that approves them, task by task. 第十九条第三款. */
export const assessmentApproval: WorkbookKind<'assessment-approval', ApprovalCells, AssessmentApprovalRecord> = {
  id: 'assessment-approval',
  title: '考核结果报审表',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: { ...leadGroup.groupAliases, [letterGroup]: ['承诺书'], [assessment]: ['考核'] },
  studio: 'studioName',
  distinct: ['leadIdNumber', 'studioName', 'letterNumber'],
  columns: [...studioColumns('写命名文件上的全称。', 28, 'sector-bureau'), ...ownColumns, identityOnColumn],
  complete: (cells) => ({ record: cells, remarks: [] }),
  cellsOf: ({ tasks: _tasks, ...cells }) => cells,
};

/** What came of each task, as the list states it. */
export function outcomesOf(tasks: readonly ReportedTask[]): readonly TaskOutcome[] {
  return tasks.map(({ code, actual, target }) => ({ code, actual, target }));
}

type Result = ReadResult<'assessment-approval', AssessmentApprovalRecord>;

/** Reads a list of periodic results that is open already; the sheet 逐项结果 is part of each row. */
export function readOpenedApproval(workbook: RawWorkbook, fileName: string): Result {
  const result = readOpened(assessmentApproval, workbook, fileName);
  const { rows: lines } = readTables(assessmentTasks, workbook);
  const byStudio = Map.groupBy(lines, ({ studio }) => studio);
  const named = new Set(result.rows.map(({ studio }) => studio));
  const strayLines = [...byStudio]
    .filter(([studio]) => !named.has(studio))
    .map(([studio, [line]]): CellProblem => {
      const message = `「${studio}」不在报审表中，逐项结果没有采用：请核对工作室名称。`;
      return { sheet: line?.sheet ?? '', cell: '', studio, field: '工作室名称', message };
    });
  return {
    ...result,
    rows: result.rows.map((row) => withTasks(row, byStudio.get(row.studio) ?? [])),
    warnings: [...result.warnings, ...strayLines],
  };
}

function withTasks(row: ReadRow<AssessmentApprovalRecord>, lines: readonly ReadRow<TaskLine>[]): ReadRow<AssessmentApprovalRecord> {
  const problem = (message: string) => ({
    ...row,
    errors: [...row.errors, rowProblem(assessmentApproval, row, 'outcomes', message)],
  });
  const faults = lines.flatMap(({ errors }) => errors);
  if (faults.length > 0) return { ...row, errors: [...row.errors, ...faults] };
  const tasks = lines.map(({ record: { studioName: _studio, ...task } }) => task).filter(isWhole);
  if (tasks.length === 0) return problem('「逐项结果」工作表中没有这个工作室的任务：考核逐项进行，请补齐后重新导入。');
  const said = row.record.outcomes;
  if (said !== undefined && JSON.stringify(said) !== JSON.stringify(outcomesOf(tasks))) {
    return problem('任务完成情况与「逐项结果」工作表不一致：请改为一致，或向报送单位索取原件。');
  }
  return { ...row, record: { ...row.record, tasks } };
}

/** A line without errors has every column that is required. */
function isWhole(task: Partial<ReportedTask>): task is ReportedTask {
  return assessmentTasks.columns.every(({ key, required }) => required !== true || key === 'studioName' || task[key] !== undefined);
}

/** Writes the results sent up for approval: the list, and each task of each studio on a sheet of its own. */
export function writeAssessmentApproval(
  entries: readonly { readonly recordId: string; readonly record: Partial<AssessmentApprovalRecord> }[],
  header: ListSender & { readonly year: number; readonly whose: string },
): Promise<WrittenWorkbook> {
  const { year, whose, ...sender } = header;
  const title = `${year}年武昌区${whose}名师工作室周期性考核结果`;
  const tasks = planListSheet({
    kind: assessmentTasks,
    name: assessmentTasks.title,
    title: `${title}逐项结果`,
    paper: 'A4',
    orientation: 'landscape',
    rows: entries.flatMap(({ record: { studioName = '', tasks: own = [] } }) => own.map((task) => ({ studioName, ...task }))),
    blankRows: 0,
    totals: {},
    notes: [],
    open: () => false,
    choices: {},
  });
  return writeList(
    {
      kind: assessmentApproval,
      title: `${title}报审表`,
      paper: 'A3',
      orientation: 'landscape',
      entries,
      choices: {},
      totals: { studioName: 'count' },
      notes: ['注：1.本表一式2份，报送单位和审定部门各存1份；2.任务完成情况为全周期完成数与目标数，逐项结果见另一工作表。'],
      open: () => false,
      rules: [
        '一、系统内的由行业主管部门报区人力资源局审定，区级的由区人力资源局报区委人才工作领导小组办公室审定（《办法》第十九条第三款）。',
        '二、审定部门在数据交换中导入本表，逐个工作室审定或退回，以「考核审定结果」答复。',
        '三、各栏由程序写出并锁定；如有出入，请报送单位更正后重新导出。',
      ],
      attached: [tasks.sheet],
    },
    sender,
  );
}
