import type { Grade } from '../policy/grade.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import { calendarDate } from './cell-types/calendar-date.ts';
import { choice } from './cell-types/choice.ts';
import { gradeChoice } from './cell-types/grade-choice.ts';
import { lineOfText, paragraph } from './cell-types/plain-text.ts';
import type { WrittenWorkbook } from './read-result.ts';
import { leadGroup, letterGroup, letterNumberColumn, type StudioIdentity, studioColumns } from './studio-columns.ts';
import type { ColumnOf, FieldRemark, WorkbookKind } from './workbook-kind.ts';
import { type ListSender, writeList } from './write-list.ts';

/** What an approving department says to a periodic result. */
type Decision = 'approved' | 'returned';

/** One studio's periodic result, and what the approving department says to it. 第十九条第三款. */
export interface AssessmentDecisionRecord extends StudioIdentity {
  readonly letterNumber: string;
  readonly cycleFrom: PlainDate;
  readonly cycleTo: PlainDate;
  readonly assessedOn: PlainDate;
  /** As it was sent up. */
  readonly grade: Grade;
  readonly decision: Decision;
  readonly approvedGrade: Grade;
  readonly decidedOn: PlainDate;
  /** Of the paper that says so, where there is one. */
  readonly number: string;
  readonly opinion: string;
}

const approval = '审定';

const ownColumns: readonly ColumnOf<Omit<AssessmentDecisionRecord, keyof StudioIdentity>>[] = [
  { ...letterNumberColumn, required: true },
  { key: 'cycleFrom', group: letterGroup, header: '周期起', type: calendarDate, width: 11, required: true },
  { key: 'cycleTo', group: letterGroup, header: '周期止', type: calendarDate, width: 11, required: true },
  { key: 'assessedOn', header: '考核日期', type: calendarDate, width: 11, required: true },
  {
    key: 'grade',
    header: '报送等次',
    aliases: ['评定等次'],
    type: gradeChoice('考核部门评定、报请审定的等次。'),
    width: 9,
    required: true,
  },
  {
    key: 'decision',
    group: approval,
    header: '结果',
    aliases: ['意见类别'],
    type: choice<Decision>(
      { approved: '审定通过', returned: '退回' },
      { approved: ['通过', '同意', '审定'], returned: ['退回重新考核', '不同意'] },
      '由审定部门填写。',
    ),
    width: 10,
    required: true,
  },
  { key: 'approvedGrade', group: approval, header: '等次', type: gradeChoice('审定通过的填写，与报送等次相同；不同意的退回。'), width: 9 },
  { key: 'decidedOn', group: approval, header: '日期', type: calendarDate, width: 11, required: true },
  { key: 'number', group: approval, header: '文号', type: lineOfText('审定的文件或会议纪要，有的填写。', 'center'), width: 13 },
  { key: 'opinion', group: approval, header: '意见', aliases: ['理由'], type: paragraph('退回的写明理由。'), width: 26 },
];

/** 考核审定结果: what the approving department says to the periodic results sent up to it. 第十九条第三款. */
export const assessmentDecision: WorkbookKind<'assessment-decision', AssessmentDecisionRecord, AssessmentDecisionRecord> = {
  id: 'assessment-decision',
  title: '考核审定结果',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: { ...leadGroup.groupAliases, [letterGroup]: ['承诺书'], [approval]: [] },
  studio: 'studioName',
  distinct: ['leadIdNumber', 'studioName', 'letterNumber'],
  columns: [...studioColumns('与考核结果报审表一致。', 28, 'sector-bureau'), ...ownColumns],
  complete(cells) {
    const { decision, grade, approvedGrade, opinion } = cells;
    const remarks: FieldRemark<AssessmentDecisionRecord>[] = [];
    const wrong = (field: keyof AssessmentDecisionRecord, message: string): void =>
      void remarks.push({ field, severity: 'error', message });
    if (decision === 'approved' && approvedGrade === undefined) wrong('approvedGrade', '审定通过而没有写等次：请向审定部门核对。');
    if (decision === 'approved' && approvedGrade !== undefined && grade !== undefined && approvedGrade !== grade) {
      wrong(
        'approvedGrade',
        '审定等次与报送等次不同：审定不改动等次，不同意的应退回重新考核，请向审定部门核对。（《办法》第十九条第三款）',
      );
    }
    if (decision === 'returned' && approvedGrade !== undefined) wrong('approvedGrade', '退回的没有审定等次：请核对结果，或清空这一格。');
    if (decision === 'returned' && opinion === undefined) wrong('opinion', '退回而没有写理由：请向审定部门核对。');
    return { record: cells, remarks };
  },
  cellsOf: (record) => record,
};

/** Writes the decisions of a year on the results one department sent up. */
export function writeAssessmentDecision(
  entries: readonly { readonly recordId: string; readonly record: Partial<AssessmentDecisionRecord> }[],
  header: ListSender & { readonly year: number; readonly recipient: string },
): Promise<WrittenWorkbook> {
  const { year, recipient, ...sender } = header;
  return writeList(
    {
      kind: assessmentDecision,
      title: `${year}年武昌区名师工作室周期性考核审定结果（致${recipient}）`,
      paper: 'A4',
      orientation: 'landscape',
      entries,
      choices: {},
      totals: { studioName: 'count', approvedGrade: 'count' },
      notes: ['注：1.审定通过的结果即行生效；2.退回的由考核部门重新考核后再报。'],
      open: () => false,
      rules: [
        '一、本表答复报请审定的周期性考核结果：系统内的由区人力资源局、区级的由区委人才工作领导小组办公室审定（《办法》第十九条第三款）。',
        '二、报送部门在数据交换中导入；各栏由程序写出并锁定，如有出入，请与审定部门核对后索取新的答复。',
      ],
    },
    sender,
  );
}
