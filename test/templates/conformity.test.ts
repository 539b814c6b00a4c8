import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '../../policy/plain-date.ts';
import { attachmentHeading, attachmentNote } from '../../templates/kit/attachment.ts';
import { addressee, bodyText, heading } from '../../templates/kit/body-text.ts';
import type { DocumentContent, Paragraph } from '../../templates/kit/document-content.ts';
import { flow, likelyFlow } from '../../templates/kit/flow.ts';
import { settleImprint } from '../../templates/kit/imprint-place.ts';
import { points } from '../../templates/kit/length.ts';
import { listTable } from '../../templates/kit/list-table.ts';
import { packDocument } from '../../templates/kit/pack-document.ts';
import { redHeader } from '../../templates/kit/red-header.ts';
import { sealedSignature, unsealedSignature } from '../../templates/kit/signature-block.ts';
import { title } from '../../templates/kit/title.ts';
import { usualFonts } from '../../templates/kit/typefaces.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFiles } from '../machine/validate-office-file.ts';
import { type Drawn, faults, type Signature } from './conformity.ts';
import { drawnSamples } from './drawn-samples.ts';
import { lengthSamples } from './length-samples.ts';
import { type MeasuredDocuments, measureDocuments, redTop, textLines } from './measured-documents.ts';
import { titleLinesOf } from './page-measures.ts';

const issuer = '武汉市武昌区教育局';
const date = plainDate('2026-08-20');
const sentence = '各单位要高度重视名师工作室建设工作，切实加强组织领导，做好人员、场地和经费保障，于2026年12月底以前报送年度总结。';
const imprint = { copyTo: ['区委组织部', '区财政局'], printer: `${issuer}办公室`, printedOn: date };

/** A document of so many paragraphs, each so many characters long. */
function sample(lengths: readonly number[], changed: Partial<DocumentContent> = {}): DocumentContent {
  const paragraphs = lengths.map((length) => bodyText(`${sentence.repeat(9).slice(0, length - 1)}。`));
  const kept = paragraphs.map((paragraph, index) => (index === paragraphs.length - 1 ? { ...paragraph, keepNext: true } : paragraph));
  return {
    title: '样张',
    issuer,
    date,
    imprint,
    blocks: [
      ...redHeader(issuer, '武昌教发〔2026〕12号'),
      ...title([issuer, '关于做好名师工作室建设工作的通知']),
      addressee(['各街道办事处', '区属各中小学']),
      heading(1, '总体要求'),
      ...kept,
      ...sealedSignature(issuer, date),
    ],
    ...changed,
  };
}

function pack(content: DocumentContent): Promise<Uint8Array> {
  return packDocument(content, { fonts: usualFonts, draft: false });
}

/** The document with its main part rewritten: what somebody else's margins would make of it. */
function rewritten(docx: Uint8Array, change: (main: string) => string): Uint8Array {
  const parts = unzipSync(docx);
  return zipSync({ ...parts, 'word/document.xml': strToU8(change(strFromU8(parts['word/document.xml'] ?? new Uint8Array()))) });
}

const long = [160, 160, 160, 160, 160, 160];
const wordMargins = (main: string): string =>
  main
    .replace(/w:top="\d+"/, 'w:top="2098"')
    .replace(/(<w:pgMar[^>]*)w:bottom="\d+"/, '$1w:bottom="1984"')
    .replaceAll('w:line="589"', 'w:line="560"')
    .replace('w:linePitch="589"', 'w:linePitch="560"');

const paragraphLengths = fc.array(fc.integer({ min: 20, max: 260 }), { minLength: 1, maxLength: 16 });
const nameLengths = fc.array(fc.integer({ min: 8, max: 28 }), { minLength: 1, maxLength: 45 });

/** Bodies of many lengths, the same in every run: the last pages are full, half full and nearly empty. Every other one has a list attached. */
const bodies: readonly DocumentContent[] = fc
  .sample(fc.tuple(paragraphLengths, nameLengths), { seed: 9704, numRuns: 100 })
  .map(([lengths, names], index) => (index % 2 === 0 ? sample(lengths) : withList(sample(lengths), names)));

/** The document with a list of names of so many characters attached. */
function withList(content: DocumentContent, names: readonly number[]): DocumentContent {
  const rows = names.map((length, index) => [String(index + 1), sentence.slice(0, length), sentence.slice(index % 9, length)]);
  const columns = [
    { header: '序号', width: 12 },
    { header: '工作室名称', width: 72, align: 'left' as const },
    { header: '所在单位', width: 72, align: 'left' as const },
  ];
  const signatureAt = content.blocks.length - 4;
  return {
    ...content,
    blocks: [
      ...content.blocks.slice(0, signatureAt),
      ...attachmentNote('名单'),
      ...content.blocks.slice(signatureAt),
      ...attachmentHeading(),
      ...title(['名师工作室名单']),
      listTable(columns, rows, 10.5),
    ],
  };
}

