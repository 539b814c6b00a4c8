import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { printedTexts } from '../templates/document-text.ts';
import { carry, type NewDesk, newDesk } from './new-desk.ts';

const kind = 'commitment-letter';
const sentence = '本承诺书未尽事宜，按照《办法》执行。';
const ownSentence = '本承诺书未尽事宜，由三方协商。';

let desk: NewDesk;
beforeEach(async () => {
  desk = await newDesk({ imported: true });
  await carry(desk, '方予安小学语文名师工作室', 'named');
});
afterEach(() => desk.close());

/** The exported letter with a sentence of somebody's own in place of one of the program's. */
async function edited(): Promise<string> {
  const { path } = await desk.workflow.exportWording({ kind, target: join(desk.folder, '承诺书.docx') });
  const parts = unzipSync(readFileSync(path));
  const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(main).toContain(sentence);
  const changed = join(desk.folder, '改好的承诺书.docx');
  writeFileSync(changed, zipSync({ ...parts, 'word/document.xml': strToU8(main.replace(sentence, ownSentence)) }));
  return changed;
}

const make = async (draft = false) => {
  const { files, refused } = await desk.workflow.makeDocuments({ kind, folder: join(desk.folder, '文书'), draft });
  expect(refused).toEqual([]);
  return printedTexts(readFileSync(files[0]?.path ?? '')).join('');
};

it('is exported with a guide beside it, and never over another file', async () => {
  const target = join(desk.folder, '承诺书.docx');
  writeFileSync(target, '别的文件');
  const { path, guide, ownText } = await desk.workflow.exportWording({ kind, target });
  expect([path, existsSync(guide), ownText]).toEqual([join(desk.folder, '承诺书（2）.docx'), true, true]);
  expect(readFileSync(target, 'utf8')).toBe('别的文件');
});

it('once accepted is what documents and previews are written in, and the register says so', async () => {
  const path = await edited();
  const view = await desk.workflow.acceptWording({ kind, path });
  expect(view.custom).toEqual({
    fileName: '改好的承诺书.docx',
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    acceptedOn: '2026-08-10',
    acceptedBy: '区教育局',
  });
  const [studio] = (await desk.workflow.listStudios({})).filter(({ name }) => name === '方予安小学语文名师工作室');
  const preview = await desk.workflow.previewDocument({ kind, studioId: studio?.id ?? '' });
  expect(printedTexts(preview.bytes).join('')).toContain(ownSentence);
  expect(await make(true)).toContain(ownSentence);
  expect(await make()).toContain(ownSentence);
  expect((await desk.workflow.listIssuedDocuments({})).map(({ customWording }) => customWording)).toEqual([true]);
});

it('gives way to the built-in wording again, and what was issued stays as it was', async () => {
  await desk.workflow.acceptWording({ kind, path: await edited() });
  await make();
  expect((await desk.workflow.returnWording({ kind })).custom).toBeNull();
  expect(await make()).toContain(sentence);
  expect((await desk.workflow.listIssuedDocuments({})).map(({ customWording }) => customWording)).toEqual([false, true]);
  await expect(desk.workflow.returnWording({ kind })).rejects.toThrow('现在用的就是内置文本');
});

it('that is refused leaves the one before in force', async () => {
  await desk.workflow.acceptWording({ kind, path: await edited() });
  const broken = join(desk.folder, '坏的.docx');
  writeFileSync(broken, '不是文档');
  await expect(desk.workflow.acceptWording({ kind, path: broken })).rejects.toThrow('不是 Word 文档');
  expect((await desk.workflow.listWordings({})).find((each) => each.kind === kind)?.custom?.fileName).toBe('改好的承诺书.docx');
});

it('is looked at before it is used: what is wrong, and a draft of what the register holds', async () => {
  const path = await edited();
  const { fileName, sha256, faults } = await desk.workflow.checkWording({ kind, path });
  expect([fileName, faults]).toEqual(['改好的承诺书.docx', []]);
  const { bytes, about } = await desk.workflow.previewWording({ kind, path, sha256 });
  expect(about).toBe('方予安小学语文名师工作室');
  expect(printedTexts(bytes).join('')).toContain(ownSentence);
  expect((await desk.workflow.listWordings({})).every(({ custom }) => custom === null)).toBe(true);
  expect(await desk.workflow.listIssuedDocuments({})).toEqual([]);
});

it('of a kind with a list is previewed and issued with the year’s studios, its own sentence in it', async () => {
  const of = 'naming-decision';
  const { path, ownText } = await desk.workflow.exportWording({ kind: of, target: join(desk.folder, '命名通知.docx') });
  expect(ownText).toBe(true);
  const parts = unzipSync(readFileSync(path));
  const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const own = join(desk.folder, '自己的命名通知.docx');
  const said = '由领办人对建设及运行承担主要责任。';
  expect(main).toContain(said);
  writeFileSync(own, zipSync({ ...parts, 'word/document.xml': strToU8(main.replace(said, '领办人是第一责任人。')) }));
  const { bytes } = await desk.workflow.previewWording({ kind: of, path: own });
  await desk.workflow.acceptWording({ kind: of, path: own });
  const { files, refused } = await desk.workflow.makeDocuments({ kind: of, folder: join(desk.folder, '文书') });
  expect([files.length, refused]).toEqual([1, []]);
  for (const made of [bytes, readFileSync(files[0]?.path ?? '')]) {
    const text = printedTexts(made).join('');
    expect(text).toContain('领办人是第一责任人。');
    expect(text).toContain('1方予安小学语文名师工作室');
  }
});

it('that was changed after the check is neither previewed nor used', async () => {
  const path = await edited();
  const { sha256 } = await desk.workflow.checkWording({ kind, path });
  writeFileSync(path, zipSync({ ...unzipSync(readFileSync(path)), 'word/more.xml': strToU8('<more/>') }));
  await expect(desk.workflow.previewWording({ kind, path, sha256 })).rejects.toThrow('检查以后文件又改动过');
  await expect(desk.workflow.acceptWording({ kind, path, sha256 })).rejects.toThrow('检查以后文件又改动过');
});

it('of a kind the register has nothing for yet can be used without a preview, which says so', async () => {
  const other = 'return-notice';
  const { path } = await desk.workflow.exportWording({ kind: other, target: join(desk.folder, '退回.docx') });
  await expect(desk.workflow.previewWording({ kind: other, path })).rejects.toThrow(
    '还没有可以出具这种文书的事项。检查已经通过，可以先换用',
  );
  expect((await desk.workflow.acceptWording({ kind: other, path })).custom?.fileName).toBe('退回.docx');
});

it('of a kind another department issues is refused', async () => {
  await expect(desk.workflow.exportWording({ kind: 'approval-request', target: join(desk.folder, '请示.docx') })).rejects.toThrow(
    '不出具这种文书',
  );
});

it('cannot be put together with others in one file', async () => {
  await desk.workflow.acceptWording({ kind, path: await edited() });
  await expect(desk.workflow.makeDocuments({ kind, folder: desk.folder, oneFile: true })).rejects.toThrow('用的是自定义文本');
});
