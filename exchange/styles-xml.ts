import { isDateFormat } from 'hucre';
import { contentOf, startTags } from './markup-tags.ts';
import { showsPercent } from './shows-percent.ts';

/** As what a cell shows its number. */
export type NumberLook = 'plain' | 'percent' | 'date';

/** As what each cell format of `styles.xml` (ECMA-376-1, 18.8.10) shows a number. */
export function readNumberLooks(markup: string): NumberLook[] {
  const codes = new Map(
    startTags(contentOf(markup, 'numFmts'), 'numFmt').map((format) => [Number(format.get('numFmtId')), format.get('formatCode') ?? '']),
  );
  return startTags(contentOf(markup, 'cellXfs'), 'xf').map((format) => {
    const id = Number(format.get('numFmtId') ?? 0);
    const code = codes.get(id);
    // Formats the standard numbers need not be written out: 14 is a day, 9 and 10 are percentages.
    if (isDateFormat(code === undefined || code === '' ? String(id) : code)) return 'date';
    const isPercent = code === undefined ? id === 9 || id === 10 : id !== 0 && showsPercent(code);
    return isPercent ? 'percent' : 'plain';
  });
}
