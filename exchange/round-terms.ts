import type { Fen } from '../policy/money.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import { calendarDate } from './cell-types/calendar-date.ts';
import { moneyAmount } from './cell-types/money-amount.ts';
import { lineOfText } from './cell-types/plain-text.ts';
import { wholeNumber } from './cell-types/whole-number.ts';
import type { WorkbookKind } from './workbook-kind.ts';

/** A year's round as it was opened: its notice, and the terms it keeps. 第十二条. Amounts in fen. */
export interface RoundTerms {
  readonly year: number;
  readonly openedOn: PlainDate;
  readonly documentNumber: string;
  readonly quota: number;
  readonly recommendationLimit: number;
  readonly noticeDays: number;
  readonly publicBenefitLeast: Fen;
  readonly publicBenefitMost: Fen;
  readonly marketLeast: Fen;
  readonly marketMost: Fen;
}

const hr = { owner: 'hr-bureau', required: true } as const;
const amount = { type: moneyAmount, width: 10, unit: '万元', ...hr } as const;
const publicBenefit = '纯公益性资助';
const market = '具备市场功能资助';

/** The sheet 评选通知 of a round: one row. */
export const roundTerms: WorkbookKind<'round-terms', RoundTerms, RoundTerms> = {
  id: 'round-terms',
  title: '评选通知',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: { [publicBenefit]: [], [market]: [] },
  studio: 'year',
  distinct: ['year'],
  columns: [
    { key: 'year', header: '评选年度', type: wholeNumber('', '公历年份。'), width: 9, ...hr },
    { key: 'openedOn', header: '启动日期', type: calendarDate, width: 12, ...hr },
    { key: 'documentNumber', header: '评选通知文号', type: lineOfText('启动评选的通知。', 'center'), width: 22, ...hr },
    { key: 'quota', header: '评定名额', type: wholeNumber('家', '当年评定不超过几家。'), width: 9, ...hr },
    { key: 'recommendationLimit', header: '每部门推荐', type: wholeNumber('家', '每个主管部门最多推荐几家。'), width: 11, ...hr },
    { key: 'noticeDays', header: '公示天数', type: wholeNumber('天', '公示期至少几天。'), width: 9, ...hr },
    { key: 'publicBenefitLeast', group: publicBenefit, header: '最低', ...amount },
    { key: 'publicBenefitMost', group: publicBenefit, header: '最高', ...amount },
    { key: 'marketLeast', group: market, header: '最低', ...amount },
    { key: 'marketMost', group: market, header: '最高', ...amount },
  ],
  complete: (cells) => ({ record: cells, remarks: [] }),
  cellsOf: (record) => record,
};
