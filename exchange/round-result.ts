import { Refusal } from '../policy/refusal.ts';
import { type ShortlistDecision, shortlistDecisionLabels } from '../policy/round/round-decisions.ts';
import { type StudioNature, studioNatureLabels } from '../policy/studio-nature.ts';
import { calendarDate } from './cell-types/calendar-date.ts';
import { choice } from './cell-types/choice.ts';
import { moneyAmount } from './cell-types/money-amount.ts';
import { lineOfText, paragraph } from './cell-types/plain-text.ts';
import { sectorName } from './cell-types/sector-name.ts';
import { taskNumber } from './cell-types/task-number.ts';
import { wholeNumber } from './cell-types/whole-number.ts';
import { planListSheet } from './plan-list-sheet.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import type { ReadResult, ReadRow, WrittenWorkbook } from './read-result.ts';
import { readOpened, readTables } from './read-workbook.ts';
import { type RoundCourse, roundCourseRemarks } from './round-course.ts';
import { type RoundTerms, roundTerms } from './round-terms.ts';
import { type DatedIdentity, identityOnColumn, leadGroup, studioColumns } from './studio-columns.ts';
import type { ColumnOf, WorkbookKind } from './workbook-kind.ts';
import { type ListSender, writeList } from './write-list.ts';

/** What a round's workbook says: of the round itself, on a row of its own, and of a studio's course in it. */
export interface RoundResultRecord extends RoundCourse {
  readonly terms: RoundTerms;
}

const bureau = { owner: 'sector-bureau' } as const;
const hr = { owner: 'hr-bureau' } as const;
const office = { owner: 'leading-group-office' } as const;
const inSystem = { group: '系统内', ...bureau } as const;
const applied = { group: '申请', ...bureau } as const;
const recommended = { group: '推荐', ...bureau } as const;
const shortlist = { group: '拟入围', ...hr } as const;
const approval = { group: '审定', ...office } as const;
const notice = { group: '公示', ...office } as const;
const award = { group: '授牌', ...office } as const;
const grant = { group: '资助', ...hr } as const;
const ended = { group: '退出' } as const;
const day = { type: calendarDate, width: 10.5 } as const;
const number = (hint: string) => ({ type: lineOfText(hint, 'center'), width: 12 }) as const;

const ownColumns: readonly ColumnOf<Omit<RoundCourse, keyof DatedIdentity>>[] = [
  { key: 'sector', header: '领域', aliases: ['系统'], type: sectorName, width: 5, ...bureau },
  { key: 'namedOn', header: '命名日期', ...day, ...inSystem },
  { key: 'filedOn', header: '报备日期', ...day, ...inSystem },
  { key: 'appliedOn', header: '申请日期', aliases: ['日期'], ...day, required: true, ...applied },
  { key: 'unitAgreedOn', header: '单位同意', ...day, required: true, ...applied },
  { key: 'recommendedOn', header: '推荐日期', aliases: ['日期'], ...day, ...recommended },
  { key: 'rank', header: '排序', type: wholeNumber('', '主管部门的推荐排序。'), width: 5, ...recommended },
  { key: 'reason', header: '理由', type: paragraph('主管部门的推荐理由。'), width: 14, ...recommended },
  { key: 'shortlistedOn', header: '确定日期', aliases: ['日期'], ...day, ...shortlist },
  { key: 'shortlistPlace', header: '名次', type: wholeNumber('', '专家评审的名次。'), width: 5, ...shortlist },
  { key: 'shortlistAverage', header: '平均分', type: taskNumber('专家评审的平均分。'), width: 7, ...shortlist },
  { key: 'shortlistReason', header: '说明', type: paragraph('越过得分更高的工作室的理由。'), width: 10, ...shortlist },
  { key: 'approvalOn', header: '审定日期', aliases: ['日期'], ...day, ...approval },
  {
    key: 'approval',
    header: '结果',
    type: choice<ShortlistDecision>(shortlistDecisionLabels, { approve: ['通过', '同意'], reject: ['未通过', '不同意'] }, '审定的结果。'),
    width: 9,
    ...approval,
  },
  { key: 'approvalMinutes', header: '纪要号', ...number('会议纪要号或审定文号。'), ...approval },
  { key: 'noticeNumber', header: '公示文号', aliases: ['文号'], ...number('公示的文号。'), ...notice },
  { key: 'postedOn', header: '张贴日期', ...day, ...notice },
  { key: 'firstDay', header: '公示期起', ...day, ...notice },
  { key: 'lastDay', header: '公示期止', ...day, ...notice },
  { key: 'awardedOn', header: '授牌日期', aliases: ['日期'], ...day, ...award },
  { key: 'awardNumber', header: '命名文号', aliases: ['文号'], ...number('命名文件的文号。'), ...award },
  {
    key: 'nature',
    header: '行业性质',
    type: choice<StudioNature>(
      studioNatureLabels,
      { 'public-benefit': ['公益性'], 'with-market-function': ['有市场功能'] },
      '第十二条第六项。',
    ),
    width: 9,
    ...grant,
  },
  { key: 'amount', header: '金额', type: moneyAmount, width: 9, unit: '万元', ...grant },
  { key: 'decidedOn', header: '核定日期', aliases: ['日期'], ...day, ...grant },
  { key: 'grantNumber', header: '核定文号', aliases: ['文号'], ...number('核定资助的文号。'), ...grant },
  { key: 'endedOn', header: '退出日期', aliases: ['日期'], ...day, ...ended },
  { key: 'endReason', header: '原因', type: paragraph('退出、未通过或异议成立的原因。'), width: 16, ...ended },
];

