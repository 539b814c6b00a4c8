import { readAssessments } from '../../db/queries/assessments.ts';
import { readEntries } from '../../db/queries/district-rounds.ts';
import { countedUnits, fundStatement } from '../../db/queries/funds.ts';
import { readRevocations } from '../../db/queries/revocations.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import type { SummaryTable } from '../../exchange/annual-summary.ts';
import { incomeSourceLabels } from '../../policy/funds/account.ts';
import { gradeLabels, grades } from '../../policy/grade.ts';
import type { Fen } from '../../policy/money.ts';
import { chineseDate, type PlainDate } from '../../policy/plain-date.ts';
import { type StudioLevel, studioLevelLabels } from '../../policy/seat.ts';
import type { Context } from '../context.ts';
import { measuresBook } from '../measures-book.ts';

/** Days of a year that have come, both included. */
interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const levels = ['in-system', 'district'] as const satisfies readonly StudioLevel[];
type Line = SummaryTable['lines'][number];

/** The tables of a year as the register has it: studios by sector, grades, tasks against targets, grants and money. */
export function yearTables({ db }: Pick<Context, 'db'>, span: Span): readonly SummaryTable[] {
  const studios = readStudios(db);
  return [
    sectorTable(studios, span),
    gradeTable(db, studios, span),
    taskTable(db, span),
    grantTable(db, studios, span),
    ...moneyTables(db, studios, span),
  ];
}

function within({ from, to }: Span, day: PlainDate | null): boolean {
  return day !== null && from <= day && day <= to;
}

/** Studios in the order of their sectors, those of one sector together. */
function bySector(studios: readonly StudioRecord[]): ReadonlyMap<string, readonly StudioRecord[]> {
  return Map.groupBy(studios, ({ sector }) => sector.name);
}

function sectorTable(studios: readonly StudioRecord[], span: Span): SummaryTable {
  const columns = levels.flatMap((level) => [
    `${studioLevelLabels[level]}在册`,
    `${studioLevelLabels[level]}新命名`,
    `${studioLevelLabels[level]}终止`,
  ]);
  const lines = [...bySector(studios)].map(([label, own]): Line => {
    const titles = own.flatMap(({ designations }) => designations).filter(({ namedOn }) => namedOn <= span.to);
    const counts = levels.flatMap((level) => {
      const of = titles.filter((each) => each.level === level);
      const held = of.filter(({ endedOn }) => endedOn === null || endedOn > span.to);
      return [held, of.filter(({ namedOn }) => within(span, namedOn)), of.filter(({ endedOn }) => within(span, endedOn))];
    });
    return { label, numbers: Object.fromEntries(columns.map((column, index) => [column, counts[index]?.length ?? 0])) };
  });
  return {
    name: '分领域',
    about: '领域',
    columns,
    lines,
    summed: true,
    charted: levels.map((level) => `${studioLevelLabels[level]}在册`),
    chartTitle: '各领域名师工作室（个）',
    note: `注：在册数截至${chineseDate(span.to)}；新命名、终止为当年数。单位：个。`,
  };
}

function gradeTable(db: Context['db'], studios: readonly StudioRecord[], span: Span): SummaryTable {
  const sectors = new Map(studios.map(({ id, sector }) => [id, sector.name]));
  const assessed = readAssessments(db).filter(({ assessedOn }) => within(span, assessedOn));
  const groups = Map.groupBy(assessed, ({ level, studioId }) => `${studioLevelLabels[level]}·${sectors.get(studioId) ?? ''}`);
  const labels = grades.map((grade) => gradeLabels[grade]);
  return {
    name: '考核等次',
    about: '级别·领域',
    columns: labels,
    lines: [...groups].map(([label, own]) => ({
      label,
      numbers: Object.fromEntries(grades.map((grade) => [gradeLabels[grade], own.filter((each) => each.grade === grade).length])),
    })),
    summed: true,
    charted: labels,
    chartTitle: '考核等次（个）',
    note: '注：当年登记的过程性考核和周期性考核（第十九条）；退回重评的只计后一次。单位：个。',
  };
}