describeWith(['libreoffice', 'poppler', 'office-validator'], 'documents measured against GB/T 9704-2012', () => {
  let folder: string;
  let measured: MeasuredDocuments;
  let samples: Awaited<ReturnType<typeof drawnSamples>>;
  let errors: Awaited<ReturnType<typeof validateOfficeFiles>>;

  const wrong = new Map<
    string,
    { readonly content: DocumentContent; readonly signature: Signature; readonly bytes: () => Promise<Uint8Array> }
  >();
  const add = (name: string, content: DocumentContent, bytes = () => pack(content), signature: Signature = 'sealed'): void => {
    wrong.set(name, { content, signature, bytes });
  };
  add('right', sample(long));
  add(
    'unsealed',
    sample(long, { blocks: [...sample(long).blocks.slice(0, -4), ...unsealedSignature(issuer, date)] }),
    undefined,
    'unsealed',
  );
  add('word-margins', sample(long), async () => rewritten(await pack(sample(long)), wordMargins));
  add('two-characters', sample(long), async () =>
    rewritten(await pack(sample(long)), (main) => main.replace('w:right="1280"', 'w:right="640"')),
  );
  add('square-brackets', sample(long), async () =>
    rewritten(await pack(sample(long)), (main) => main.replace('〔2026〕12号', '[2026]12号')),
  );
  add('odd-imprint', sample(long), async () => rewritten(await pack(sample(long)), (main) => main.replace('evenPage', 'oddPage')));
  add('high-imprint', sample(long), async () =>
    rewritten(await pack(sample(long)), (main) =>
      main.replace(/(<wp:positionV[^>]*><wp:posOffset>)\d+/, (_, before: string) => `${before}9000000`),
    ),
  );
  const lonely: Paragraph = { ...bodyText('完'), line: points(29.45), pageBreakBefore: true };
  add('lone-signature', {
    ...sample(long),
    blocks: [...sample(long).blocks.slice(0, -4), { ...lonely, runs: [] }, ...sealedSignature(issuer, date)],
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingshi-conformity-'));
    samples = await drawnSamples(folder);
    const documents = new Map<string, Uint8Array>();
    for (const [name, { bytes }] of wrong) documents.set(name, await bytes());
    for (const [index, body] of bodies.entries()) documents.set(`body-${index}`, await pack(body));
    measured = await measureDocuments(documents, folder);
    errors = await validateOfficeFiles(
      [...samples.map(({ name }) => name), 'right', 'unsealed', 'body-0', 'body-1', 'body-2'].map((name) => join(folder, `${name}.docx`)),
    );
  }, 600_000);

  afterAll(() => rm(folder, { recursive: true }));

  const drawn = async (name: string): Promise<Drawn> => {
    const { content, signature } = wrong.get(name) ?? { content: sample([]), signature: 'none' as const };
    return { content, signature, pages: measured.get(name) ?? [], redTop: await redTop(join(folder, `${name}.pdf`), folder) };
  };

  test('every sample of every kind holds', () => {
    expect(samples.flatMap(({ name, drawing }) => faults(drawing).map((fault) => `${name} ${fault}`))).toEqual([]);
  });

  test('letters are of one, two and five pages', () => {
    const pages = (name: string): number | undefined => samples.find((each) => each.name === name)?.drawing.pages.length;
    const wanted = lengthSamples.flatMap(({ id, name, pages: count }) => (count === undefined ? [] : [[`${id}-${name}`, count] as const]));
    expect(wanted.map(([name]) => [name, pages(name)])).toEqual(wanted);
    expect(wanted.map(([, count]) => count)).toEqual([1, 2, 5]);
  });

  test('titles are of one, two and three lines', () => {
    const counts = samples.flatMap(({ drawing }) => titleLinesOf(drawing.pages.slice(0, 1)).map(({ measured: lines }) => lines));
    expect([...new Set(counts)]).toEqual(expect.arrayContaining(['1 行', '2 行', '3 行']));
  });

  test('the Open XML SDK finds no error in any of them', () => {
    expect(errors).toEqual({});
  });

  test('a right document, sealed or not, has no fault', async () => {
    expect([faults(await drawn('right')), faults(await drawn('unsealed'))]).toEqual([[], []]);
  });

  test.each([
    ['word-margins', '版心上边|每面行数'],
    ['two-characters', '成文日期右空四字'],
    ['square-brackets', '发文字号'],
    ['odd-imprint', '版记在双数页'],
    ['high-imprint', '版记末条分隔线'],
    ['lone-signature', '落款页有正文'],
  ])('the measures find what is wrong with %s', async (name, what) => {
    expect(faults(await drawn(name)).filter((fault) => new RegExp(what, 'u').test(fault))).not.toEqual([]);
  });

  test('a hundred bodies of any length have their imprint at the foot of an even last page, and hold', () => {
    const found = bodies.flatMap((content, index) =>
      faults({ content, signature: 'sealed', pages: measured.get(`body-${index}`) ?? [] }).map((fault) => `${index} ${fault}`),
    );
    expect(found).toEqual([]);
  });

  test('no more than one of the hundred has a blank page before the imprint', () => {
    const blank = bodies.filter((_, index) => measured.get(`body-${index}`)?.some(({ lines, rules }) => lines.length + rules.length === 0));
    expect(blank.length).toBeLessThanOrEqual(1);
  });

  test('the pages counted are the pages LibreOffice makes', () => {
    const counted = bodies.map((content) => flow({ blocks: settleImprint(content, imprint).blocks }, likelyFlow).page);
    const made = bodies.map((_, index) => {
      const pages = measured.get(`body-${index}`) ?? [];
      return pages.findLastIndex((page) => textLines(page).some(({ size }) => size === 16 || size === 10.5)) + 1;
    });
    expect(counted).toEqual(made);
  });
});