/** 评选结果: a round from its opening on, and how far each studio came, sent anew at each stage. 第十二条. */
export const roundResult: WorkbookKind<'round-result', RoundCourse, RoundResultRecord> = {
  id: 'round-result',
  title: '评选结果',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: leadGroup.groupAliases,
  studio: 'studioName',
  distinct: ['leadIdNumber', 'studioName'],
  columns: [...studioColumns('写命名文件上的全称。', 26, 'sector-bureau'), ...ownColumns, identityOnColumn],
  complete: (cells) => ({ record: cells, remarks: roundCourseRemarks(cells) }),
  cellsOf: ({ terms: _terms, ...cells }) => cells,
};

type Result = ReadResult<'round-result', RoundResultRecord>;

/** True for the row that tells of the round itself. */
export function isOpening({ cells }: Pick<ReadRow<RoundResultRecord>, 'cells'>): boolean {
  return cells.terms !== undefined;
}

/** Reads a round's workbook that is open already: the row of the sheet 评选通知 first, then the studios, each with the terms of its round. */
export function readOpenedRound(workbook: RawWorkbook, fileName: string): Result {
  const result = readOpened(roundResult, workbook, fileName);
  const [row, ...others] = readTables(roundTerms, workbook).rows;
  if (row === undefined || others.length > 0) {
    throw new Refusal(`无法导入「${fileName}」：「${roundTerms.title}」工作表应有且只有一行，写明是哪一年的评选。请向发文部门索取原件。`);
  }
  const terms = isWhole(row.record) ? row.record : undefined;
  const opening: ReadRow<RoundResultRecord> = {
    ...row,
    studio: `${row.studio}年区级评选`,
    record: terms === undefined ? {} : { terms },
    original: {},
    cells: { terms: row.cells.year ?? '' },
  };
  const rows = result.rows.map((each) => ({ ...each, record: { ...each.record, ...(terms === undefined ? {} : { terms }) } }));
  return { ...result, rows: [opening, ...rows] };
}

function isWhole(terms: Partial<RoundTerms>): terms is RoundTerms {
  return roundTerms.columns.every(({ key }) => terms[key] !== undefined);
}

/** Writes a round as it stands: the studios' courses as far as they have come, and the terms it was opened under. */
export function writeRoundResult(
  terms: RoundTerms,
  entries: readonly { readonly recordId: string; readonly record: Partial<RoundResultRecord> }[],
  header: ListSender & { readonly recipient: string },
): Promise<WrittenWorkbook> {
  const { recipient, ...sender } = header;
  const title = `${terms.year}年武昌区区级名师工作室`;
  const opening = planListSheet({
    kind: roundTerms,
    name: roundTerms.title,
    title: `${title}评选通知要点`,
    paper: 'A4',
    orientation: 'landscape',
    rows: [terms],
    blankRows: 0,
    totals: {},
    notes: [],
    open: () => false,
    choices: {},
  });
  return writeList(
    {
      kind: roundResult,
      title: `${title}评选结果（致${recipient}）`,
      paper: 'A3',
      orientation: 'landscape',
      entries,
      choices: {},
      totals: { studioName: 'count', shortlistedOn: 'count', awardedOn: 'count', amount: 'sum' },
      notes: ['注：1.评选启动后即发一次，此后每有进展再发，以最近一次为准；2.没有工作室的，表示尚未进行到该收件部门的工作室。'],
      open: () => false,
      rules: [
        '一、本表由区人力资源局或区委人才工作领导小组办公室通报区级评选的启动和进展（《办法》第十二条），收件部门在数据交换中导入；退出评选的，由主管部门以本表通报区人力资源局。',
        '二、各栏由程序写出并锁定；各部门只改动自己负责的栏目，如有出入，请与该部门核对后索取新的文件。',
        '三、工作室更名、变更领办人的，随本表通报；「名称领办人截至」早于收件部门已知的不采用。',
        '四、重复导入、先后颠倒都不会使已有的结果退回。',
      ],
      attached: [opening.sheet],
    },
    sender,
  );
}
