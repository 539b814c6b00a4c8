import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printedTexts } from '../templates/document-text.ts';
import { carry, type NewDesk, newDesk } from './new-desk.ts';

const studio = '方予安小学语文名师工作室';

let desk: NewDesk;
let folder: string;
beforeEach(async () => {
  desk = await newDesk({ imported: true });
  folder = join(desk.folder, '文书');
  await carry(desk, studio, 'named');
});
afterEach(() => desk.close());

const make = () => desk.workflow.makeDocuments({ kind: 'commitment-letter', folder });
const register = () => desk.workflow.listIssuedDocuments({});

/** The latest document in the register. */
async function latest() {
  const [document] = await register();
  if (document === undefined) throw new Error('nothing was issued');
  return document;
}

async function reissue(content: 'same' | 'corrected', reason = '原件污损') {
  return desk.workflow.reissueDocument({ documentId: (await latest()).id, reason, content, folder });
}

const lines = async () => (await register()).map(({ number, status, reason, replaces }) => [number, status, reason, replaces]);

describe('the register of issued documents', () => {
  it('has one line for a file however often it is made', async () => {
    await make();
    await make();
    expect(await lines()).toEqual([['武昌教名〔2026〕2号', 'in-force', null, null]]);
  });

  it('lets a file that differs take the place of the one before, under its number', async () => {
    await make();
    desk.moveTo('2026-08-11');
    await make();
    expect(await lines()).toEqual([
      ['武昌教名〔2026〕2号', 'in-force', null, null],
      ['武昌教名〔2026〕2号', 'renewed', '按登记内容重新生成', null],
    ]);
  });

  it('carries the fingerprint of the file that was written', async () => {
    const { files } = await make();
    const bytes = readFileSync(files[0]?.path ?? '');
    expect((await latest()).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('a document that is void', () => {
  it('stays in the register with the reason, and its number is not used again', async () => {
    await make();
    const { id } = await latest();
    await desk.workflow.voidDocument({ documentId: id, reason: '用印有误' });
    expect(await lines()).toEqual([['武昌教名〔2026〕2号', 'void', '用印有误', null]]);
    const { refused } = await make();
    expect(refused[0]?.reason).toMatch(/文号 武昌教名〔2026〕2号 的文书已于 2026-08-10 作废（用印有误），文号不再使用。.*重新出具/u);
  });

  it('is void once', async () => {
    await make();
    const { id } = await latest();
    await desk.workflow.voidDocument({ documentId: id, reason: '用印有误' });
    await expect(desk.workflow.voidDocument({ documentId: id, reason: '再作废' })).rejects.toThrow('已于 2026-08-10 作废（用印有误）');
  });

  it('needs a reason', async () => {
    await make();
    const { id } = await latest();
    await expect(desk.workflow.voidDocument({ documentId: id, reason: '  ' })).rejects.toThrow('不能为空');
  });

  it("is not another department's to end", async () => {
    await make();
    const { id } = await latest();
    await expect(desk.as('区人力资源局').voidDocument({ documentId: id, reason: '用印有误' })).rejects.toThrow('由其他部门出具');
  });
});

describe('a document made anew', () => {
  it.each(['same', 'corrected'] as const)('with its %s content bears the next number and makes the old one void', async (content) => {
    await make();
    const { files } = await reissue(content);
    expect(files.map(({ number }) => number)).toEqual(['武昌教名〔2026〕3号']);
    expect(await lines()).toEqual([
      ['武昌教名〔2026〕3号', 'in-force', null, '武昌教名〔2026〕2号'],
      ['武昌教名〔2026〕2号', 'void', '原件污损', null],
    ]);
    const text = printedTexts(readFileSync(files[0]?.path ?? '')).join('');
    expect([text.includes('武昌教名〔2026〕3号'), text.includes('武昌教名〔2026〕2号')]).toEqual([true, false]);
  });

  it.each([
    ['same', '武昌教名〔2026〕3号', '2026年8月10日'],
    ['corrected', '武昌教名〔2027〕1号', '2027年1月5日'],
  ] as const)('in the next year with its %s content is numbered in the year it is dated in', async (content, number, day) => {
    await make();
    desk.moveTo('2027-01-05');
    const { files } = await reissue(content);
    const text = printedTexts(readFileSync(files[0]?.path ?? '')).join('');
    expect([files[0]?.number, text.includes(number), text.includes(day)]).toEqual([number, true, true]);
  });

  it('says what the old one said, or what the register says now', async () => {
    await make();
    desk.moveTo('2026-08-20');
    const paths = [(await reissue('same')).files[0]?.path ?? '', (await reissue('corrected')).files[0]?.path ?? ''];
    const texts = paths.map((path) => printedTexts(readFileSync(path)).join(''));
    expect(texts.map((text) => text.includes('2026年8月20日'))).toEqual([false, true]);
  });

  it('is the document the next time it is made', async () => {
    await make();
    await reissue('corrected');
    const { files, refused } = await make();
    expect([files.map(({ number }) => number), refused]).toEqual([['武昌教名〔2026〕3号'], []]);
    expect(await register()).toHaveLength(2);
  });

  it('follows one that was declared void before', async () => {
    await make();
    await desk.workflow.voidDocument({ documentId: (await latest()).id, reason: '用印有误' });
    await reissue('corrected', '重新用印');
    expect(await lines()).toEqual([
      ['武昌教名〔2026〕3号', 'in-force', null, '武昌教名〔2026〕2号'],
      ['武昌教名〔2026〕2号', 'void', '用印有误', null],
    ]);
  });

  it('is followed once', async () => {
    await make();
    const { id } = await latest();
    await reissue('same');
    await expect(desk.workflow.reissueDocument({ documentId: id, reason: '再来', content: 'same', folder })).rejects.toThrow(
      '已另出具《任务承诺书》武昌教名〔2026〕3号',
    );
  });

  it('is cited by its new number', async () => {
    await make();
    await reissue('same');
    await desk.act('sign-commitment-letter', studio);
    desk.moveTo('2027-08-01');
    await desk.act('record-process-assessment', studio, { assessors: '甲', grade: '不合格', opinion: '未完成' });
    await desk.act('issue-rectification-notice', studio);
    const { files } = await desk.workflow.makeDocuments({ kind: 'rectification-notice', folder });
    const text = printedTexts(readFileSync(files[0]?.path ?? '')).join('');
    expect([text.includes('武昌教名〔2026〕3号'), text.includes('武昌教名〔2026〕2号')]).toEqual([true, false]);
  });
});

describe('numbers in the database', () => {
  const copy = (changes: string) => `INSERT INTO issued_documents SELECT ${changes} FROM issued_documents LIMIT 1`;
  const columns =
    "'00000000-0000-7000-8000-000000000001', kind, studio_id, subject_id, department_id, number, issued_on, file_name, sha256, input";

  it.each([
    ['on another document', copy(`${columns.replace('subject_id', "'other'")}, NULL, NULL, NULL, NULL, NULL`), false, 'already used'],
    ['of a void document', copy(`${columns}, NULL, NULL, NULL, NULL, NULL`), true, 'already used'],
    ['changed', "UPDATE issued_documents SET number = '武昌教名〔2026〕9号'", false, 'only its end is written later'],
    ['taken off the register', 'DELETE FROM issued_documents', false, 'append-only'],
    ['back in force', 'UPDATE issued_documents SET closed = NULL, closed_on = NULL, closed_reason = NULL', true, 'only its end'],
  ])('are not %s', async (_what, sql, isVoid, message) => {
    await make();
    if (isVoid) await desk.workflow.voidDocument({ documentId: (await latest()).id, reason: '用印有误' });
    expect(() => desk.around((db) => db.exec(sql))).toThrow(message);
  });

  it('are listed with those passed over and those whose document waits', async () => {
    await desk.workflow.changeDocumentSettings({ starts: [{ prefix: '武昌教名', year: 2026, next: 5 }] });
    await make();
    const { numbers } = await desk.workflow.showDocumentSettings({});
    expect(numbers).toEqual([
      { prefix: '武昌教名', year: 2026, next: 6, taken: 2, gaps: ['2—4号'], withoutDocument: [`1号 命名 ${studio}`] },
    ]);
  });
});

describe('a scan of signed paper', () => {
  async function attach(name: string, content: string) {
    const path = join(desk.folder, name);
    writeFileSync(path, content);
    return desk.workflow.attachScan({ documentId: (await latest()).id, path });
  }
  const kept = () => join(desk.folder, '数据 夹', 'scans');

  it('is kept in the data folder once and stands with its document', async () => {
    await make();
    await attach('签章件.PDF', 'paper');
    const { scans } = await attach('签章件.PDF', 'paper');
    expect(scans.map(({ name, addedOn }) => [name, addedOn])).toEqual([['签章件.PDF', '2026-08-10']]);
    expect(readdirSync(join(kept(), (await latest()).id))).toEqual([`${scans[0]?.sha256 ?? ''}.pdf`]);
  });

  it('is refused when it is no scan, and nothing is kept', async () => {
    await make();
    await expect(attach('承诺书.docx', 'paper')).rejects.toThrow('它不是扫描件');
    expect(existsSync(kept())).toBe(false);
  });

  it('that is changed or gone is found by the check of the register', async () => {
    await make();
    await attach('甲.pdf', 'one');
    await attach('乙.pdf', 'two');
    const { files } = await desk.workflow.verify({});
    const [first] = readdirSync(join(kept(), (await latest()).id));
    appendFileSync(join(kept(), (await latest()).id, first ?? ''), '!');
    const after = (await desk.workflow.verify({})).files;
    expect([files, after.checked, after.broken.map(({ reason }) => reason)]).toEqual([{ checked: 2, broken: [] }, 2, ['内容与存入时不同']]);
  });
});
