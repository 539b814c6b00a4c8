import { activityLedger, type LedgerRecord } from '../../exchange/activity-ledger.ts';
import { applicationForm, readOpenedForm } from '../../exchange/application-form.ts';
import { applicationList } from '../../exchange/application-list.ts';
import type { ApplicationRecord } from '../../exchange/application-record.ts';
import {
  type AssessmentApprovalRecord,
  outcomesOf,
  readOpenedApproval,
  writeAssessmentApproval,
} from '../../exchange/assessment-approval.ts';
import { type AssessmentDecisionRecord, assessmentDecision, writeAssessmentDecision } from '../../exchange/assessment-decision.ts';
import type { ReportedTask } from '../../exchange/assessment-tasks.ts';
import { type ExpenseRecord, expenseLedger, writeExpenseLedger } from '../../exchange/expense-ledger.ts';
import { type FilingReceiptRecord, filingReceipt, writeFilingReceipt } from '../../exchange/filing-receipt.ts';
import type { FilingRecord } from '../../exchange/filing-record.ts';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { parameterTable, writeParameterTable } from '../../exchange/parameter-table.ts';
import type { RawWorkbook } from '../../exchange/raw-workbook.ts';
import { readOpenedFiling } from '../../exchange/read-filing.ts';
import type { ReadResult, WrittenWorkbook } from '../../exchange/read-result.ts';
import { readOpened } from '../../exchange/read-workbook.ts';
import { type RecommendationRecord, recommendation, writeRecommendation } from '../../exchange/recommendation.ts';
import { type RoundResultRecord, readOpenedRound, writeRoundResult } from '../../exchange/round-result.ts';
import { type ScoreRecord, scoreSheet, writeScoreSheet } from '../../exchange/score-sheet.ts';
import type { WorkbookKind } from '../../exchange/workbook-kind.ts';
import { writeApplicationForm } from '../../exchange/write-application-form.ts';
import { writeFiling } from '../../exchange/write-filing.ts';
import { writeList } from '../../exchange/write-list.ts';
import { documentNumbersOn, measuresOn } from '../../policy/measures.ts';
import { addDays, plainDate } from '../../policy/plain-date.ts';
import { inStrokeOrder } from '../../policy/stroke-order.ts';
import { filledForm } from './fill-application-form.ts';
import { filingHeader } from './sample-filing.ts';
import { roundTermsOf2026 } from './sample-round-terms.ts';
import { idNumberOf } from './sample-rows.ts';

/** A workbook of a kind as the program writes it, a list long enough for a second page, and how it is read. */
export interface KindSample {
  readonly id: string;
  readonly paper: 'A3' | 'A4';
  /** A form of one page, not a list across the paper. */
  readonly upright?: true;
  /** Title of the first sheet, and headers from its first column to its last. */
  readonly heading: readonly string[];
  readonly written: WrittenWorkbook;
  readonly read: (bytes: Uint8Array, fileName: string) => Promise<ReadResult<string, object>>;
  /** What its rows say, in their order. */
  readonly records: readonly object[];
}

const studios = 48;
const sender = {
  department: '区教育局',
  filler: '何思齐',
  phone: '027-88000000',
  date: plainDate('2026-11-02'),
  measuresId: 'wuchang-2014',
};
const day = plainDate('2026-02-28');
const later = (days: number) => addDays(day, days);
/** What looks like a formula, what XML means something by, and a character beyond the basic plane. */
const awkward = '=HYPERLINK("x")&<甲>𠮷_x0041_';

function entriesOf<Fields>(record: (identity: { studioName: string; leadName: string; leadIdNumber: string }, index: number) => Fields) {
  return Array.from({ length: studios }, (_, index) => {
    const leadIdNumber = idNumberOf('19711231', 101 + index * 2);
    const identity = {
      studioName: `第${index + 1}示范名师工作室`,
      leadName: `陈${'甲乙丙丁戊己庚辛壬癸'[index % 10]}${'子丑寅卯辰'[Math.floor(index / 10)]}`,
      leadIdNumber,
    };
    return { recordId: `01991000-0000-7000-8000-${String(index).padStart(12, '0')}`, record: record(identity, index) };
  });
}

function reader<Fields extends object>(read: (workbook: RawWorkbook, fileName: string) => ReadResult<string, Fields>): KindSample['read'] {
  return async (bytes, fileName) => read(await openWorkbook(bytes, fileName), fileName);
}

function plainReader<Id extends string, Cells, Fields extends object>(kind: WorkbookKind<Id, Cells, Fields>): KindSample['read'] {
  return reader((workbook, fileName) => readOpened(kind, workbook, fileName));
}

