import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { convertWithLibreOffice } from './convert-with-libreoffice.ts';
import { type MeasuredPage, measurePdf } from './measure-pdf.ts';
import { renderPages } from './render-pages.ts';
import { describeWith } from './require-tools.ts';
import { validateOfficeFile, validateOfficeFiles } from './validate-office-file.ts';

const rareInNames = '堃槃镕翀頔龘';
const faces = ['仿宋_GB2312', '楷体_GB2312', '黑体', '宋体', '方正小标宋简体'];

function run(text: string, font: string, size: number, color = '000000', characterSpacing = 0): TextRun {
  return new TextRun({
    text,
    font: { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: 'eastAsia' },
    size,
    color,
    characterSpacing,
  });
}

/**
 * Page 1 is a ruler: full lines of Hanzi on the page of GB/T 9704 (22 lines of 28 characters on 156 × 225 mm). Page 2 has a red title over a red line,
 * a line in each face that documents name, and a table.
 */
async function sampleDocument(): Promise<Buffer> {
  const grid = { line: 579, lineRule: LineRuleType.EXACT };
  const ruler = Array.from(
    { length: 22 },
    () => new Paragraph({ spacing: grid, children: [run('国'.repeat(28), '仿宋_GB2312', 32, '000000', -5)] }),
  );
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph({ children: [run(text, '宋体', 24)] })] });
  const document = new Document({
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, header: 851, footer: 851, gutter: 0 },
          },
          grid: { type: DocumentGridType.LINES, linePitch: 579 },
        },
        children: [
          ...ruler,
          new Paragraph({
            pageBreakBefore: true,
            alignment: AlignmentType.CENTER,
            children: [run('武昌区教育局文件', '方正小标宋简体', 44, 'FF0000')],
            border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'FF0000', space: 5 } },
          }),
          ...faces.map((face) => new Paragraph({ children: [run(`国${rareInNames}`, face, 32)] })),
          new Table({ columnWidths: [3000, 3000], rows: [new TableRow({ children: [cell('序号'), cell('姓名')] })] }),
          new Paragraph(''),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Lengths are compared to a tenth of a millimetre: LibreOffice places text to a twentieth of a point. */
const tenth = (length: number | undefined): number => Math.round((length ?? Number.NaN) * 10) / 10;

describeWith(['libreoffice', 'poppler', 'office-validator'], 'the instruments for documents', () => {
  let folder: string;
  let pages: MeasuredPage[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingshi-pages-'));
    await writeFile(join(folder, 'sample.docx'), await sampleDocument());
    await convertWithLibreOffice([join(folder, 'sample.docx')], 'pdf', folder);
    pages = await measurePdf(join(folder, 'sample.pdf'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  test('a page has its size in millimetres', () => {
    expect(pages.map(({ width, height }) => [tenth(width), tenth(height)])).toEqual([
      [210, 297],
      [210, 297],
    ]);
  });

  test('a ruler page measures 22 lines of 28 characters between the margins', () => {
    const lines = pages[0]?.lines ?? [];
    expect(lines.map(({ characters }) => characters)).toEqual(Array.from({ length: 22 }, () => 28));
    expect([...new Set(lines.map(({ left, right }) => `${tenth(left)}–${tenth(right)}`))]).toEqual(['28–183.6']);
  });

  test('lines follow each other at the pitch asked for', () => {
    const baselines = (pages[0]?.lines ?? []).map(({ baseline }) => baseline);
    const pitch = ((baselines.at(-1) ?? 0) - (baselines[0] ?? 0)) / (baselines.length - 1);
    expect(tenth(pitch)).toBe(10.2);
  });

  test('text tells its face, size and colour, and a line of two cells its parts', () => {
    const [title, ...rest] = pages[1]?.lines ?? [];
    expect(title).toMatchObject({ text: '武昌区教育局文件', characters: 8, size: 22, colours: ['#ff0000'] });
    expect(tenth(((title?.left ?? 0) + (title?.right ?? 0)) / 2)).toBe(106);
    expect(rest.at(-1)).toMatchObject({ text: '序号姓名', parts: [{ text: '序号' }, { text: '姓名' }] });
  });

  test('each face that documents name has its stand-in, a Hanzi one em wide', () => {
    const lines = pages[1]?.lines.slice(1, 1 + faces.length) ?? [];
    expect(lines.map(({ glyphs }) => [glyphs[0]?.font, tenth((glyphs[0]?.right ?? 0) - (glyphs[0]?.left ?? 0))])).toEqual([
      ['FandolFang-Regular', 5.6],
      ['FandolKai-Regular', 5.6],
      ['FandolHei-Regular', 5.6],
      ['FandolSong-Regular', 5.6],
      ['NotoSerifCJKjp-Bold-VKana', 5.6],
    ]);
  });

  test('rare characters of names are drawn in every face, by a face that has them', () => {
    const lines = pages[1]?.lines.slice(1, 1 + faces.length) ?? [];
    expect(lines.map(({ text }) => text)).toEqual(faces.map(() => `国${rareInNames}`));
    expect(lines.flatMap(({ glyphs }) => glyphs.slice(1)).filter(({ font }) => !font.startsWith('Noto'))).toEqual([]);
  });

  test('drawn lines have their ends, thickness and colour', () => {
    const [red, ...table] = pages[1]?.rules ?? [];
    expect(red).toMatchObject({ direction: 'horizontal', colour: '#ff0000' });
    expect([red?.left, red?.right, red?.thickness].map(tenth)).toEqual([28, 184, 0.5]);
    expect(table.map(({ direction }) => direction).toSorted()).toEqual(['horizontal', 'horizontal', 'vertical', 'vertical', 'vertical']);
  });

  test('pages are drawn as pictures, one each, in order', async () => {
    const pictures = await renderPages(join(folder, 'sample.pdf'), folder, 50);
    expect(pictures).toEqual([join(folder, 'sample-1.png'), join(folder, 'sample-2.png')]);
    const signature = (await readFile(pictures[0] ?? '')).subarray(1, 4).toString('latin1');
    expect(signature).toBe('PNG');
  });

  test('files of one name are refused before they overwrite each other', async () => {
    await expect(convertWithLibreOffice(['/a/one.docx', '/b/one.xlsx'], 'pdf', folder)).rejects.toThrow(/one name/u);
  });

  test('a file LibreOffice makes nothing of is an error that names it, and no older file stands in for it', async () => {
    await writeFile(join(folder, 'gone.pdf'), 'of yesterday');
    await copyFile(join(folder, 'sample.docx'), join(folder, 'good.docx'));
    const files = [join(folder, 'good.docx'), join(folder, 'gone.docx')];
    await expect(convertWithLibreOffice(files, 'pdf', folder)).rejects.toThrow(/made no pdf of \S+gone\.docx\. /u);
  });

  test('the validator passes a valid file, names what is wrong in a broken one, and says so when a file is no Office file', async () => {
    const valid = join(folder, 'sample.docx');
    const broken = join(folder, 'broken.docx');
    await writeFile(broken, 'not a zip');
    expect(await validateOfficeFile(valid)).toEqual([]);
    expect(await validateOfficeFiles([valid, broken])).toEqual({
      [broken]: [{ description: 'File contains corrupted data.', part: null, element: null }],
    });
  });
});
