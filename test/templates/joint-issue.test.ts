import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '../../policy/plain-date.ts';
import { asWorkedOut } from '../../templates/document-kind.ts';
import { addressee, bodyText } from '../../templates/kit/body-text.ts';
import type { Block } from '../../templates/kit/document-content.ts';
import { packDocument } from '../../templates/kit/pack-document.ts';
import { redHeader } from '../../templates/kit/red-header.ts';
import { jointSignature, sealedSignature } from '../../templates/kit/signature-block.ts';
import { title } from '../../templates/kit/title.ts';
import { usualFonts } from '../../templates/kit/typefaces.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFiles } from '../machine/validate-office-file.ts';
import {
  bottomOf,
  findLine,
  type MeasuredDocuments,
  measureDocuments,
  redBlocks,
  type TextLine,
  textLines,
  topOf,
} from './measured-documents.ts';

const bureau = '武汉市武昌区教育局';
const office = '武汉市武昌区人力资源局';
const third = '武汉市武昌区财政局';
const date = plainDate('2026-08-20');
const day = '2026年8月20日';

/** Where a name is centred. */
const middle = ({ left, right }: Pick<TextLine, 'left' | 'right'>): number => (left + right) / 2;

function document(header: readonly Block[], signature: readonly Block[]): Promise<Uint8Array> {
  const blocks = [
    ...header,
    ...title(['关于做好名师工作室建设工作的通知']),
    addressee(['各街道办事处']),
    { ...bodyText('各单位要高度重视名师工作室建设工作。'), keepNext: true },
    ...signature,
  ];
  const imprint = { printer: `${bureau}办公室`, printedOn: date };
  return packDocument({ title: '样张', issuer: bureau, date, blocks, imprint }, { fonts: usualFonts, draft: false });
}

describeWith(
  ['libreoffice', 'poppler', 'office-validator'],
  'joint documents and the marks above the header, as LibreOffice draws them',
  () => {
    let folder: string;
    let documents: MeasuredDocuments;
    const number = '武昌教发〔2026〕12号';

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mingshi-joint-'));
      const marks = { copyNumber: 12, secrecy: '机密★1年', urgency: '特急' } as const;
      documents = await measureDocuments(
        new Map([
          ['marked', await document(redHeader(bureau, number, [], asWorkedOut, marks), sealedSignature(bureau, date))],
          ['urgent', await document(redHeader(bureau, number, [], asWorkedOut, { urgency: '加急' }), sealedSignature(bureau, date))],
          ['two', await document(redHeader([bureau, office], number, [], asWorkedOut, marks), jointSignature([bureau, office], date))],
          ['three', await document(redHeader([bureau, office, third], number), jointSignature([bureau, office, third], date))],
        ]),
        folder,
      );
    }, 120_000);

    afterAll(() => rm(folder, { recursive: true }));

    const lineOf = (name: string, text: string): TextLine => findLine(documents.get(name) ?? [], text).line;
    /** The part of a line that says this: names stand beside each other. */
    const partOf = (name: string, text: string) =>
      (documents.get(name) ?? [])
        .flatMap(textLines)
        .flatMap((line) => line.parts.map((part) => ({ ...part, baseline: line.baseline, size: line.size })))
        .find((part) => part.text === text && part.size === 16);

    test('the Open XML SDK finds no error in any of them', async () => {
      expect(await validateOfficeFiles([...documents.keys()].map((name) => join(folder, `${name}.docx`)))).toEqual({});
    });

    test('份号, 密级 and 紧急程度 stand at the top left, each on its line from the first on', () => {
      const lines = ['000012', '机密★1年', '特急'].map((text) => lineOf('marked', text));
      expect(lines.map(({ left }) => Math.abs(left - 28) <= 0.5)).toEqual([true, true, true]);
      expect(Math.abs(topOf(lines[0] as TextLine) - 37)).toBeLessThanOrEqual(1.5);
      expect(lines.slice(1).every(({ fonts }) => fonts.some((font) => font.includes('Hei')))).toBe(true);
      expect(Math.abs(topOf(lineOf('urgent', '加急')) - 37)).toBeLessThanOrEqual(1.5);
    });

    test.each(['marked', 'urgent', 'two', 'three'])('%s: the mark begins 72 mm down, the red line 4 mm below the number', async (name) => {
      const blocks = await redBlocks(join(folder, `${name}.pdf`), folder);
      expect(Math.abs((blocks[0]?.top ?? 0) - 72)).toBeLessThanOrEqual(1);
      expect(Math.abs((blocks.at(-1)?.top ?? 0) - bottomOf(lineOf(name, number)) - 4)).toBeLessThanOrEqual(0.5);
    });

    test('the names of a joint document are as wide as each other, 文件 on their right in the middle of their height', () => {
      const lines = (documents.get('two')?.[0]?.lines ?? []).filter(({ colours }) => colours.includes('#ff0000'));
      const parts = lines.flatMap(({ baseline, parts: on }) => on.map((part) => ({ ...part, baseline })));
      const [host, other] = [bureau, office].map((name) => parts.find(({ text }) => text.replaceAll(/\s/gu, '') === name));
      const word = parts.find(({ text }) => text === '文件');
      expect(Math.abs((host?.left ?? 0) - (other?.left ?? 99))).toBeLessThanOrEqual(1.5);
      expect(Math.abs((host?.right ?? 0) - (other?.right ?? 99))).toBeLessThanOrEqual(1.5);
      expect(word?.left ?? 0).toBeGreaterThan(host?.right ?? 999);
      expect(Math.abs((word?.baseline ?? 0) - ((host?.baseline ?? 0) + (other?.baseline ?? 0)) / 2)).toBeLessThanOrEqual(1);
    });

    test.each([
      ['two', [bureau, office]],
      ['three', [bureau, office, third]],
    ] as const)(
      '%s issuers sign in their order, the last centred on the date four characters from the right, seals apart',
      (name, issuers) => {
        const signed = issuers.map((issuer) => partOf(name, issuer));
        const last = signed.at(-1);
        const dated = lineOf(name, day);
        expect(signed.every((part) => part !== undefined)).toBe(true);
        expect(Math.abs(184 - dated.right - 4 * 5.644)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(middle(dated) - middle(last ?? { left: 0, right: 0 }))).toBeLessThanOrEqual(1);
        // Seals are 42 mm across.
        const apart = signed.flatMap((one, index) =>
          signed.slice(index + 1).map((other) => {
            const across = middle(one ?? { left: 0, right: 0 }) - middle(other ?? { left: 0, right: 0 });
            return Math.hypot(across, (one?.baseline ?? 0) - (other?.baseline ?? 0)) > 42;
          }),
        );
        expect(apart).toEqual(apart.map(() => true));
      },
    );
  },
);