/** How a list looks that is only ever handed out blank, filled in. */
const filledIn = { orientation: 'landscape', choices: {}, totals: {}, notes: [], open: () => true, rules: [] } as const;

async function applicationSample(): Promise<KindSample> {
  const entries = entriesOf<ApplicationRecord>((identity, index) => ({
    ...identity,
    sector: '教育',
    leadSex: 'male',
    leadBirthDate: plainDate('1971-12-31'),
    leadTitle: '正高级教师',
    leadQualifications: [{ kind: 'discipline-leader', level: 'municipal', name: '武汉市学科带头人', year: 2021 }],
    leadUnclearClaims: [],
    leadPhone: '13800000001',
    hostUnit: '武昌区示例小学',
    hostUnitKind: 'public-institution',
    members: ['周行之', '吴念慈'],
    traineeCount: index,
    trainingAudience: awkward,
    area: 60.25,
    dedicatedFunds: 123_456,
    unitOpinion: '情况属实。\n同意推荐。',
    appliedOn: later(index),
    remarks: '无',
  }));
  return {
    id: applicationList.id,
    paper: 'A3',
    heading: ['申报汇总表', '序号', '备注'],
    written: await writeList({ kind: applicationList, title: '2026年申报汇总表', paper: 'A3', entries, ...filledIn }, sender),
    read: plainReader(applicationList),
    records: entries.map(({ record }) => record),
  };
}

async function applicationFormSample(): Promise<KindSample> {
  const { fileName, bytes } = await writeApplicationForm({
    ...sender,
    year: 2026,
    sector: '教育',
    sectors: ['教育'],
    teamSize: '3 至 5 人（第三条）',
  });
  const written = { fileName, bytes: await filledForm(bytes) };
  const read = reader(readOpenedForm);
  return {
    id: applicationForm.id,
    paper: 'A4',
    upright: true,
    heading: ['申报表', '领办人身份证号', '备注'],
    written,
    read,
    // What its labels say is the business of its own test.
    records: (await read(written.bytes, fileName)).rows.map(({ record }) => record),
  };
}

async function filingSample(): Promise<KindSample> {
  const entries = entriesOf<FilingRecord>((identity, index) => ({
    ...identity,
    sector: '教育',
    leadSex: 'male',
    leadBirthDate: plainDate('1971-12-31'),
    leadTitle: '正高级教师',
    leadPhone: '13800000001',
    hostUnit: awkward,
    hostUnitKind: 'public-institution',
    members: [{ name: '周行之', sex: 'female', birthDate: plainDate('1988-02-29'), title: '一级教师' }],
    trainingAudience: '青年教师',
    area: 60.25,
    dedicatedFunds: 123_456,
    namingDocument: `武昌教名〔2026〕${index + 1}号`,
    namedOn: later(index),
    meetingOn: day,
    minutesNumber: '武昌教党纪〔2026〕8号',
    letterNumber: `武昌教承〔2026〕${index + 1}号`,
    cycleFrom: day,
    cycleTo: later(730),
    sentOn: later(60),
    endedOn: later(400 + index),
    endKind: index % 2 === 0 ? 'revoked' : 'ended',
    endNumber: `武昌教名〔2027〕${index + 1}号`,
    endReason: '逾期整改不到位',
    filingNumber: `武昌人资备〔2026〕${index + 1}号`,
    filedOn: later(70),
    remarks: '材料齐全',
  }));
  return {
    id: 'filing',
    paper: 'A3',
    heading: ['备案汇总表', '序号', '备注'],
    written: await writeFiling(entries, filingHeader),
    read: reader(readOpenedFiling),
    records: inStrokeOrder(entries, ({ record }) => record.leadName).map(({ record }) => record),
  };
}

async function filingReceiptSample(): Promise<KindSample> {
  const entries = entriesOf<Partial<FilingReceiptRecord>>((identity, index) => ({
    ...identity,
    sentOn: later(index),
    answeredOn: later(index + 1),
    ...(index % 2 === 0
      ? { answer: 'acknowledged', filingNumber: `武昌人资备〔2026〕${index + 1}号` }
      : { answer: 'returned', reason: '缺任务承诺书。\n请补齐。' }),
  }));
  return {
    id: filingReceipt.id,
    paper: 'A4',
    heading: ['备案回执', '序号', '退回理由'],
    written: await writeFilingReceipt(entries, { ...sender, year: 2026, bureau: '区教育局' }),
    read: plainReader(filingReceipt),
    records: entries.map(({ record }) => record),
  };
}

