import type { PlainDate } from '../policy/plain-date.ts';
import { calendarDate } from './cell-types/calendar-date.ts';
import { paragraph } from './cell-types/plain-text.ts';
import { wholeNumber } from './cell-types/whole-number.ts';
import type { WrittenWorkbook } from './read-result.ts';
import { leadGroup, type StudioIdentity, studioColumns } from './studio-columns.ts';
import type { FieldRemark, WorkbookKind } from './workbook-kind.ts';
import { type ListSender, writeList } from './write-list.ts';

/** One studio of a bureau in the yearly round: its application, and its place and reason where the bureau recommends it. 第十二条第一项、第二项. */
export interface RecommendationRecord extends StudioIdentity {
  /** 1 is first; absent for a studio that is not recommended. */
  readonly rank: number;
  readonly appliedOn: PlainDate;
  readonly unitAgreedOn: PlainDate;
  readonly unitOpinion: string;
  readonly recommendedOn: PlainDate;
  readonly reason: string;
}

const bureau = { owner: 'sector-bureau' } as const;
/** What the bureau writes where it recommends. */
const written = [
  'rank',
  'appliedOn',
  'unitAgreedOn',
  'unitOpinion',
  'recommendedOn',
  'reason',
] as const satisfies readonly (keyof RecommendationRecord)[];

/** 推荐汇总表: the studios a bureau recommends for the district round, ranked, with reasons. 第十二条第二项. */
export const recommendation: WorkbookKind<'recommendation', RecommendationRecord, RecommendationRecord> = {
  id: 'recommendation',
  title: '推荐汇总表',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  ...leadGroup,
  studio: 'studioName',
  distinct: ['leadIdNumber', 'studioName', 'rank'],
  columns: [
    {
      key: 'rank',
      header: '推荐排序',
      aliases: ['排序', '推荐名次'],
      type: wholeNumber('', '1 为第一；不推荐的不填。'),
      width: 9,
      ...bureau,
    },
    ...studioColumns('写命名文件上的全称。', 30, 'sector-bureau'),
    { key: 'appliedOn', header: '参评申请日期', type: calendarDate, width: 13, ...bureau },
    { key: 'unitAgreedOn', header: '单位同意日期', type: calendarDate, width: 13, ...bureau },
    { key: 'unitOpinion', header: '单位意见', type: paragraph('所在单位对参评的意见。'), width: 20, ...bureau },
    { key: 'recommendedOn', header: '推荐日期', type: calendarDate, width: 12, ...bureau },
    { key: 'reason', header: '推荐理由', aliases: ['理由'], type: paragraph('推荐的写明理由。'), width: 34, ...bureau },
  ],
  complete(cells) {
    if (cells.rank === undefined) {
      const stray = (['recommendedOn', 'reason'] as const).find((key) => cells[key] !== undefined);
      const message = '写了推荐日期或理由而没有排序：推荐的请填写排序，不推荐的请清空。';
      return { record: cells, remarks: stray === undefined ? [] : [{ field: stray, severity: 'error', message }] };
    }
    const missing = (['appliedOn', 'unitAgreedOn', 'recommendedOn', 'reason'] as const).filter((key) => cells[key] === undefined);
    const remarks = missing.map(
      (field): FieldRemark<RecommendationRecord> => ({ field, severity: 'error', message: '推荐的工作室这一格不能空：请补填。' }),
    );
    return { record: cells, remarks };
  },
  cellsOf: (record) => record,
};

/** Writes a bureau's list: its studios that may take part, and of those it recommends the place and the reason. */
export function writeRecommendation(
  entries: readonly { readonly recordId: string; readonly record: Partial<RecommendationRecord> }[],
  header: ListSender & { readonly year: number; readonly sector: string },
): Promise<WrittenWorkbook> {
  const { year, sector, ...sender } = header;
  return writeList(
    {
      kind: recommendation,
      title: `${year}年武昌区${sector}系统区级名师工作室推荐汇总表`,
      paper: 'A4',
      orientation: 'landscape',
      entries,
      choices: {},
      totals: { rank: 'count' },
      notes: ['注：1.推荐1至2家，在黄色栏目填写排序和理由，不推荐的不填；2.本表一式2份，推荐单位和区人力资源局各存1份。'],
      open: ({ key }) => written.some((each) => each === key),
      rules: [
        '一、本表由行业主管部门报区人力资源局，推荐本系统的工作室参加区级评选（《办法》第十二条第二项）。',
        '二、列出的是本系统持有称号的工作室；只在推荐的一行填写黄色栏目，其余各行保留或删去都可以。',
      ],
    },
    sender,
  );
}
