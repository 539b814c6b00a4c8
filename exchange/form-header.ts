import type { FilledGrid } from './filled-grid.ts';
import { compactCode, isBlank, singleLine, withoutInvisible } from './normalise-text.ts';
import { cellText } from './raw-workbook.ts';
import type { FormHeader } from './read-result.ts';

const words: readonly (readonly [keyof FormHeader, RegExp])[] = [
  ['department', /(?:填报|报送|申报|推荐)(?:单位|部门)(?:[（(](?:盖章|公章)[）)])?/u],
  ['filler', /(?:填报|填表|制表|经办)人(?:[（(]签[名字][）)])?/u],
  ['phone', /联系电话|联系方式|电话/u],
  ['reviewer', /(?:审核|复核|审批|负责)人(?:[（(]签[名字][）)])?/u],
  ['date', /(?:填报|填表|制表|报送)(?:日期|时间)/u],
];
const anyWord = new RegExp(`(?:${words.map(([, word]) => word.source).join('|')}|批准人|单位负责人)\\s*[:：]`, 'gu');

/** Between cells: no text of a cell contains it. */
const cellEnd = '\u0000';

/** Texts of the rows above `top`, each merged area once. */
function textsAbove(grid: FilledGrid, top: number): string[] {
  const seen = new Map<string, string>();
  for (let row = 0; row < top; row++) {
    for (let column = 0; column < grid.columnCount; column++) seen.set(grid.addressAt(row, column), cellText(grid.at(row, column)));
  }
  return [...seen.values()].filter((text) => !isBlank(text));
}

/** Reads the line under the title: each value stands after its label, in the same cell or the next. `top` is the table's first row. */
export function readFormHeader(grid: FilledGrid, top: number): FormHeader {
  const line = textsAbove(grid, top).map(withoutInvisible).join(cellEnd);
  const labels = [...line.matchAll(anyWord)];
  const header: { -readonly [Key in keyof FormHeader]: string } = {};
  for (const [index, label] of labels.entries()) {
    const key = words.find(([, word]) => word.test(label[0]))?.[0];
    const after = line.slice(label.index + label[0].length, labels[index + 1]?.index ?? line.length);
    const value = singleLine(after.split(cellEnd).find((text) => !isBlank(text)) ?? '');
    if (key !== undefined && value !== '') header[key] ??= value;
  }
  return header;
}

/** The unit of amounts said above the table: 单位：万元. */
export function unitAbove(grid: FilledGrid, top: number): string | undefined {
  for (const text of textsAbove(grid, top)) {
    const unit = /(?:^|[^\p{L}])(?:金额)?单位[:：]?(万元|千元|元)/u.exec(compactCode(text))?.[1];
    if (unit !== undefined) return unit;
  }
  return undefined;
}
