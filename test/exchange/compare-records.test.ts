import { describe, expect, test } from 'vitest';
import { compareApplications, readApplicationList } from '../../exchange/application-list.ts';
import type { ApplicationRecord } from '../../exchange/application-record.ts';
import { compareFiling } from '../../exchange/filing.ts';
import type { FilingEntry } from '../../exchange/filing-record.ts';
import { readFiling } from '../../exchange/read-filing.ts';
import { writeFiling } from '../../exchange/write-filing.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { makeWorkbook } from './make-workbook.ts';
import { filingHeader, sampleFiling } from './sample-filing.ts';
import { idNumberOf, plainHeader, plainRow } from './sample-rows.ts';

const applications = async (...rows: Parameters<typeof plainRow>[]) =>
  (await readApplicationList(await makeWorkbook({ rows: [plainHeader, ...rows.map((row) => plainRow(...row))] }), '申报.xlsx')).rows;
const present = async (recordId: string, changes: Partial<ApplicationRecord> = {}, number = 1) => {
  const [row] = await applications([number]);
  return { recordId, record: { ...row?.record, ...changes } };
};

describe('an application list against the register', () => {
  test('is new where nobody of that ID number is known', async () => {
    const [compared] = compareApplications(await applications([1]), []);
    expect([compared?.state, compared?.recordId, compared?.changes]).toEqual(['new', undefined, []]);
  });

  test('is unchanged where the register says the same', async () => {
    const [compared] = compareApplications(await applications([1]), [await present('a')]);
    expect([compared?.state, compared?.recordId]).toEqual(['unchanged', 'a']);
  });

  test('is changed field by field, old and new, in the order of the sheet', async () => {
    const before = await present('a', { area: 60, dedicatedFunds: 3_000_000, members: ['陆知行'] });
    const [compared] = compareApplications(await applications([1]), [before]);
    expect([compared?.state, compared?.changes]).toEqual([
      'changed',
      [
        { field: 'members', label: '团队成员', before: '陆知行', after: '陆知行、钟意、孟书禾', allowed: true },
        { field: 'area', label: '场所面积', before: '60㎡', after: '80㎡', allowed: true },
        { field: 'dedicatedFunds', label: '单位专项经费', before: '3万元', after: '5万元', allowed: true },
      ],
    ]);
  });

  test('fills what the register does not know, and a blank cell takes nothing away', async () => {
    const { leadTitle: _, ...record } = (await present('a', { remarks: '已核' })).record;
    const [compared] = compareApplications(await applications([1]), [{ recordId: 'a', record }]);
    expect(compared?.changes).toEqual([{ field: 'leadTitle', label: '领办人职称', before: '', after: '高级教师', allowed: true }]);
  });

  test('with errors is an error and is compared with nothing', async () => {
    const [compared] = compareApplications(await applications([1, { '场所面积（㎡）': '约80' }]), [await present('a', { area: 60 })]);
    expect([compared?.state, compared?.changes]).toEqual(['error', []]);
  });

  test('with the name and unit of a studio we know, but another ID number, only suggests it', async () => {
    const [compared] = compareApplications(await applications([1]), [await present('a', { leadIdNumber: idNumberOf('19750512', 99) })]);
    expect([compared?.state, compared?.recordId, compared?.suggestion]).toEqual(['new', undefined, 'a']);
  });

  test('with the same name in another unit suggests nothing', async () => {
    const [compared] = compareApplications(await applications([1]), [
      await present('a', { leadIdNumber: idNumberOf('19750512', 99), hostUnit: '别的学校' }),
    ]);
    expect(compared?.suggestion).toBeUndefined();
  });

  test('warns of a namesake with another ID number, and of nobody else', async () => {
    const namesake = await present('a', { leadIdNumber: idNumberOf('19750512', 99), studioName: '另一名师工作室' });
    const [compared] = compareApplications(await applications([1]), [namesake, await present('b')]);
    expect([compared?.state, compared?.warnings.map(({ cell, message }) => [cell, message])]).toEqual([
      'unchanged',
      [['D2', '库中「另一名师工作室」的领办人也叫「顾清乙」，身份证号不同：请确认是同名的两个人。']],
    ]);
  });

  test('keeps the order of the file', async () => {
    const compared = compareApplications(await applications([1], [2], [3]), [await present('b', {}, 2)]);
    expect(compared.map(({ state }) => state)).toEqual(['new', 'unchanged', 'new']);
  });
});

const written = await writeFiling(sampleFiling, filingHeader);
const { rows } = await readFiling(written.bytes, written.fileName);

describe('a filing list that comes back', () => {
  /** Row of a studio with other values, as if somebody had typed them. */
  const typed = (leadName: string, changes: Parameters<typeof Object.assign>[1]) =>
    rows.filter(({ record }) => record.leadName === leadName).map((row) => ({ ...row, record: { ...row.record, ...changes } }));
  const registered = (leadName: string, changes: Partial<FilingEntry['record']>) =>
    sampleFiling.map((entry) => (entry.record.leadName === leadName ? { ...entry, record: { ...entry.record, ...changes } } : entry));

  test('unchanged changes nothing', () => {
    expect(compareFiling(rows, sampleFiling, 'hr-bureau').map(({ state }) => state)).toEqual(rows.map(() => 'unchanged'));
  });

  test('may bring from the HR bureau its number and date', () => {
    const [compared] = compareFiling(
      typed('陈知远', { filingNumber: '备〔2026〕1号', filedOn: plainDate('2026-09-08') }),
      sampleFiling,
      'hr-bureau',
    );
    expect([compared?.state, compared?.changes.map(({ label, after, allowed }) => [label, after, allowed])]).toEqual([
      'changed',
      [
        ['备案号', '备〔2026〕1号', true],
        ['备案日期', '2026-09-08', true],
      ],
    ]);
  });

  test('may not bring from a bureau what the HR bureau owns', () => {
    const [compared] = compareFiling(typed('陈知远', { filingNumber: '备〔2026〕1号' }), sampleFiling, 'sector-bureau');
    expect([compared?.state, compared?.changes.map(({ allowed }) => allowed)]).toEqual(['unchanged', [false]]);
  });

  test('is a conflict when both sides changed the record since', () => {
    const [compared] = compareFiling(typed('陈知远', { filingNumber: '备〔2026〕1号' }), registered('陈知远', { area: 70 }), 'hr-bureau');
    expect([compared?.state, compared?.recordId]).toEqual(['conflict', sampleFiling[0]?.recordId]);
  });

  test('is unchanged when only our side changed since', () => {
    const [compared] = compareFiling(
      typed('陈知远', {}),
      registered('陈知远', { filingNumber: '备〔2026〕9号', area: 70 }),
      'sector-bureau',
    );
    expect(compared?.state).toBe('unchanged');
  });

  test('is matched by its record even when the ID number was corrected meanwhile', () => {
    const [compared] = compareFiling(
      typed('陈知远', { remarks: '齐' }),
      registered('陈知远', { leadIdNumber: idNumberOf('19711231', 13) }),
      'hr-bureau',
    );
    expect(compared?.recordId).toBe(sampleFiling[0]?.recordId);
  });
});
