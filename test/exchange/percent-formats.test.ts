import { expect, test } from 'vitest';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { makeWorkbook } from './make-workbook.ts';

test.each([
  ['0%', true],
  ['0.00%', true],
  ['0.0%', true],
  ['# ?/?%', true],
  ['0"%"', false],
  ['0.00', false],
])('a number in the format %s shows a percentage: %s', async (format, percent) => {
  const bytes = await makeWorkbook({
    rows: [[1], [2]],
    change: (sheet) => {
      sheet.getCell('A1').numFmt = format;
    },
  });
  const [sheet] = (await openWorkbook(bytes, '表.xlsx')).sheets;
  expect(sheet?.rows).toEqual([[{ kind: 'number', number: 1, ...(percent ? { percent } : {}) }], [{ kind: 'number', number: 2 }]]);
});
