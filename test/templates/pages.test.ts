import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chineseDate, plainDate } from '../../policy/plain-date.ts';
import { type DocumentInput, makeDocument } from '../../templates/document-kinds.ts';
import { bodyText, heading, item, subheading, subitem } from '../../templates/kit/body-text.ts';
import type { Block } from '../../templates/kit/document-content.ts';
import { packDocument } from '../../templates/kit/pack-document.ts';
import { sealedSignature, unsealedSignature } from '../../templates/kit/signature-block.ts';
import { usualFonts } from '../../templates/kit/typefaces.ts';
import type { MeasuredPage } from '../machine/measure-pdf.ts';
import { describeWith } from '../machine/require-tools.ts';
import { validateOfficeFiles } from '../machine/validate-office-file.ts';
import {
  bottomOf,
  findLine,
  type MeasuredDocuments,
  measureDocuments,
  pageNumber,
  redBlocks,
  type TextLine,
  textLines,
  topOf,
} from './measured-documents.ts';
import { awardListOf, briefLetter, letter, letterOf, notice, noticeOf, renewedLetter } from './samples.ts';

const bureau = '武汉市武昌区教育局';
const office = '中共武汉市武昌区委人才工作领导小组办公室';
const days = ['2026-01-01', '2026-11-11', '2026-12-30'].map(plainDate);

function pack(blocks: readonly Block[]): Promise<Uint8Array> {
  const content = { title: '样张', issuer: bureau, date: plainDate('2026-08-10'), blocks };
  return packDocument(content, { fonts: usualFonts, draft: false });
}

/** 45 full lines of Hanzi: two full pages and one line. */
const ruler: Block = { kind: 'paragraph', runs: [{ text: '国'.repeat(28 * 45) }] };

/** Names of every length from 2 characters to 30. */
const longNames: DocumentInput<'award-list'> = {
  ...awardListOf(29),
  studios: awardListOf(29).studios.map((studio, index) => ({
    ...studio,
    name: `${'欧阳澄初中信息技术与人工智能跨学科融合教学实践'.repeat(2).slice(0, Math.max(0, index + 2 - 5))}名师工作室`.slice(
      -(index + 2),
    ),
    lead: '司马欧阳澄明'.slice(0, 2 + (index % 5)),
    hostUnit: '武汉市武昌区水果湖第一初级中学附属实验学校南湖校区'.slice(0, index + 2),
  })),
};

const noticeCounts = [1, 2, 3, 4, 5, 6, 7, 8];
const letterCounts = [1, 3, 6, 9, 12, 13, 14, 15, 16, 17, 18, 20, 30, 60];
const briefCounts = [1, 9, 20, 30];
const awardCounts = [1, 9, 10, 11, 12, 13, 14, 22, 23, 25, 28, 29, 30, 300];

async function allDocuments(): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  const add = async (name: string, making: Promise<{ readonly bytes: Uint8Array }>): Promise<void> => {
    made.set(name, (await making).bytes);
  };
  made.set('ruler', await pack([ruler]));
  made.set('levels', await pack([heading(1, '一级'), subheading(1, '二级。', '正文'), item(1, '三级'), subitem(1, '四级')]));
  for (const day of days) {
    for (const [who, issuer] of Object.entries({ bureau, office, short: '区委' })) {
      made.set(`sealed-${who}-${day}`, await pack([bodyText('正文。'), ...sealedSignature(issuer, day)]));
      made.set(`unsealed-${who}-${day}`, await pack([bodyText('正文。'), ...unsealedSignature(issuer, day)]));
    }
  }
  await add('renewed', makeDocument('commitment-letter', renewedLetter));
  await add('brief', makeDocument('commitment-letter', briefLetter));
  await add('brief-renewed', makeDocument('commitment-letter', { ...renewedLetter, form: 'brief' }));
  for (const count of briefCounts) await add(`brief-${count}`, makeDocument('commitment-letter', { ...letterOf(count), form: 'brief' }));
  for (const count of letterCounts) await add(`letter-${count}`, makeDocument('commitment-letter', letterOf(count)));
  for (const count of noticeCounts) await add(`notice-${count}`, makeDocument('rectification-notice', noticeOf(count)));
  for (const count of awardCounts) await add(`awards-${count}`, makeDocument('award-list', awardListOf(count)));
  await add('awards-long-names', makeDocument('award-list', longNames));
  await add(
    'letter-long-name',
    makeDocument('commitment-letter', { ...letter, studio: `${'欧阳澄初中信息技术与人工智能跨学科融合教学实践'.slice(0, 25)}名师工作室` }),
  );
  await add(
    'notice-long-name',
    makeDocument('rectification-notice', {
      ...notice,
      studio: `欧阳澄初中信息技术与人工智能跨学科融合教学实践名师工作室`,
      department: office,
    }),
  );
  await add('notice-rare-name', makeDocument('rectification-notice', { ...notice, studio: '龘頔翀堃小学数学名师工作室' }));
  await add('notice-issued', makeDocument('rectification-notice', notice));
  await add('notice-draft', makeDocument('rectification-notice', notice, { draft: true }));
  return made;
}