async function activityLedgerSample(): Promise<KindSample> {
  const entries = entriesOf<LedgerRecord>(({ studioName }, index) => ({
    studioName,
    task: '3-1',
    heldOn: later(index),
    title: `${awkward}${index}`,
    amount: 1.25,
    level: 'municipal',
    evidence: '立项通知',
  }));
  return {
    id: activityLedger.id,
    paper: 'A4',
    heading: ['活动台账', '序号', '佐证材料'],
    written: await writeList({ kind: activityLedger, title: '2026年活动台账', paper: 'A4', entries, ...filledIn }, sender),
    read: plainReader(activityLedger),
    records: entries.map(({ record }) => record),
  };
}

async function expenseLedgerSample(): Promise<KindSample> {
  const entries = entriesOf<Partial<ExpenseRecord>>(({ studioName }, index) => ({
    studioName,
    kind: 'expense',
    amount: 123_456_789 + index,
    onDate: later(index),
    voucherNumber: `记-${index + 1}`,
    summary: awkward,
    category: '教育科研活动',
    counterparty: '武昌区示例图文印务有限公司',
    handler: '何思齐',
    signedBy: '方予安',
    signedOn: later(index),
    checkedBy: '单位财务科',
    checkedOn: later(index),
    overdraft: '先行垫付',
  }));
  const form = { studioId: '01991000-0000-7000-8000-999999999999', studio: '第1示范名师工作室', year: 2026, account: '专户', balance: 100 };
  return {
    id: expenseLedger.id,
    paper: 'A3',
    heading: ['经费台账', '序号', '透支理由'],
    written: await writeExpenseLedger({ ...form, categories: ['教育科研活动'], entries }, sender),
    read: plainReader(expenseLedger),
    records: entries.map(({ record }) => record),
  };
}

async function recommendationSample(): Promise<KindSample> {
  const entries = entriesOf<Partial<RecommendationRecord>>((identity, index) => ({
    ...identity,
    ...(index > 1
      ? {}
      : { rank: index + 1, appliedOn: later(1), unitAgreedOn: day, unitOpinion: '同意', recommendedOn: later(2), reason: awkward }),
  }));
  return {
    id: recommendation.id,
    paper: 'A4',
    heading: ['推荐汇总表', '推荐排序', '推荐理由'],
    written: await writeRecommendation(entries, { ...sender, year: 2026, sector: '教育' }),
    read: plainReader(recommendation),
    records: entries.map(({ record }) => record),
  };
}

const tasks: readonly ReportedTask[] = [
  {
    code: '1-1',
    group: 'demonstration',
    title: '面向全区举办名师示范讲座或展示',
    unit: '场',
    yearlyTarget: 1,
    yearActual: 2,
    target: 2,
    actual: 3.125,
    selfReported: 3,
    evidence: '通知、签到表、照片',
    remark: '台账合计 3 场，考核认定 3.125 场',
  },
  {
    code: '2-1',
    group: 'training',
    title: awkward,
    unit: '人次',
    yearlyTarget: 500,
    yearActual: 480,
    target: 1000,
    actual: 1200,
  } as ReportedTask,
];

async function assessmentApprovalSample(): Promise<KindSample> {
  const entries = entriesOf<Partial<AssessmentApprovalRecord>>((identity, index) => ({
    ...identity,
    letterNumber: `武昌教承〔2026〕${index + 1}号`,
    signedOn: day,
    cycleFrom: day,
    cycleTo: later(729),
    copies: 4,
    assessedOn: later(700 + index),
    assessors: '林清源、何思齐',
    outcomes: outcomesOf(tasks),
    selfAssessment: '全部完成。\n个别超额。',
    suggestedGrade: 'qualified',
    suggestion: '2 项任务完成 1 项，其中超额完成 1 项；任务 2-1「培训」本年度应完成 500人次，实际 480人次，差 20人次',
    grade: index % 2 === 0 ? 'excellent' : 'unqualified',
    opinion: awkward,
    identityOn: later(705),
    tasks,
  }));
  return {
    id: 'assessment-approval',
    paper: 'A3',
    heading: ['考核结果报审表', '序号', '考核意见'],
    written: await writeAssessmentApproval(entries, { ...sender, year: 2028, whose: '教育系统' }),
    read: reader(readOpenedApproval),
    records: entries.map(({ record }) => record),
  };
}

