import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { openHere } from '../../exchange/open-here.ts';
import { readWithLibrary } from '../../exchange/open-xlsx.ts';
import { cellAddress } from '../../exchange/raw-workbook.ts';
import { readParts } from '../../exchange/read-parts.ts';
import { UnusualMarkup } from '../../exchange/unusual-markup.ts';
import { unpackWorkbook } from '../../exchange/workbook-package.ts';
import { convertWithLibreOffice } from '../machine/convert-with-libreoffice.ts';
import { describeWith } from '../machine/require-tools.ts';
import { sampleBooks } from './sample-books.ts';
import { sampleOfEveryKind } from './sample-of-every-kind.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingshi-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kinds = (await sampleOfEveryKind()).map(({ id, written }) => [id, written.bytes] as const);
const books = Object.entries(await sampleBooks()).map(([name, { bytes }]) => [`book-${name}`, bytes] as const);
const bureau = '2026年武昌区教育系统名师工作室申报汇总表（区教育局）';
const fixture = [bureau, new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures', `${bureau}.xlsx`)))] as const;
const files = [...kinds, ...books, fixture];

/** Reads a workbook, and the same with the library. The quick reader has to read it: what it leaves to the library proves nothing. */
async function readTwice(bytes: Uint8Array) {
  const parts = unpackWorkbook(bytes, '表.xlsx');
  return { ours: readParts(parts), library: await readWithLibrary(bytes, parts) };
}

test.each(files)('%s says what the library reads', async (_, bytes) => {
  const { ours, library } = await readTwice(bytes);
  expect(ours).toStrictEqual(library);
});

describeWith(['libreoffice'], 'LibreOffice', () => {
  test('saves files that say what the library reads', async () => {
    const paths = files.map(([name, bytes]) => {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    for (const path of await convertWithLibreOffice(paths, 'xlsx', mkdtempSync(join(folder, 'saved-')))) {
      const { ours, library } = await readTwice(readFileSync(path));
      expect(ours).toStrictEqual(library);
    }
  });
});

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const formats = ['General', '0.00', '0%', 'yyyy"年"m"月"', '[Red]0.0%', '0"%"', 'h:mm', '@', ''];
const numbered = [0, 1, 9, 10, 14, 22, 31, 49, 57];

/** A workbook with one sheet, whose markup behind and in front of its rows, shared texts and kind of calendar are given. */
function bookOf(sheet: string, texts = '', from1904 = false): Uint8Array {
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (content: string) =>
    `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const xfs = [...numbered, ...formats.map((_, index) => 164 + index)].map((id) => `<xf numFmtId="${id}" fontId="0"/>`).join('');
  const codes = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('');
  const parts = {
    '[Content_Types].xml': `${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${header}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="甲&amp;乙" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('rId2', 'styles', '/xl/styles.xml') +
        relation('rId3', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': `${header}<styleSheet xmlns="${main}"><numFmts>${codes}</numFmts><cellXfs>${xfs}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${header}<sst xmlns="${main}">${texts}</sst>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const worksheet = (rows: string, head = '', tail = '') =>
  `${header}<worksheet xmlns="${main}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`;

/** Text as it stands in a part: Chinese, blanks, lines, entities, escapes of the format, errors and what only looks like any of them. */
const text = fc
  .array(
    fc.constantFrom(
      '王',
      '𠮷',
      'A',
      ' ',
      '\n',
      '\r\n',
      '\t',
      '>',
      '"',
      "'",
      '&amp;',
      '&lt;',
      '&#10;',
      '&#x4E00;',
      '&unknown;',
      '&',
      '_x000D_',
      '_x4e00_',
      '_x_',
      '0',
      '-1.5',
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));
const space = fc.constantFrom('', ' xml:space="preserve"');
const textElement = fc.tuple(space, text).map(([preserve, said]) => (said === '' ? `<t${preserve}/>` : `<t${preserve}>${said}</t>`));
const runs = fc
  .array(fc.tuple(fc.constantFrom('', '<rPr><b/><color rgb="FFFF0000"/><rFont val="宋体"/></rPr>'), textElement), {
    minLength: 1,
    maxLength: 3,
  })
  .map((each) => each.map(([look, said]) => `<r>${look}${said}</r>`).join(''));
const item = fc.oneof(textElement, runs);
const spoken = fc
  .tuple(item, fc.constantFrom('', '<rPh sb="0" eb="1"><t>wang</t></rPh><phoneticPr fontId="1"/>'))
  .map((said) => said.join(''));
const errorText = fc.constantFrom('#REF!', '#N/A', 'Err:502', '#别的');
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer({ min: -10, max: 3_000_000 }).map(String),
  fc.constantFrom('59', '60', '61', '45000.9999999', '1E+3', ' 12 ', '1e999', '0x10', '2026-01-31'),
);
const value = (content: string) => `<v>${content}</v>`;
/** Type and content of a cell. */
const filled = fc.oneof(
  number.map((each) => ['', value(each)]),
  number.map((each) => [' t="n"', value(each)]),
  fc.constant(['', '']),
  fc.constant(['', '<v/>']),
  fc.nat({ max: 4 }).map((index) => [' t="s"', value(String(index))]),
  text.map((said) => [' t="str"', value(said)]),
  errorText.map((said) => [' t="str"', value(said)]),
  errorText.map((said) => [' t="e"', value(said)]),
  item.map((said) => [' t="inlineStr"', `<is>${said}</is>`]),
  fc.constantFrom('0', '1', 'true', 'FALSE', '').map((said) => [' t="b"', value(said)]),
  fc.constantFrom('2026-01-31', '2026-01-31T00:00:00').map((said) => [' t="d"', value(said)]),
);
const formula = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  text.map((said) => `<f>${said}</f>`),
  fc.constantFrom(
    '<f t="shared" ref="A1:A9" si="0">A1&amp;"甲"</f>',
    '<f t="shared" si="0"/>',
    '<f t="array" ref="A1">SUM(A1)</f>',
    '<f/>',
  ),
);
const style = fc.oneof(
  fc.constant(''),
  fc.nat({ max: numbered.length + formats.length }).map((index) => ` s="${index}"`),
);
const cell = fc
  .tuple(filled, formula, style, fc.boolean())
  .map(([[type = '', content = ''], calculated, look, says]) => ({ attributes: type + look, content: calculated + content, says }));
const sheetRow = fc.record({
  skipped: fc.nat({ max: 2 }),
  says: fc.boolean(),
  more: fc.constantFrom('', ' spans="1:9" ht="28" customHeight="1"', ' hidden="1"', ' hidden="true"', ' hidden="0"'),
  cells: fc.array(fc.tuple(fc.nat({ max: 2 }), cell), { maxLength: 6 }),
});
const between = fc.constantFrom('', '\n  ');

/** The rows as markup: some say where they are, as their cells do, and those that skip something have to. */
function markupOf(rows: readonly (typeof sheetRow extends fc.Arbitrary<infer Row> ? Row : never)[], blank: string): string {
  let index = -1;
  return rows
    .map(({ skipped, says, more, cells }) => {
      const at = index + 1 + skipped;
      index = says ? at : index + 1;
      let column = -1;
      const inside = cells.map(([over, { attributes, content, says: isPlaced }]) => {
        column += isPlaced ? over + 1 : 1;
        const start = `<c${isPlaced ? ` r="${cellAddress(index, column)}"` : ''}${attributes}`;
        return content === '' ? `${start}/>` : `${start}>${blank}${content}</c>`;
      });
      const start = `<row${says ? ` r="${index + 1}"` : ''}${more}`;
      return inside.length === 0 ? `${start}/>` : `${start}>${blank}${inside.join(blank)}${blank}</row>`;
    })
    .join(blank);
}

test('any sheet says what the library reads', async () => {
  const heads = fc.constantFrom(
    '',
    '<dimension ref="A1"/><cols><col min="1" max="2" width="9"/><col min="3" max="5" width="9" hidden="1"/></cols>',
    '<cols><col hidden="true" max="16384" min="16380"/></cols>',
  );
  const tails = fc.constantFrom(
    '',
    '<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="AA3"/></mergeCells><pageMargins left="0.7"/>',
    '<hyperlinks><hyperlink ref="A1" location="甲"/></hyperlinks><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter>',
  );
  const shared = fc.array(spoken, { minLength: 5, maxLength: 5 }).map((items) => items.map((each) => `<si>${each}</si>`).join(''));
  await fc.assert(
    fc.asyncProperty(
      fc.array(sheetRow, { maxLength: 6 }),
      between,
      heads,
      tails,
      shared,
      fc.boolean(),
      async (rows, blank, head, tail, texts, from1904) => {
        const { ours, library } = await readTwice(bookOf(worksheet(markupOf(rows, blank), head, tail), texts, from1904));
        expect(ours).toStrictEqual(library);
      },
    ),
    { numRuns: 300 },
  );
});

describe('what is not written as usual', () => {
  const plain = worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>2</v></c></row>');
  const prefixed = plain.replaceAll(/<(\/?)(?=[a-z])/gu, '<$1x:').replace('xmlns=', 'xmlns:x=');
  test.each([
    ['a prefix', prefixed],
    ['a prefix inside', plain.replace('<v>2</v>', '<x:v>2</x:v>')],
    ['a comment', plain.replace('<c r="B1">', '<!-- <c r="B1"> --><c r="B1">')],
    ['CDATA', plain.replace('甲', '<![CDATA[甲]]>')],
    ['apostrophes', plain.replaceAll('"', "'")],
    ['cells from right to left', plain.replace(/(<c r="A1".*?<\/c>)(<c r="B1".*?<\/c>)/u, '$2$1')],
    ['a cell with more in it', plain.replace('<v>2</v>', '<v>2</v><extLst/>')],
  ])('is left to the library, and read: %s', async (_, sheet) => {
    const bytes = bookOf(sheet);
    expect(() => readParts(unpackWorkbook(bytes, '表.xlsx'))).toThrow(UnusualMarkup);
    const { sheets } = await openHere(bytes, '表.xlsx');
    expect(sheets[0]?.rows).toEqual([
      [
        { kind: 'text', text: '甲' },
        { kind: 'number', number: 2 },
      ],
    ]);
  });

  test('a cell that names a shared text there is not', () => {
    const bytes = bookOf(worksheet('<row r="1"><c r="A1" t="s"><v>1</v></c></row>'), '<si><t>甲</t></si>');
    expect(() => readParts(unpackWorkbook(bytes, '表.xlsx'))).toThrow(UnusualMarkup);
  });
});

test('a cell for a shared text that names none is blank', () => {
  const bytes = bookOf(worksheet('<row r="1"><c r="A1" t="s"/><c r="B1"><v>2</v></c></row>'), '<si><t>甲</t></si>');
  expect(readParts(unpackWorkbook(bytes, '表.xlsx')).sheets[0]?.rows).toEqual([[undefined, { kind: 'number', number: 2 }]]);
});
