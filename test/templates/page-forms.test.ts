import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '../../policy/plain-date.ts';
import { blankLines } from '../../templates/kit/blank-lines.ts';
import { addressee, bodyText } from '../../templates/kit/body-text.ts';
import type { DocumentContent, Table } from '../../templates/kit/document-content.ts';
import { millimetres } from '../../templates/kit/length.ts';
import { letterHead } from '../../templates/kit/letter-head.ts';
import { packDocument } from '../../templates/kit/pack-document.ts';
import type { PageForm } from '../../templates/kit/page.ts';
import { sealedSignature } from '../../templates/kit/signature-block.ts';
import { labelCell, textCell } from '../../templates/kit/table-text.ts';
import { title } from '../../templates/kit/title.ts';
import { usualFonts } from '../../templates/kit/typefaces.ts';
import type { MeasuredPage } from '../machine/measure-pdf.ts';
import { readPageDrawings } from '../machine/page-drawing.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFiles } from '../machine/validate-office-file.ts';
import { findLine, type MeasuredDocuments, measureDocuments, pageNumber, redBlocks, textLines, topOf } from './measured-documents.ts';

const bureau = '武汉市武昌区教育局';
const office = '中共武汉市武昌区委人才工作领导小组办公室';
const date = plainDate('2026-08-10');

function pack(form: PageForm, blocks: DocumentContent['blocks']): Promise<Uint8Array> {
  return packDocument({ title: '样张', issuer: bureau, date, form, blocks }, { fonts: usualFonts, draft: false });
}

function letter(issuer: string): DocumentContent['blocks'] {
  return [
    ...letterHead(issuer, '武昌教名〔2026〕3号'),
    ...title([issuer, '关于退回申报的通知书']),
    ...blankLines(1),
    addressee(['武汉市武昌区示范路小学']),
    ...Array.from({ length: 9 }, () => bodyText('根据有关规定，'.repeat(20))),
    ...sealedSignature(issuer, date),
  ];
}

/** Sixty rows; each fourth one has a cell that covers two rows. */
function rowsOf(width: number): Table {
  return {
    kind: 'table',
    columns: [20, 40, width - 60].map(millimetres),
    headerRows: 1,
    rows: [
      { cells: ['序号', '名称', '内容'].map((label) => labelCell(label, 10.5)) },
      ...Array.from({ length: 60 }, (_, index) => ({
        cells: [
          textCell(`第${index + 1}行`, 10.5),
          ...(index % 4 === 3 ? [] : [{ ...textCell('名称', 10.5), ...(index % 4 === 2 ? { rows: 2 } : {}) }]),
          textCell('内容', 10.5),
        ],
      })),
    ],
  };
}

