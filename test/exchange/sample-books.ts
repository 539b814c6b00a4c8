import { writeAnnualSummary } from '../../exchange/annual-summary.ts';
import { readOpenedForm } from '../../exchange/application-form.ts';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import type { ReadResult } from '../../exchange/read-result.ts';
import { writeRoster } from '../../exchange/roster.ts';
import { writeScoreSummary } from '../../exchange/score-summary.ts';
import { writeApplicationForm } from '../../exchange/write-application-form.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { filledForm } from './fill-application-form.ts';

const day = plainDate('2026-08-10');
const sender = { department: '区教育局', filler: '何思齐', phone: '027-88000000', date: day, measuresId: 'wuchang-2014' };

/** A workbook as it is written, the paper it claims, and how it is read back where it is. */
interface SampleBook {
  readonly bytes: Uint8Array;
  readonly paper: readonly [number, number];
  /** Words of its header, from the first column to the last. */
  readonly header: readonly string[];
  readonly title: string;
  readonly read?: (bytes: Uint8Array, fileName: string) => Promise<Pick<ReadResult<string, unknown>, 'rows'>>;
}

const a4Across = [297, 210] as const;
const a4Upright = [210, 297] as const;

/** One workbook of each kind that is a form or sums up, as long as real ones get; lists are in the sample of every kind. */
export async function sampleBooks(): Promise<Readonly<Record<string, SampleBook>>> {
  return {
    'application-form': {
      bytes: await filledForm(
        (await writeApplicationForm({ ...sender, year: 2026, sector: '教育', sectors: ['教育', '卫生'], teamSize: '3 至 5 人（第三条）' }))
          .bytes,
      ),
      paper: a4Upright,
      title: '申报表',
      header: ['申报表'],
      read: async (bytes, name) => readOpenedForm(await openWorkbook(bytes, name), name),
    },
    'score-summary': { bytes: await summaryBook(), paper: a4Across, title: '专家评分汇总表', header: ['序号', '专家评分', '拟入围'] },
    'annual-summary': { bytes: await yearBook(), paper: a4Upright, title: '年度汇总表', header: ['年度汇总表'] },
    roster: { bytes: await rosterBook(), paper: a4Across, title: '花名册', header: ['序号', '工作室', '申报日期'] },
  };
}

const studios = Array.from({ length: 10 }, (_, index) => ({
  id: `entry-${index}`,
  name: `第${index + 1}小学语文阅读与写作名师工作室`,
  hostUnit: '武昌区示例实验小学',
}));

async function summaryBook(): Promise<Uint8Array> {
  const experts = ['钟离恒', '沈青', '欧阳澄', '林清源', '祁明远', '陆知行', '孟书禾'];
  const rows = studios.map((studio, index) => ({
    ...studio,
    scores: experts.map((expert, place) => ({ expert, total: 95.25 - index * 2, ...(place === index ? { conflict: '师生' } : {}) })),
    average: 95.25 - index * 2,
    place: index + 1,
    shortlisted: index < 5,
  }));
  return (await writeScoreSummary({ year: 2026, method: 'trimmed', experts, studios: rows }, sender)).bytes;
}

async function rosterBook(): Promise<Uint8Array> {
  const columns = [
    ['工作室', 30],
    ['领办人', 10],
    ['所在单位', 24],
    ['行业', 8],
    ['级别', 14],
    ['状态', 12],
    ['身份证号', 20],
    ['申报日期', 12],
  ] as const;
  const texts = {
    工作室: '第一小学语文阅读与写作名师工作室',
    领办人: '方予安',
    所在单位: '武昌区示例实验小学',
    行业: '教育',
    级别: '系统内、区级',
  };
  const rows = Array.from({ length: 40 }, (_, index) => ({
    recordId: `studio-${index}`,
    texts: { ...texts, 状态: '已备案', 身份证号: '420100********0017', 申报日期: '2026-08-01' },
  }));
  const roster = {
    columns: columns.map(([label, width]) => ({ key: label, label, width })),
    rows,
    selection: '行业：教育；按姓氏笔画排列；',
  };
  return (await writeRoster(roster, sender)).bytes;
}

async function yearBook(): Promise<Uint8Array> {
  const sectors = ['教育', '卫生', '文化', '技能', '民生'];
  const columns = ['系统内在册', '系统内新命名', '系统内终止', '区级在册', '区级新命名', '区级终止'];
  const line = (label: string, numbers: Readonly<Record<string, number>>) => ({ label, numbers });
  const tasks = ['1-1 面向全区举办名师示范讲座或展示（场）', '2-1 开展行业培训（人次）', '3-1 承担区级以上重点调研课题（项）'];
  const tables = [
    {
      name: '分领域',
      about: '领域',
      columns,
      lines: sectors.map((label, row) => line(label, Object.fromEntries(columns.map((column, index) => [column, 12 - row - index])))),
      summed: true,
      charted: ['系统内在册', '区级在册'],
      chartTitle: '各领域名师工作室（个）',
      note: '注：单位：个。',
    },
    {
      name: '任务完成',
      about: '任务（计量单位）',
      columns: ['工作室数', '目标', '完成'],
      lines: tasks.map((label, row) => line(label, { 工作室数: 20, 目标: 500 * (row + 1), 完成: 480 * (row + 1) + 77 })),
      summed: false,
      rate: { header: '完成率（%）', of: '目标', by: '完成' },
      charted: ['完成率（%）'],
      chartTitle: '任务完成率（%）',
      note: '注：当年考核认定的各项任务。',
    },
    {
      name: '考核等次',
      about: '级别·领域',
      columns: ['优秀', '合格', '不合格'],
      lines: [],
      summed: true,
      charted: ['优秀'],
      chartTitle: '考核等次（个）',
      note: '注：当年没有考核。',
    },
  ];
  return (await writeAnnualSummary(2026, tables, sender)).bytes;
}