async function assessmentDecisionSample(): Promise<KindSample> {
  const entries = entriesOf<Partial<AssessmentDecisionRecord>>((identity, index) => ({
    ...identity,
    letterNumber: `武昌教承〔2026〕${index + 1}号`,
    cycleFrom: day,
    cycleTo: later(729),
    assessedOn: later(700),
    grade: 'excellent',
    decidedOn: later(710 + index),
    ...(index % 2 === 0
      ? { decision: 'approved', approvedGrade: 'excellent', number: `武昌人资〔2028〕${index + 1}号` }
      : { decision: 'returned', opinion: awkward }),
  }));
  return {
    id: assessmentDecision.id,
    paper: 'A4',
    heading: ['审定结果', '序号', '意见'],
    written: await writeAssessmentDecision(entries, { ...sender, year: 2028, recipient: '区教育局' }),
    read: plainReader(assessmentDecision),
    records: entries.map(({ record }) => record),
  };
}

async function roundResultSample(): Promise<KindSample> {
  const terms = { ...roundTermsOf2026, openedOn: day };
  const entries = entriesOf<Partial<RoundResultRecord>>((identity, index) => {
    const applied = { sector: '教育', namedOn: day, filedOn: later(1), appliedOn: later(3), unitAgreedOn: later(2) };
    if (index % 3 === 0) return { ...identity, ...applied, endedOn: later(9), endReason: `退出：${awkward}`, identityOn: later(30) };
    const recommended = { recommendedOn: later(4), rank: 1 + (index % 2), reason: awkward };
    if (index % 3 === 1) return { ...identity, ...applied, ...recommended };
    return {
      ...identity,
      ...applied,
      ...recommended,
      shortlistedOn: later(5),
      shortlistPlace: 1,
      shortlistAverage: 91.33,
      shortlistReason: '同分，经研究确定',
      approvalOn: later(6),
      approval: 'approve',
      approvalMinutes: '人才办纪〔2026〕3号',
      noticeNumber: '武昌人才办〔2026〕4号',
      postedOn: later(7),
      firstDay: later(8),
      lastDay: later(12),
      awardedOn: later(13),
      awardNumber: '武昌人才办〔2026〕5号',
      nature: 'with-market-function',
      amount: 4_500_000,
      decidedOn: later(20),
      grantNumber: '武昌人资名〔2026〕9号',
    };
  });
  return {
    id: 'round-result',
    paper: 'A3',
    heading: ['评选结果', '序号', '原因'],
    written: await writeRoundResult(terms, entries, { ...sender, recipient: '区教育局' }),
    read: reader(readOpenedRound),
    records: [{ terms }, ...entries.map(({ record }) => ({ ...record, terms }))],
  };
}

async function scoreSheetSample(): Promise<KindSample> {
  const criteria = [
    { code: '1', title: '示范引领', points: 60, weight: 1 },
    { code: '2', title: '人才培养', points: 20, weight: 2 },
  ];
  const scoredBy = { criteria, totalOf: (points: Readonly<Record<string, number>>) => (points['1'] ?? 0) + 2 * (points['2'] ?? 0) };
  const entries = entriesOf<Partial<ScoreRecord>>(({ studioName }, index) => ({
    studioName,
    hostUnit: '武昌区示例小学',
    ...(index % 2 === 0 ? { scores: { 1: 50.25, 2: 18 }, total: 86.25 } : { conflict: awkward }),
  }));
  const form = { year: 2026, expertId: '01991000-0000-7000-8000-999999999998', expert: '钟离恒' };
  return {
    id: 'score-sheet',
    paper: 'A4',
    heading: ['专家评分表', '序号', '回避理由'],
    written: await writeScoreSheet({ ...form, ...scoredBy, entries }, sender),
    read: plainReader(scoreSheet(scoredBy)),
    records: entries.map(({ record }) => record),
  };
}

async function parameterTableSample(): Promise<KindSample> {
  const on = plainDate('2026-11-02');
  const present = measuresOn(on, []);
  const written = await writeParameterTable(present, {
    department: '区教育局',
    date: on,
    numbers: documentNumbersOn(present.effectiveFrom, []),
  });
  const read = plainReader(parameterTable);
  return {
    id: parameterTable.id,
    paper: 'A4',
    heading: ['参数表', '项目', '依据文号'],
    written,
    read,
    // What each value is called and worth is the business of its own test.
    records: (await read(written.bytes, written.fileName)).rows.map(({ record }) => record),
  };
}

/** One workbook of every kind that departments exchange. */
export async function sampleOfEveryKind(): Promise<readonly KindSample[]> {
  return [
    await applicationSample(),
    await applicationFormSample(),
    await filingSample(),
    await filingReceiptSample(),
    await activityLedgerSample(),
    await expenseLedgerSample(),
    await recommendationSample(),
    await assessmentApprovalSample(),
    await assessmentDecisionSample(),
    await roundResultSample(),
    await scoreSheetSample(),
    await parameterTableSample(),
  ];
}