describeWith(['libreoffice', 'poppler', 'office-validator'], 'pages of other forms as LibreOffice draws them', () => {
  let folder: string;
  let documents: MeasuredDocuments;
  const pagesOf = (name: string): readonly MeasuredPage[] => documents.get(name) ?? [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingshi-page-forms-'));
    const made = new Map([
      ['letter', await pack('letter', letter(bureau))],
      ['letter-of-office', await pack('letter', letter(office))],
      ['landscape', await pack('landscape', [rowsOf(225)])],
      [
        'booklet',
        await pack('cover', [
          ...title(['申报书']),
          { kind: 'new-pages', form: 'form' },
          rowsOf(156),
          { kind: 'new-pages', form: 'landscape' },
          rowsOf(225),
          { kind: 'new-pages', form: 'standard' },
          bodyText('正文'),
        ]),
      ],
    ]);
    documents = await measureDocuments(made, folder);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  test('the Open XML SDK finds no error in any of them', async () => {
    expect(await validateOfficeFiles(Array.from(documents.keys(), (name) => join(folder, `${name}.docx`)))).toEqual({});
  });

  test.each(['letter', 'letter-of-office'])(
    '%s: the mark is red from 30 mm, the double line 4 mm below it, the second 20 mm from the foot',
    async (name) => {
      const [mark, thick, , thin] = await redBlocks(join(folder, `${name}.pdf`), folder);
      expect(Math.abs((mark?.top ?? 0) - 30)).toBeLessThanOrEqual(1);
      expect(Math.abs((thick?.top ?? 0) - (mark?.bottom ?? 0) - 4)).toBeLessThanOrEqual(0.5);
      expect(thin).toBeDefined();
      const red = pagesOf(name)[0]?.rules.filter(({ colour }) => colour === '#ff0000') ?? [];
      expect(red.map(({ left, right, thickness }) => [Math.round(left * 10) / 10, Math.round(right * 10) / 10, thickness > 0.5])).toEqual([
        [20, 190, true],
        [20, 190, false],
        [20, 190, false],
        [20, 190, true],
      ]);
      const last = red.at(-1);
      expect(Math.abs((last?.bottom ?? 0) + (last?.thickness ?? 0) / 2 - 277)).toBeLessThanOrEqual(0.3);
    },
  );

  test.each(['letter', 'letter-of-office'])(
    '%s: the number ends at the right edge, seven eighths of a character below the line',
    (name) => {
      const number = findLine(pagesOf(name), '〔2026〕3号').line;
      expect(Math.abs(number.right - 184)).toBeLessThanOrEqual(0.3);
      const lower = pagesOf(name)[0]?.rules.filter(({ colour }) => colour === '#ff0000')[1];
      expect(Math.abs(topOf(number) - (lower?.bottom ?? 0) - 4.94)).toBeLessThanOrEqual(0.6);
      const heading = textLines(pagesOf(name)[0] as MeasuredPage)[2];
      expect(Math.abs((heading?.baseline ?? 0) - number.baseline - 3 * 10.39)).toBeLessThanOrEqual(2);
    },
  );

  test('the first page of a letter has no number; the others have theirs in the usual place', () => {
    const numbers = pagesOf('letter').map((page) => pageNumber(page)?.text);
    expect([numbers[0], ...numbers.slice(1)]).toEqual([undefined, ...numbers.slice(1).map((_, index) => `— ${index + 2} —`)]);
    const second = pageNumber(pagesOf('letter')[1] as MeasuredPage);
    expect(Math.abs((second?.left ?? 0) - 32.94)).toBeLessThanOrEqual(0.3);
    expect(Math.abs((second?.baseline ?? 0) - 270.9)).toBeLessThanOrEqual(0.3);
    expect(pagesOf('letter').map(({ rules }) => rules.length)).toEqual([4, ...numbers.slice(1).map(() => 0)]);
  });

  test('a landscape page is the portrait one turned: its number stands where the other pages have theirs', async () => {
    const drawn = await readPageDrawings(await readFile(join(folder, 'landscape.pdf')));
    expect(drawn.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(drawn.map(() => [297, 210]));
    const places = drawn.map(({ glyphs }) => {
      const turned = glyphs.filter(({ upright, text }) => !upright && text.trim() !== '');
      return { text: turned.map(({ text }) => text).join(''), dash: turned[0], last: turned.at(-1) };
    });
    expect(places.map(({ text }) => text)).toEqual(places.map((_, index) => `—${index + 1}—`));
    for (const [index, { dash, last }] of places.entries()) {
      // Turned back: the baseline of portrait pages at 270.9 mm; the right end at 179.06 mm on odd pages, the left one at 32.94 mm on even ones.
      expect(Math.abs(297 - (dash?.left ?? 0) - 270.9)).toBeLessThanOrEqual(0.3);
      const side = index % 2 === 0 ? (last?.baseline ?? 0) + 4.94 - 179.06 : (dash?.baseline ?? 0) - 32.94;
      expect(Math.abs(side)).toBeLessThanOrEqual(0.3);
    }
  });

  test('tables keep to the text area of their pages, with the header on each and no row cut', () => {
    const areas = { landscape: [34.7, 260.3, 27.7, 184.3], booklet: [27.7, 184.3, 36.7, 262.3] } as const;
    for (const page of [...pagesOf('landscape'), ...pagesOf('booklet')].filter(({ rules }) => rules.length > 0)) {
      const [left, right, top, bottom] = areas[page.width > page.height ? 'landscape' : 'booklet'];
      expect(page.rules.filter((rule) => rule.left < left || rule.right > right || rule.top < top || rule.bottom > bottom)).toEqual([]);
      expect(page.lines[0]?.text).toContain('序号');
    }
    const rows = pagesOf('landscape').flatMap((page) => page.lines.flatMap(({ text }) => /第(\d+)行/.exec(text)?.[1] ?? []));
    expect(rows).toEqual(Array.from({ length: 60 }, (_, index) => String(index + 1)));
  });

  test('a cover has no number and counts as the first page', () => {
    const numbers = pagesOf('booklet').map((page) => pageNumber(page)?.text);
    expect([numbers[0], numbers[1], numbers.at(-1)]).toEqual([undefined, '— 2 —', `— ${numbers.length} —`]);
  });
});

test('a table whose rows do not add up to its columns, or that ends within a cell, is a fault of the program', async () => {
  const cell = textCell('甲', 10.5);
  const table = (rows: Table['rows']): Promise<Uint8Array> => pack('form', [{ kind: 'table', columns: [1000, 1000], headerRows: 0, rows }]);
  await expect(table([{ cells: [cell] }])).rejects.toThrow('表格有 2 列，这一行写了 1 列');
  await expect(table([{ cells: [{ ...cell, rows: 2 }, cell] }])).rejects.toThrow('向下延伸 1 行');
  await expect(table([{ cells: [{ ...cell, rows: 2 }, cell] }, { cells: [cell] }])).resolves.toBeDefined();
});
