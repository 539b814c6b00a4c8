import { z } from 'zod';
import { tenThousandYuanText } from '../../policy/money.ts';
import { studioLevelLabels } from '../../policy/seat.ts';
import { maskIdNumber } from './mask-id-number.ts';
import { type StudioRow, studioQuerySchema } from './studio.ts';

/** A column of the list of studios: the screen and the roster that is exported from it show the same. */
export interface StudioColumn {
  readonly label: string;
  /** What stands in the cell; `unmasked` shows ID numbers whole. */
  readonly text: (row: StudioRow, unmasked: boolean) => string;
  /** Width on the screen, as a grid has it: all columns together fit into the narrowest window. */
  readonly track: string;
  /** Width in the workbook, in characters. */
  readonly width: number;
}

/** Every column there is, in the order of the screen. */
export const studioColumns = {
  name: { label: '工作室', text: ({ name }) => name, track: 'minmax(90px, 2.2fr)', width: 30 },
  lead: { label: '领办人', text: ({ lead }) => lead?.name ?? '', track: 'minmax(56px, 80px)', width: 10 },
  hostUnit: { label: '所在单位', text: ({ hostUnit }) => hostUnit ?? '', track: 'minmax(80px, 1.6fr)', width: 24 },
  sector: { label: '行业', text: ({ sector }) => sector, track: '56px', width: 8 },
  levels: {
    label: '级别',
    text: ({ levels }) => levels.map((level) => studioLevelLabels[level]).join('、'),
    track: 'minmax(60px, 96px)',
    width: 14,
  },
  status: { label: '状态', text: ({ statusLabel }) => statusLabel, track: 'minmax(72px, 110px)', width: 12 },
  idNumber: {
    label: '身份证号',
    text({ lead }, unmasked) {
      const idNumber = lead?.idNumber ?? '';
      return unmasked ? idNumber : maskIdNumber(idNumber);
    },
    track: '170px',
    width: 20,
  },
  appliedOn: { label: '申报日期', text: ({ appliedOn }) => appliedOn ?? '', track: '95px', width: 12 },
  members: {
    label: '团队成员',
    text: ({ members }) => members.map(({ name }) => name).join('、'),
    track: 'minmax(80px, 1.4fr)',
    width: 28,
  },
  area: { label: '场所面积（㎡）', text: ({ area }) => (area === null ? '' : String(area)), track: 'minmax(72px, 110px)', width: 12 },
  funds: {
    label: '专项经费（万元）',
    text: ({ funds }) => (funds === null ? '' : tenThousandYuanText(funds)),
    track: 'minmax(72px, 120px)',
    width: 12,
  },
} as const satisfies Readonly<Record<string, StudioColumn>>;

export type StudioColumnKey = keyof typeof studioColumns;
export const studioColumnKeys = Object.keys(studioColumns) as [StudioColumnKey, ...StudioColumnKey[]];
/** The columns shown until somebody chooses others. */
export const usualStudioColumns: readonly StudioColumnKey[] = [
  'name',
  'lead',
  'hostUnit',
  'sector',
  'levels',
  'status',
  'idNumber',
  'appliedOn',
];

/** A list of studios as a screen shows it: which, in what order, which columns, and whether ID numbers are whole. */
export const studioListSchema = z.object({
  query: studioQuerySchema,
  columns: z.array(z.enum(studioColumnKeys)).min(1),
  unmasked: z.boolean(),
});
export type StudioListAsked = z.infer<typeof studioListSchema>;
