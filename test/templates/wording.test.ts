import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { asWorkedOut, type DocumentKind, readInput } from '../../templates/document-kind.ts';
import { documentKindIds, documentKinds, makeDocument } from '../../templates/document-kinds.ts';
import { imprintBox } from '../../templates/kit/imprint.ts';
import { packDocument } from '../../templates/kit/pack-document.ts';
import { usualFonts } from '../../templates/kit/typefaces.ts';
import { blankWording } from '../../templates/wording/blank-wording.ts';
import { checkWording, wordingFaults } from '../../templates/wording/check-wording.ts';
import { fillWording } from '../../templates/wording/fill-wording.ts';
import { paragraphTexts } from '../../templates/wording/wording-file.ts';
import { partOf, printedTexts } from './document-text.ts';
import { briefLetter } from './samples.ts';
import { samplesOfKinds } from './samples-of-kinds.ts';

const appearance = { fonts: usualFonts, draft: false };
const issuer = '武汉市武昌区教育局';
const samples = documentKindIds.flatMap((id) =>
  Object.entries(samplesOfKinds[id]).map(([name, input]) => ({ id, name, input, kind: documentKinds[id] as unknown as DocumentKind })),
);
/** Three who sign stand on two lines with the number on the second; a wording has one line for number and names. */
const isOnOneLine = (input: unknown): boolean => ((input as { readonly signers?: readonly string[] }).signers?.length ?? 0) <= 2;
const ownText = samples.filter(({ kind, input }) => kind.ownText !== undefined && isOnOneLine(input));
const notice = documentKinds['return-notice'] as unknown as DocumentKind;
const noticeInput = samplesOfKinds['return-notice'].usual;
const blankNotice = (await blankWording(notice, issuer, usualFonts)).wording;

/** A .docx with one part changed. */
function changed(docx: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(docx);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
}

/** The blank notice with its text changed. */
function noticeWith(change: (xml: string) => string): Uint8Array {
  const edited = changed(blankNotice, 'word/document.xml', change);
  expect(partOf(edited, 'word/document.xml')).not.toBe(partOf(blankNotice, 'word/document.xml'));
  return edited;
}

/** A relationship more in a part of relationships. */
const relation = (more: string) => (xml: string) => xml.replace('</Relationships>', `${more}</Relationships>`);

function check(docx: Uint8Array, fileName = '退回通知书.docx'): void {
  checkWording(notice, issuer, docx, fileName);
}

async function fill(kind: DocumentKind, docx: Uint8Array, input: unknown): Promise<Uint8Array> {
  return fillWording(kind, docx, readInput(kind, input), appearance);
}

test.for(documentKindIds)('a blank of %s is accepted as it is, and the same each time', async (id) => {
  const kind = documentKinds[id] as unknown as DocumentKind;
  const { wording, guide } = await blankWording(kind, issuer, usualFonts);
  expect(() => checkWording(kind, issuer, wording, '导出.docx')).not.toThrow();
  expect(await blankWording(kind, issuer, usualFonts)).toEqual({ wording, guide, ownText: kind.ownText !== undefined });
});

/** What the built-in document prints; a list that is broken to make room for the imprint would have its header twice. */
async function builtInText(kind: DocumentKind, input: unknown): Promise<string> {
  const { imprint, ...content } = kind.compose(readInput(kind, input), asWorkedOut);
  const foot = imprint === undefined ? {} : { foot: imprintBox(imprint) };
  return printedTexts(await packDocument({ ...content, ...foot }, appearance)).join('');
}

test.for(ownText)('the blank of $id filled with the $name sample says what the built-in text says', async ({ kind, input }) => {
  const own = (input as { readonly department: string }).department;
  const { wording } = await blankWording(kind, own, usualFonts);
  const filled = await fill(kind, wording, input);
  expect(printedTexts(filled).join('')).toBe(await builtInText(kind, input));
});

test.for(samples)('the blank of $id takes the $name sample and leaves no brace', async ({ kind, input }) => {
  const { wording } = await blankWording(kind, issuer, usualFonts);
  const filled = await fill(kind, wording, input);
  expect(printedTexts(filled).join('')).not.toMatch(/[{}]|undefined|NaN/u);
  expect(await fill(kind, wording, input)).toEqual(filled);
});

test('custom wording takes the place of the brief text too', async () => {
  const kind = documentKinds['commitment-letter'] as unknown as DocumentKind;
  const { wording } = await blankWording(kind, briefLetter.department, usualFonts);
  const { form: _brief, ...full } = briefLetter;
  const texts = printedTexts(await fill(kind, wording, briefLetter));
  expect(texts.join('')).toBe(printedTexts((await makeDocument('commitment-letter', full)).bytes).join(''));
});

test('a name split over runs, with proofing marks between, is filled', async () => {
  const split = noticeWith((xml) =>
    xml.replace(
      '{{领办人姓名}}',
      '{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>{领办</w:t></w:r><w:r><w:t>人姓名}</w:t></w:r><w:r><w:t>}',
    ),
  );
  check(split);
  expect(printedTexts(await fill(notice, split, noticeInput)).join('')).toContain(`${noticeInput.lead}于`);
});