const rounded = (length: number): number => Math.round(length * 10) / 10;

describeWith(['libreoffice', 'poppler', 'office-validator'], 'documents as LibreOffice draws them', () => {
  let folder: string;
  let documents: MeasuredDocuments;
  let errors: Awaited<ReturnType<typeof validateOfficeFiles>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingshi-documents-'));
    documents = await measureDocuments(await allDocuments(), folder);
    errors = await validateOfficeFiles(Array.from(documents.keys(), (name) => join(folder, `${name}.docx`)));
  }, 240_000);

  afterAll(() => rm(folder, { recursive: true }));

  const pagesOf = (name: string): readonly MeasuredPage[] => documents.get(name) ?? [];
  const everyPage = (): { name: string; number: number; page: MeasuredPage }[] =>
    Array.from(documents).flatMap(([name, pages]) => pages.map((page, index) => ({ name, number: index + 1, page })));
  const namesOf = (start: string): string[] => [...documents.keys()].filter((name) => name.startsWith(start));

  test('the Open XML SDK finds no error in any of them', () => {
    expect(errors).toEqual({});
  });

  test('a full page has 22 lines of 28 characters in the 156 × 225 mm that begin at 28 and 37 mm', () => {
    const full = pagesOf('ruler').slice(0, 2).map(textLines);
    expect(full.map((lines) => lines.map(({ characters }) => characters))).toEqual(
      Array.from({ length: 2 }, () => Array.from({ length: 22 }, () => 28)),
    );
    for (const lines of full) {
      const edges = [topOf(lines[0] as TextLine), bottomOf(lines.at(-1) as TextLine), lines[0]?.left ?? 0, lines[0]?.right ?? 0];
      expect(edges.map((edge, index) => Math.abs(edge - ([37, 262, 28, 184][index] ?? 0)) <= 1)).toEqual([true, true, true, true]);
    }
  });

  test('nothing but the page number stands outside the text area', () => {
    const outside = everyPage().flatMap(({ name, number, page }) => [
      ...textLines(page)
        .filter((line) => line.left < 27.9 || line.right > 184.2 || topOf(line) < 36 || bottomOf(line) > 263)
        .map(({ text }) => `${name} ${number} ${text}`),
      ...page.rules
        .filter(({ left, right, bottom }) => left < 27 || right > 185 || bottom > 263)
        .map((rule) => `${name} ${number} ${JSON.stringify(rule)}`),
    ]);
    expect(outside).toEqual([]);
  });

  test('every page has its number outside, by odd and even, one character in and 7 mm below', () => {
    const wrong = everyPage().flatMap(({ name, number, page }) => {
      const line = pageNumber(page);
      const side = number % 2 === 1 ? Math.abs((line?.right ?? 0) - (184 - 4.94)) : Math.abs((line?.left ?? 0) - (28 + 4.94));
      // The dash stands 1.5 mm above the baseline of 4号 digits: 269.4 mm.
      const right = line?.text === `— ${number} —` && side <= 0.3 && Math.abs(line.baseline - 270.9) <= 0.3 && line.size === 14;
      return right ? [] : [`${name} ${number} ${JSON.stringify([line?.text, line?.left, line?.right, line?.baseline])}`];
    });
    expect(wrong).toEqual([]);
  });

  test.each(['notice-2', 'notice-long-name', 'notice-rare-name'])(
    '%s: the mark is red from 72 mm, the red line 4 mm below the number, 156 mm wide',
    async (name) => {
      const [mark, line] = await redBlocks(join(folder, `${name}.pdf`), folder);
      expect(Math.abs((mark?.top ?? 0) - 72)).toBeLessThanOrEqual(1);
      const number = findLine(pagesOf(name), '〔2027〕3号').line;
      expect(Math.abs((line?.top ?? 0) - bottomOf(number) - 4)).toBeLessThanOrEqual(0.5);
      const rule = pagesOf(name)[0]?.rules[0];
      expect([rule?.colour, rounded(rule?.left ?? 0), rounded(rule?.right ?? 0)]).toEqual(['#ff0000', 28, 184]);
      expect(Math.abs((number.left + number.right) / 2 - 106)).toBeLessThanOrEqual(0.5);
    },
  );

  test('faces go by their part: 小标宋 for titles, 黑体, 楷体, 仿宋 for the levels, 宋体 for the page number', () => {
    const fontOf = (name: string, text: string): string | undefined => findLine(pagesOf(name), text).line.fonts[0];
    expect(['一级', '二级', '三级', '四级'].map((text) => fontOf('levels', text))).toEqual([
      'FandolHei-Regular',
      'FandolKai-Regular',
      'FandolFang-Regular',
      'FandolFang-Regular',
    ]);
    expect(fontOf('notice-2', '整改通知书')).toMatch(/NotoSerifCJK.*Bold/);
    expect(pagesOf('notice-2').map((page) => pageNumber(page)?.fonts[0])).toEqual(Array.from({ length: 4 }, () => 'FandolSong-Regular'));
  });

  test.each(days)('a sealed date of %s ends four characters from the right, its issuer centred on it', (day) => {
    for (const issuer of [bureau, '区委']) {
      const pages = pagesOf(`sealed-${issuer === bureau ? 'bureau' : 'short'}-${day}`);
      const date = findLine(pages, chineseDate(day)).line;
      const above = findLine(pages, issuer).line;
      expect(Math.abs(184 - date.right - 4 * 5.644)).toBeLessThanOrEqual(0.3);
      expect(Math.abs((above.left + above.right) / 2 - (date.left + date.right) / 2)).toBeLessThanOrEqual(1);
      expect(rounded(date.baseline - above.baseline)).toBe(10.4);
    }
  });

  test.each(days)(
    'an issuer too long to be centred that far right ends at the edge, and the date of %s moves in under its middle',
    (day) => {
      const pages = pagesOf(`sealed-office-${day}`);
      const date = findLine(pages, chineseDate(day)).line;
      const above = findLine(pages, office).line;
      expect(Math.abs(above.right - 184)).toBeLessThanOrEqual(1);
      expect(Math.abs((above.left + above.right) / 2 - (date.left + date.right) / 2)).toBeLessThanOrEqual(1);
    },
  );

  test.each(days)('without a seal the date of %s begins two characters right of its issuer', (day) => {
    for (const [who, issuer] of Object.entries({ bureau, office, short: '区委' })) {
      const pages = pagesOf(`unsealed-${who}-${day}`);
      const date = findLine(pages, chineseDate(day)).line;
      const above = findLine(pages, issuer).line;
      expect(Math.abs(date.left - above.left - 2 * 5.644)).toBeLessThanOrEqual(1);
      const rightmost = who === 'short' ? date.right : above.right;
      expect(Math.abs(184 - rightmost - 2 * 5.644)).toBeLessThanOrEqual(0.5);
    }
  });

  test('no page has only a signature: text stands above it on the same page', () => {
    const lonely = [...namesOf('notice-'), ...namesOf('awards-')].flatMap((name) => {
      const pages = pagesOf(name);
      const date = chineseDate(plainDate(name.startsWith('notice') ? '2027-09-20' : '2026-12-30'));
      const page = pages.find(({ lines }) => lines.some(({ text }) => text === date));
      const before = textLines(page as MeasuredPage).findIndex(({ text }) => text === date) - 1;
      return before >= 1 ? [] : [name];
    });
    expect(lonely).toEqual([]);
  });

  test('the signatures of a letter are on one page, with its last clause', () => {
    for (const name of [...namesOf('letter-'), 'renewed', ...namesOf('brief')]) {
      const pages = pagesOf(name);
      const parties = findLine(pages, '甲方（盖章）').page;
      const clause = name.startsWith('brief') ? '乙方按期完成任务' : '本承诺书自三方签字盖章';
      expect([name, findLine(pages, clause).page, parties]).toEqual([name, parties, parties]);
      const last = textLines(pages[parties - 1] as MeasuredPage).at(-1);
      expect(last?.parts.length).toBe(3);
    }
  });

  test('no heading stands alone at the foot of a page', () => {
    const alone = everyPage().flatMap(({ name, number, page }) => {
      const last = textLines(page).at(-1)?.text ?? '';
      return /^[一二三四五六]、/.test(last) && last.length < 12 ? [`${name} ${number} ${last}`] : [];
    });
    expect(alone).toEqual([]);
  });

  test('no page before the last is left half empty, but for what must stay together', () => {
    const empty = Array.from(documents).flatMap(([name, pages]) =>
      pages.slice(0, -1).flatMap((page, index) => {
        const lowest = Math.max(...textLines(page).map(bottomOf), ...page.rules.map(({ bottom }) => bottom));
        const next = textLines(pages[index + 1] as MeasuredPage)[0]?.text;
        return lowest < 150 && next !== '附件' ? [`${name} ${index + 1} ends at ${rounded(lowest)} mm`] : [];
      }),
    );
    expect(empty).toEqual([]);
  });

  test('the receipt is on one page, both halves of it', () => {
    for (const name of namesOf('notice-')) {
      const pages = pagesOf(name);
      expect([name, findLine(pages, '第一联').page, findLine(pages, '第二联').page]).toEqual([name, pages.length, pages.length]);
      expect(textLines(pages.at(-1) as MeasuredPage).filter(({ text }) => text.includes('单位盖章')).length).toBe(2);
    }
  });

  test('no title has a line of a single character', () => {
    const single = everyPage().flatMap(({ name, page }) =>
      page.lines.filter(({ size, characters }) => size === 22 && characters < 2).map(({ text }) => `${name} ${text}`),
    );
    expect(single).toEqual([]);
  });

  test.each(awardCounts)('a list of %i studios has every one of them once, its header on each page, and no row cut', (count) => {
    const pages = pagesOf(`awards-${count}`);
    const numbers = pages.map((page) =>
      textLines(page)
        .flatMap(({ parts }) => parts.slice(0, 1).map(({ text }) => text))
        .filter((text) => /^\d+$/.test(text)),
    );
    const documentsOn = pages.map((page) => textLines(page).filter(({ text }) => /〔2026〕\d+号/.test(text)).length);
    expect(numbers.flat()).toEqual(Array.from({ length: count }, (_, index) => String(index + 1)));
    expect(documentsOn).toEqual(numbers.map(({ length }) => length));
    const headed = pages.map((page) => textLines(page).some(({ text }) => text.includes('序号')));
    expect(headed).toEqual(numbers.map(({ length }) => length > 0));
  });

  test.each(awardCounts.filter((count) => count > 1))(
    'a list of %i studios ends with the last two of them above its signature',
    (count) => {
      const last = textLines(pagesOf(`awards-${count}`).at(-1) as MeasuredPage);
      const signed = last.findIndex(({ text }) => text === '2026年12月30日');
      expect(last.slice(0, signed).filter(({ text }) => /〔2026〕\d+号/.test(text)).length).toBeGreaterThanOrEqual(2);
    },
  );

  test('letters grow from 4 pages to 5 and more, a list of 300 to no more than 22', () => {
    expect([1, 6, 12].map((count) => pagesOf(`letter-${count}`).length)).toEqual([4, 4, 5]);
    expect(pagesOf('awards-1').length).toBe(1);
    expect(pagesOf('awards-300').length).toBeLessThanOrEqual(22);
  });

  test('a brief letter with the eight tasks of 第九条 is one page, with thirty tasks or renewed with every sum of money two', () => {
    expect(['brief-1', 'brief', 'brief-20', 'brief-30', 'brief-renewed'].map((name) => pagesOf(name).length)).toEqual([1, 1, 2, 2, 2]);
  });

  test('a name with rare characters is printed whole, in the title and in the text', () => {
    const lines = pagesOf('notice-rare-name').flatMap(({ lines: on }) => on);
    expect(lines.filter(({ text }) => text.includes('龘頔翀堃')).length).toBeGreaterThanOrEqual(4);
  });

  test('a draft is marked across every page and set like the document', () => {
    const draft = pagesOf('notice-draft');
    expect(draft.map(({ lines }) => lines.map(({ text, left, baseline }) => [text, rounded(left), rounded(baseline)]))).toEqual(
      pagesOf('notice-issued').map(({ lines }) => lines.map(({ text, left, baseline }) => [text, rounded(left), rounded(baseline)])),
    );
  });
});
