import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { documentKindIds, makeDocument } from '../../templates/document-kinds.ts';
import { usualFonts } from '../../templates/kit/typefaces.ts';
import { partOf, printedTexts } from './document-text.ts';
import { letter, notice } from './samples.ts';

/** SHA-256 of every sample of every kind, and of its draft, one line each, in an order that may be turned round. */
const hashes = `
  import { createHash } from 'node:crypto';
  import { makeDocument } from './templates/document-kinds.ts';
  import { samplesOfKinds } from './test/templates/samples-of-kinds.ts';
  const samples = Object.entries(samplesOfKinds).flatMap(([kind, byName]) => Object.entries(byName).map(([name, input]) => ({ kind, name, input })));
  const lines = [];
  for (const { kind, name, input } of process.env.BACKWARDS === 'yes' ? samples.toReversed() : samples) {
    for (const draft of [false, true]) {
      const hash = async () => createHash('sha256').update((await makeDocument(kind, input, { draft })).bytes).digest('hex');
      lines.push([kind, name, draft, await hash(), await hash()].join(' '));
    }
  }
  console.log(JSON.stringify(lines.toSorted()));
`;

/** The lines as a process of its own says them. */
async function hashesElsewhere(environment: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', hashes], {
    env: { ...process.env, ...environment },
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as readonly string[];
}

test('every kind has the same bytes twice in one process, and in another one, in another time zone and another order', async () => {
  const first = await hashesElsewhere({ TZ: 'Asia/Shanghai' });
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(await hashesElsewhere({ TZ: 'America/New_York', LANG: 'en_US.UTF-8', BACKWARDS: 'yes' })).toEqual(first);
  expect(first.filter((line) => new Set(line.split(' ').slice(-2)).size > 1)).toEqual([]);
  expect(new Set(first.map((line) => line.split(' ', 1)[0]))).toEqual(new Set(documentKindIds));
}, 60_000);

test('a draft differs from the document, and only by its mark', async () => {
  const [made, draft] = [
    await makeDocument('rectification-notice', notice),
    await makeDocument('rectification-notice', notice, { draft: true }),
  ];
  expect(printedTexts(draft.bytes)).toEqual(printedTexts(made.bytes));
  expect(draft.fileName).toBe(made.fileName);
  expect(Object.keys(unzipSync(made.bytes)).filter((name) => name.includes('header'))).toEqual([]);
  expect(partOf(draft.bytes, 'word/header1.xml')).toContain('草稿');
  expect(partOf(draft.bytes, 'word/header2.xml')).toContain('草稿');
});

test('the content types come first, and no entry carries today', async () => {
  const { bytes } = await makeDocument('commitment-letter', letter);
  expect(Object.keys(unzipSync(bytes)).slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
  expect(partOf(bytes, 'docProps/core.xml').match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['2026-09-01T00:00:00Z', '2026-09-01T00:00:00Z']);
});

test('another choice of fonts changes every part that names one, and no other font is left', async () => {
  const plain = (name: string) => ({ name, substitute: 'FangSong', rare: '宋体' });
  const fonts = {
    body: plain('仿宋'),
    title: plain('华文中宋'),
    heading: plain('黑体'),
    subheading: plain('楷体'),
    pageNumber: plain('宋体'),
    supplementary: 'SimSun-ExtB',
  };
  const { bytes } = await makeDocument('rectification-notice', notice, { fonts });
  const named = Object.keys(unzipSync(bytes)).flatMap((name) =>
    Array.from(partOf(bytes, name).matchAll(/w:(?:ascii|hAnsi|eastAsia|cs)="([^"]+)"/g), ([, font = '']) => font),
  );
  expect(new Set(named)).toEqual(new Set(['仿宋', '华文中宋', '黑体', '楷体', '宋体', 'zh-CN']));
});

test('every run names a font for every script, with the hint that keeps “ ” — out of Times', async () => {
  const { bytes } = await makeDocument('rectification-notice', notice);
  const runs = partOf(bytes, 'word/document.xml').match(/<w:r>.*?<\/w:r>/g) ?? [];
  expect(runs.length).toBeGreaterThan(30);
  expect(
    runs.filter((run) => !/<w:rFonts w:hint="eastAsia" w:ascii="[^"]+" w:hAnsi="[^"]+" w:eastAsia="[^"]+" w:cs="[^"]+"\/>/.test(run)),
  ).toEqual([]);
  expect(usualFonts.body.name).toBe('仿宋_GB2312');
});

test('what means something to XML is printed as it is', async () => {
  const { bytes } = await makeDocument('commitment-letter', { ...letter, hostUnit: '甲&乙<丙>"丁"中心' });
  expect(printedTexts(bytes).join('\n')).toContain('丙方（所在单位）：甲&乙<丙>"丁"中心');
});