test('a value that ends with a stop is not followed by another, whatever runs they stand in', async () => {
  const own = noticeWith((xml) => xml.replace('{{理由}}。', '{{理</w:t></w:r><w:r><w:t>由}}</w:t></w:r><w:r><w:t>。'));
  const stopped = { ...noticeInput, reasons: [{ article: '第五条', reason: '材料不齐。' }] };
  const texts = printedTexts(await fill(notice, own, stopped)).join('');
  expect(texts).toContain('材料不齐。');
  expect(texts).not.toContain('。。');
});

test('names in a header are filled, and what is wrong there is told there', async () => {
  const withHeader = (name: string): Uint8Array => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';
    const declared = changed(blankNotice, '[Content_Types].xml', (xml) =>
      xml.replace('</Types>', `<Override PartName="/word/header9.xml" ContentType="${type}"/></Types>`),
    );
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>{{${name}}}</w:t></w:r></w:p></w:hdr>`;
    return zipSync({ ...unzipSync(declared), 'word/header9.xml': strToU8(header) });
  };
  check(withHeader('工作室名称'));
  expect(paragraphTexts(partOf(await fill(notice, withHeader('工作室名称'), noticeInput), 'word/header9.xml'))).toEqual([
    noticeInput.studio,
  ]);
  expect(() => check(withHeader('工作室名'))).toThrow(/页眉「\{\{工作室名\}\}」：没有「工作室名」这个字段，是不是「工作室名称」？/u);
});

test('what is wrong in a table is told with the table and the row', () => {
  const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const rows = ['单位', '{{单位}}'].map((each) => `<w:tr>${cell(each)}</w:tr>`).join('');
  const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>${rows}</w:tbl>`;
  const places = wordingFaults(
    notice,
    issuer,
    noticeWith((xml) => xml.replace('<w:sectPr', `${table}<w:p/><w:sectPr`)),
    '退回.docx',
  );
  expect(places.map(({ place, passage }) => `${place} ${passage}`)).toEqual(['正文第1个表格第2行 {{单位}}']);
});

test('names in a footer are filled and those there are not are refused there', async () => {
  const parts = Object.keys(unzipSync(blankNotice)).filter((name) => /^word\/footer\d+\.xml$/u.test(name));
  const [footer = ''] = parts;
  const withName = (name: string) =>
    changed(blankNotice, footer, (xml) => xml.replace('</w:p>', `<w:r><w:t>{{${name}}}</w:t></w:r></w:p>`));
  check(withName('发文字号'));
  expect(paragraphTexts(partOf(await fill(notice, withName('发文字号'), noticeInput), footer)).join('')).toContain(noticeInput.number);
  expect(() => check(withName('发文号'))).toThrow(/页脚.*没有「发文号」这个字段，是不是「发文字号」/u);
});

