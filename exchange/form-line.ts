import { chineseDate, type PlainDate } from '../policy/plain-date.ts';
import type { FormHeader } from './read-result.ts';
import { displayWidth } from './text-size.ts';
import type { RowPlan } from './workbook-plan.ts';

/** The parts of the line under the title. What is not known is left for the pen. */
export function formLine(header: Omit<FormHeader, 'date'> & { readonly date?: PlainDate }): readonly string[] {
  const part = (label: string, value: string | undefined): string => `${label}：${value ?? '　　　　　'}`;
  return [
    part('填报单位（盖章）', header.department),
    part('填报人', header.filler),
    part('联系电话', header.phone),
    part('审核人', header.reviewer),
    part('填报日期', header.date === undefined ? '　　　年　　月　　日' : chineseDate(header.date)),
  ];
}

/** Blanks between two parts: two where room is short, at most eight where the sheet is wide. */
const [nearest, farthest] = [2, 8];

/** The line laid out over a sheet so many characters wide: in one line where it fits, else in as few as it takes, broken between parts. */
export function formLineRow(parts: readonly string[], width: number): RowPlan {
  // The line is written a size larger than the cells that widths count in.
  const room = Math.floor((width - 2) / 1.1);
  const widthOf = (line: readonly string[], gap: number) =>
    line.reduce((sum, part) => sum + displayWidth(part), 0) + 2 * gap * (line.length - 1);
  const perLine = [parts.length, Math.ceil(parts.length / 2), 2].find((count) =>
    linesOf(parts, count).every((line) => widthOf(line, nearest) <= room),
  );
  const lines = linesOf(parts, perLine ?? 1);
  const gap = Math.max(nearest, Math.min(farthest, ...lines.map((line) => Math.floor((room - widthOf(line, 0)) / 2 / (line.length - 1)))));
  const content = lines.map((line) => line.join('　'.repeat(gap))).join('\n');
  return { height: Math.max(22, lines.length * 17), cells: [{ content, look: 'form-line' }] };
}

function linesOf(parts: readonly string[], perLine: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(parts.length / perLine) }, (_, index) => parts.slice(index * perLine, (index + 1) * perLine));
}
