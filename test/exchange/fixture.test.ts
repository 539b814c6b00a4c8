import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readApplicationList } from '../../exchange/application-list.ts';

const folder = join(import.meta.dirname, '../fixtures');
const fileName = '2026年武昌区教育系统名师工作室申报汇总表（区教育局）.xlsx';
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  readonly kind: string;
  readonly rows: number;
  readonly errors: readonly { readonly studio: string; readonly field: string }[];
  readonly findings: Readonly<Record<string, unknown>>;
};
const result = await readApplicationList(readFileSync(join(folder, fileName)), fileName);

describe("a bureau's real workbook", () => {
  test('is an application list with the rows and studios it should have, in their order', () => {
    expect([result.kind, result.rows.length, result.rows.map(({ studio }) => studio)]).toEqual([
      expected.kind,
      expected.rows,
      Object.keys(expected.findings),
    ]);
  });

  test('has exactly the errors expected, each with its cell', () => {
    const errors = result.rows.flatMap((row) => row.errors);
    expect(errors.map(({ studio, field }) => ({ studio, field }))).toEqual(expected.errors.map(({ studio, field }) => ({ studio, field })));
    expect(errors.map(({ sheet, cell }) => [sheet, cell])).toEqual([['申报汇总', 'G13']]);
  });

  test('says who sent it', () => {
    expect(result.header).toEqual({ department: '武昌区教育局', phone: '027-8800 0000', date: '2026年8月3日' });
  });

  test('has nothing doubtful beside its error', () => {
    expect(result.warnings).toEqual([]);
  });

  test('gives every birth to the day', () => {
    expect(result.rows.map(({ record }) => record.leadBirthDate)).toEqual([
      '1975-05-12',
      '1970-03-01',
      '1972-11-20',
      '1965-07-20',
      '1980-01-31',
      '1978-02-28',
      '1982-06-18',
      '1979-12-05',
      // The number that would complete the year and month is damaged.
      undefined,
      '1976-07-07',
    ]);
  });

  test('gives areas in square metres and money in fen, whatever they were written in', () => {
    expect(result.rows.map(({ record }) => [record.area, record.dedicatedFunds])).toEqual([
      [80, 5_000_000],
      [66, 3_000_000],
      [52, 4_000_000],
      [60, 2_000_000],
      [75, 3_000_000],
      [38, 3_000_000],
      [56, 2_000_000],
      [90, 6_000_000],
      [64, 5_000_000],
      [120, 8_000_000],
    ]);
  });

  test('names members and claims one by one', () => {
    expect(result.rows[6]?.record).toMatchObject({
      leadName: '王芳',
      members: ['赵清', '孙和'],
      leadQualifications: [
        { kind: 'professional-title', level: 'district', name: '武昌区名师', year: 2022 },
        { kind: 'competition-award', level: 'national', name: '全国美术教学比赛一等奖', year: 2021 },
      ],
    });
  });

  test('keeps what stood in the cells', () => {
    expect(result.rows[6]?.original).toMatchObject({ leadName: '王　芳', leadBirthDate: '198206', area: '５６', dedicatedFunds: '2万元' });
  });
});