test('a list in a table row gets a row for each item', async () => {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>${cell('{{#退回理由}}第{{序号}}条')}${cell('{{理由}}{{/退回理由}}')}</w:tr></w:tbl>`;
  const edited = noticeWith((xml) => xml.replace('<w:sectPr', `${table}<w:p/><w:sectPr`));
  check(edited);
  const filled = partOf(await fill(notice, edited, noticeInput), 'word/document.xml');
  expect(filled.match(/<w:tr>/gu)).toHaveLength(noticeInput.reasons.length);
  expect(printedTexts(await fill(notice, edited, noticeInput))).toEqual(
    expect.arrayContaining(noticeInput.reasons.map(({ reason }) => reason)),
  );
});

test.for([
  ['{{领办人姓名}}', '{{领办人名}}', /正文「.*」：没有「领办人名」这个字段，是不是「领办人姓名」/u],
  ['{{领办人姓名}}', '{{理由}}', /「理由」是「退回理由」里每一项的字段，请写在 \{\{#退回理由\}\}/u],
  ['{{领办人姓名}}', '{{退回理由}}', /「退回理由」是列表，请写成 \{\{#退回理由\}\}……/u],
  ['{{领办人姓名}}', '{{领办人姓名', /没有配对的 \}\}，请补上，并且写在同一段里/u],
  ['{{领办人姓名}}', '领办人姓名}}', /没有配对的 \{\{/u],
  ['{{领办人姓名}}', '｛｛领办人姓名｝｝', /花括号是全角的/u],
  ['{{领办人姓名}}', '{{联系电话}}', /「联系电话」可能没有，请把它连同前后的文字写在 \{\{#联系电话\}\}/u],
  ['{{领办人姓名}}', '{{#领办人姓名}}甲{{/领办人姓名}}', /每份文书都有，不能写成可省略的/u],
  ['{{领办人姓名}}', '{领办人姓名}', /有单个的花括号，会原样印出来/u],
  ['{{领办人姓名}}', '{{{领办人姓名}}}', /有单个的花括号/u],
  ['{{发文字号}}', '{{#联系电话}}{{发文字号}}{{/联系电话}}', /\{\{发文字号\}\} 只写在可省略的内容里/u],
  ['{{领办人姓名}}', 'undefined', /不该打印的字样/u],
  ['{{/退回理由}}', '', /\{\{#退回理由\}\} 没有结束/u],
  ['{{/退回理由}}', '{{/退回}}', /\{\{#退回理由\}\} 还没有结束，就写了 \{\{\/退回\}\}/u],
  ['{{#退回理由}}', '', /前面没有 \{\{#退回理由\}\}/u],
  ['{{发文字号}}', '', /全文：没有 \{\{发文字号\}\}，文书不能缺这项内容/u],
  ['{{成文日期}}', '', /全文：没有 \{\{成文日期\}\}/u],
  ['{{所在单位名称}}：', '：', /全文：没有 \{\{所在单位名称\}\}/u],
] as const)('%s written as %s is refused with the place and what to do', ([from, to, why]) => {
  expect(() => check(noticeWith((xml) => xml.replaceAll(from, to)))).toThrow(why);
});

test('a passage opened in a table and closed outside is refused', () => {
  const table =
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>{{#联系人姓名}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>{{/联系人姓名}}</w:t></w:r></w:p>';
  expect(() => check(noticeWith((xml) => xml.replace('<w:sectPr', `${table}<w:sectPr`)))).toThrow(/一个在表格的一行里，一个不在同一行/u);
});

test.for([
  ['text', () => strToU8('不是文档'), /不是 Word 文档（\.docx），或已损坏/u],
  [
    'a workbook',
    () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') }),
    /它不是 Word 文档/u,
  ],
  ['more than 5 MB', () => new Uint8Array(5 * 1024 * 1024 + 1), /超过 5 MB/u],
  ['a zip that swells', () => zipSync({ ...unzipSync(blankNotice), 'word/big.bin': new Uint8Array(41 * 1024 * 1024) }), /展开后过大/u],
  ['macros', () => zipSync({ ...unzipSync(blankNotice), 'word/vbaProject.bin': new Uint8Array(9) }), /带有宏/u],
  ['an embedded file', () => zipSync({ ...unzipSync(blankNotice), 'word/embeddings/oleObject1.bin': new Uint8Array(9) }), /嵌有别的文件/u],
  [
    'a link outside',
    () =>
      changed(
        blankNotice,
        'word/_rels/document.xml.rels',
        relation('<Relationship Id="x" Type="t" Target="http://example.invalid/" TargetMode="External"/>'),
      ),
    /链接到外部/u,
  ],
  ['an entity', () => noticeWith((xml) => xml.replace('?>', '?><!DOCTYPE d [<!ENTITY e "x">]>')), /内部结构/u],
  [
    'a brace by its number',
    () => noticeWith((xml) => xml.replace('{{领办人姓名}}', '&#123;&#123;领办人姓名}}')),
    /内部结构不是 Word 写成的/u,
  ],
  [
    'hidden text',
    () =>
      noticeWith((xml) =>
        xml.replace('{{发文字号}}', '</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{发文字号}}</w:t></w:r><w:r><w:t>'),
      ),
    /正文里有隐藏文字/u,
  ],
  [
    'a field where none is filled in',
    () => changed(blankNotice, 'word/endnotes.xml', (xml) => xml.replace(/<w:p[ >]/u, '<w:p><w:r><w:t>{{领办人姓名}}</w:t></w:r></w:p>$&')),
    /脚注「.*」：脚注和尾注里的字段不会换成登记内容/u,
  ],
  ['a revision', () => noticeWith((xml) => xml.replace('<w:r>', '<w:ins w:id="1" w:author="甲"/><w:r>')), /还有修订/u],
  ['a comment', () => noticeWith((xml) => xml.replace('<w:r>', '<w:r><w:commentReference w:id="1"/></w:r><w:r>')), /还有批注/u],
  [
    'a field that includes a file',
    () => noticeWith((xml) => xml.replace('<w:r>', '<w:r><w:instrText>INCLUDETEXT "a.docx"</w:instrText></w:r><w:r>')),
    /取自别处的域/u,
  ],
] as const)('%s is refused', ([, make, why]) => {
  expect(() => check(make())).toThrow(why);
});

test('what may be absent is left out with its paragraph', async () => {
  const { contact: _none, ...without } = noticeInput as typeof noticeInput & { readonly contact?: unknown };
  const texts = paragraphTexts(partOf(await fill(notice, blankNotice, without), 'word/document.xml'));
  expect(texts.join('')).not.toMatch(/联系人|[{}]/u);
});

test('a draft bears its mark on each page and is otherwise the same text', async () => {
  const draft = await fillWording(notice, blankNotice, readInput(notice, noticeInput), { ...appearance, draft: true });
  expect(partOf(draft, 'word/draft-mark.xml')).toContain('草稿');
  expect(partOf(draft, 'word/document.xml').match(/headerReference/gu)).toHaveLength(3);
  expect(printedTexts(draft)).toEqual(printedTexts(await fill(notice, blankNotice, noticeInput)));
});
