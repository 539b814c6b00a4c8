import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { formLine, formLineRow } from '../../exchange/form-line.ts';
import { displayWidth } from '../../exchange/text-size.ts';
import { writeApplicationListTemplate } from '../../exchange/write-application-list-template.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { sampleBooks } from './sample-books.ts';
import { sampleOfEveryKind } from './sample-of-every-kind.ts';

const blank = {
  year: 2026,
  department: '区教育局',
  sector: '教育',
  sectors: ['教育'],
  date: plainDate('2026-11-02'),
  measuresId: 'wuchang-2014',
};
const books: readonly (readonly [string, Uint8Array])[] = [
  ...(await sampleOfEveryKind()).map(({ id, written }) => [id, written.bytes] as const),
  ...Object.entries(await sampleBooks()).map(([name, { bytes }]) => [name, bytes] as const),
  ['blank application-list', (await writeApplicationListTemplate(blank)).bytes],
];

/** A cell with a text in it, and how much room it has: its own column and row, or those it is merged with. */
interface Box {
  readonly at: string;
  readonly text: string;
  readonly header: boolean;
  /** In characters of 10 points. */
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

async function boxesOf(bytes: Uint8Array): Promise<{ readonly boxes: readonly Box[]; readonly formats: readonly string[] }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const boxes: Box[] = [];
  const formats = new Set<string>();
  for (const sheet of workbook.worksheets.filter(({ state }) => state === 'visible')) {
    const room = new Map<string, { width: number; height: number }>();
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        const { address } = cell.master;
        const own = room.get(address) ?? { width: 0, height: 0 };
        const [first, same] = [cell.row === cell.master.row, cell.col === cell.master.col];
        room.set(address, {
          width: own.width + (first ? (sheet.getColumn(cell.col).width ?? 9) : 0),
          height: own.height + (same ? row.height : 0),
        });
      }),
    );
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        formats.add(cell.numFmt ?? 'General');
        if (cell.address !== cell.master.address || typeof cell.value !== 'string') return;
        const { name, size = 11 } = cell.font;
        boxes.push({
          at: `${sheet.name}!${cell.address}`,
          text: cell.value,
          header: name === '黑体' && size === 10,
          size,
          ...(room.get(cell.address) ?? { width: 0, height: 0 }),
        });
      }),
    );
  }
  return { boxes, formats: [...formats] };
}

/** Lines of a text in a box, as few as it can take. */
function linesIn({ text, width, size }: Box): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((displayWidth(line) * size) / 10 / width)), 0);
}

describe.each(books)('%s', async (_, bytes) => {
  const { boxes, formats } = await boxesOf(bytes);

  test('has room for every header in its column: none is broken in the middle', () => {
    const broken = boxes.filter((box) => box.header && box.text.split('\n').some((line) => displayWidth(line) > box.width - 1));
    expect(broken).toEqual([]);
  });

  test('has rows high enough for what stands in them', () => {
    expect(boxes.filter((box) => linesIn(box) * box.size * 1.15 > box.height)).toEqual([]);
  });

  test('shows no point behind a whole number', () => {
    expect(formats.filter((format) => /\.#/u.test(format))).toEqual([]);
  });
});

describe('the line under the title', () => {
  const sender = { department: '区人力资源局', filler: '何思齐', phone: '027-88000000', date: plainDate('2026-09-08') };
  const laid = (width: number) => {
    const { cells, height } = formLineRow(formLine(sender), width);
    const content = cells[0]?.content;
    return { lines: typeof content === 'string' ? content.split('\n') : [], height };
  };

  test('is one line where there is room, spread over the sheet', () => {
    expect(laid(140).lines).toHaveLength(1);
    expect(displayWidth(laid(150).lines[0] ?? '')).toBeGreaterThan(displayWidth(laid(130).lines[0] ?? ''));
  });

  test('is broken between its parts where there is none, and its row grows', () => {
    const { lines, height } = laid(96);
    expect(lines.map((line) => line.slice(0, 3))).toEqual(['填报单', '审核人']);
    expect(height).toBeGreaterThan(laid(140).height);
    expect(laid(40).lines).toHaveLength(5);
  });
});