function taskTable(db: Context['db'], span: Span): SummaryTable {
  const items = readAssessments(db)
    .filter(({ assessedOn }) => within(span, assessedOn))
    .flatMap((assessment) => assessment.items);
  const groups = Map.groupBy(items, ({ code, title, unit }) => `${code} ${title}（${unit}）`);
  return {
    name: '任务完成',
    about: '任务（计量单位）',
    columns: ['工作室数', '目标', '完成'],
    lines: [...groups]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([label, own]) => ({
        label,
        numbers: {
          工作室数: own.length,
          目标: exact(own.map(({ target, yearTarget }) => yearTarget ?? target)),
          完成: exact(own.map(({ actual, yearActual }) => yearActual ?? actual)),
        },
      })),
    summed: false,
    rate: { header: '完成率（%）', of: '目标', by: '完成' },
    charted: ['完成率（%）'],
    chartTitle: '任务完成率（%）',
    note: '注：当年考核认定的各项任务（第九条），周期性考核取考核当年的目标和完成数。',
  };
}

function grantTable(db: Context['db'], studios: readonly StudioRecord[], span: Span): SummaryTable {
  const entries = readEntries(db);
  const revocations = readRevocations(db);
  const lines = [...bySector(studios)].map(([label, own]): Line => {
    const ids = new Set(own.map(({ id }) => id));
    const granted = entries.flatMap(({ grant, studioId }) => (grant === null || !ids.has(studioId) ? [] : [grant]));
    const returned = revocations.filter(({ studioId }) => ids.has(studioId)).flatMap(({ payments }) => payments);
    return {
      label,
      numbers: {
        核定: tenThousands(granted.filter(({ decidedOn }) => within(span, decidedOn))),
        发放: tenThousands(granted.flatMap(({ payments }) => payments).filter(({ paidOn }) => within(span, paidOn))),
        收回: tenThousands(returned.filter(({ paidOn }) => within(span, paidOn))),
      },
    };
  });
  return {
    name: '区级资助',
    about: '领域',
    columns: ['核定', '发放', '收回'],
    lines,
    summed: true,
    charted: ['核定', '发放', '收回'],
    chartTitle: '区级资助（万元）',
    note: '注：当年核定、发放和收回的区财政资助（第十二条第六项、第十六条）。单位：万元。',
  };
}

function moneyTables(db: Context['db'], studios: readonly StudioRecord[], span: Span): readonly SummaryTable[] {
  const { value: categories } = measuresBook(db).on(span.to).values.expenseCategories;
  const statements = studios.map(({ id }) => fundStatement(db, id, span, categories));
  const sum = (lines: readonly { readonly key: string; readonly amount: Fen }[], key: string) =>
    tenThousands(lines.filter((line) => line.key === key));
  const income = statements.flatMap((each) => each.income.map(({ source: key, amount }) => ({ key, amount })));
  const returns = statements.flatMap((each) => each.returns.map(({ source: key, amount }) => ({ key, amount })));
  const expenses = statements.flatMap((each) => each.expenses.map(({ label: key, amount }) => ({ key, amount })));
  const counted = countedText(db, span);
  return [
    {
      name: '经费来源',
      about: '来源',
      columns: ['收入', '退回'],
      lines: Object.entries(incomeSourceLabels).map(([source, label]) => ({
        label,
        numbers: { 收入: sum(income, source), 退回: sum(returns, source) },
      })),
      summed: true,
      charted: ['收入', '退回'],
      chartTitle: '经费来源（万元）',
      note: `注：本局登记库中各专户当年的收入和退回（第十八条）；${counted}单位：万元。`,
    },
    {
      name: '经费支出',
      about: '支出科目',
      columns: ['支出'],
      lines: [...new Set(expenses.map(({ key }) => key))].map((label) => ({ label, numbers: { 支出: sum(expenses, label) } })),
      summed: true,
      charted: ['支出'],
      chartTitle: '经费支出（万元）',
      note: `注：本局登记库中各专户当年的支出（第十八条）；${counted}单位：万元。`,
    },
  ];
}

/** Whose accounts the money tables add up, until when, and what of it came by file: the accounts a bureau looks after are in its own register. */
function countedText(db: Context['db'], span: Span): string {
  const units = countedUnits(db, span);
  const elsewhere = '没有列出的专户由行业主管部门管理，收支不在本局登记库中。';
  if (units.length === 0) return `当年没有入账的单位。${elsewhere}`;
  const listed = units.map(({ hostUnit, until, byFile }) => {
    return `${hostUnit}（至${chineseDate(until)}${byFile === 0 ? '' : `，凭经费台账收进 ${byFile} 笔`}）`;
  });
  return `计入的有${listed.join('、')}。${elsewhere}`;
}

/** Fen added up, as 万元. */
function tenThousands(lines: readonly { readonly amount: Fen }[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0) / 1_000_000;
}

/** A sum of numbers with two decimals at most, without the dust of binary fractions. */
function exact(numbers: readonly number[]): number {
  return Number(numbers.reduce((sum, number) => sum + number, 0).toFixed(2));
}
