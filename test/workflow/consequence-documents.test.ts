import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leadsOn } from '../../db/queries/leads.ts';
import { inTransaction } from '../../db/transaction.ts';
import { writeSetting } from '../../db/writes/settings.ts';
import type { DocumentKindId } from '../../templates/document-kinds.ts';
import { documentSettingsKey } from '../../workflow/documents/document-settings.ts';
import { makeDocuments } from '../../workflow/documents/make-documents.ts';
import { printedTexts } from '../templates/document-text.ts';
import { type CycleRegister, cycleRegister, done, short, studio } from './cycle-register.ts';
import { education, hr, office, type RoundRegister, studioOf } from './round-register.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const make = (register: RoundRegister, seat: string, kind: DocumentKindId, year: number) =>
  makeDocuments({ kind, folder, year, draft: false, oneFile: false }, register.contextOf(seat));
const textOf = (path: string | undefined): string => printedTexts(readFileSync(path ?? '')).join('');

/** Settles something about a seat's documents. */
function settle(register: RoundRegister, seat: string, settings: Readonly<Record<string, unknown>>): void {
  inTransaction(register.db, (tx) => writeSetting(tx, documentSettingsKey(register.contextOf(seat).seat), settings));
}

/** A register whose studio was found unqualified at the end of its cycle; the result is approved on 2028-08-10. */
function unqualified(level: 'in-system' | 'district'): CycleRegister {
  const register = cycleRegister(level);
  register.assess('process', '合格', '2027-08-01');
  register.assess('periodic', '不合格', '2028-08-01', { ...done, '2-1': 100 });
  register.approve('2028-08-10');
  return register;
}

describe('撤销称号决定 out of the register', () => {
  const revocations = (register: RoundRegister, seat: string, year = 2028) => make(register, seat, 'revocation-decision', year);

  it('tells the assessment, its approval, the plaque and papers to hand back and by when', async () => {
    const register = unqualified('in-system');
    register.act(education, 'revoke', studio, { minutes: '纪要9号' });
    const { files, refused } = await revocations(register, education);
    expect([refused, files.map(({ number }) => number)]).toEqual([[], ['武昌教名〔2028〕1号']]);
    const text = textOf(files[0]?.path);
    expect(text).toContain(`第十九条第二款规定，经我局研究（纪要9号），决定撤销${studio}的系统内名师工作室称号，收回命名。`);
    expect(text).toContain('2028年8月1日，我局进行周期性考核，结果为不合格。2028年8月10日，考核结果经区人力资源局审定。');
    expect(text).toContain('于2028年8月25日前（含当日）将牌匾和命名文件（旧〔2026〕1号）交回我局');
    expect(text).not.toContain('资助建设经费的收回');
  });

  it('tells a rectification that failed, and one that ran out', async () => {
    const told = async (fail: boolean) => {
      const register = cycleRegister();
      register.assess('process', '不合格', '2027-08-01', short);
      register.act(education, 'issue-rectification-notice', studio);
      if (fail) {
        register.moveTo('2027-08-20');
        register.act(education, 'record-rectification-report', studio, { reporter: '领办人', result: { '2-1': '补训', '3-1': '补立' } });
        register.act(education, 'record-reinspection', studio, {
          inspectors: '林清源',
          result: '整改不到位',
          remaining: { '2-1': '仍差 1 人次' },
        });
      }
      register.moveTo('2027-09-10');
      register.act(education, 'revoke', studio, { minutes: '纪要9号' });
      return textOf((await revocations(register, education, 2027)).files[0]?.path);
    };
    const notice = '2027年8月1日，我局进行过程性考核，结果为不合格。2027年8月1日，我局发出整改通知书（武昌教名〔2027〕1号），限期整改。';
    expect(await told(true)).toContain(`${notice}整改期限至2027年8月31日。2027年8月20日，我局进行复查，结果为整改不到位`);
    expect(await told(false)).toContain(`${notice}至2027年8月31日整改期限届满，整改仍未到位。`);
  });

  it('of the office names a case, the money, who reclaims it and who decides on the other title', async () => {
    const register = cycleRegister('district');
    settle(register, office, { handBackDays: 10 });
    register.act(hr, 'open-case', studio, { kind: '弄虚作假', how: '审计', facts: '课题材料不实' });
    register.act(hr, 'verify-case', studio, {
      by: '核查组',
      holds: '是',
      findings: '两项课题未立项',
      evidence: '审计报告',
      statement: '认可',
    });
    register.act(hr, 'propose-revocation', studio);
    register.act(office, 'revoke', studio, { minutes: '会议3号', reason: '情节严重', reclaim: 60_000, reclaimReason: '原拨付 6 万元' });
    const text = textOf((await revocations(register, office, 2026)).files[0]?.path);
    expect(text).toContain('第二十条规定，经我办研究（会议3号）');
    expect(text).toContain(
      '2026年9月1日，区人力资源局通过审计发现弄虚作假问题线索。查核中听取了工作室的陈述。2026年9月1日，经核查组查明属实：两项课题未立项。情节严重。',
    );
    expect(text).toContain('于2026年9月11日前（含当日）');
    expect(text).toContain('资助建设经费60000元（大写：人民币陆万元整）。收款账户和缴回期限由区人力资源局另行书面通知。');
    expect(text).toContain('系统内名师工作室称号，由区教育局另行研究决定。');
    expect(text).toContain('对领办人及相关责任人的通报批评另行发文。');
  });

  it('that follows the district one tells both, and is one document for the studios of one number', async () => {
    const register = unqualified('district');
    register.act(hr, 'propose-revocation', studio);
    register.act(office, 'revoke', studio, { minutes: '会议3号' });
    register.act(education, 'revoke', studio, { minutes: '纪要10号', number: '武昌教发〔2028〕5号' });
    const other = studioOf(education, 2);
    register.act(education, 'open-case', other, { kind: '违纪违法', how: '检查', facts: '挪用经费' });
    register.act(education, 'verify-case', other, { by: '核查组', holds: '是', findings: '挪用2万元', evidence: '凭证' });
    register.act(education, 'revoke', other, { minutes: '纪要10号', number: '武昌教发〔2028〕5号' });
    const { files } = await revocations(register, education);
    expect(files.map(({ number }) => number)).toEqual(['武昌教发〔2028〕5号']);
    const text = textOf(files[0]?.path);
    expect(text).toContain('作出决定（武昌人才办〔2028〕1号），撤销该工作室的另一级名师工作室称号');
    expect(text).toContain('第十九条第二款、第二十条规定，经我局研究（纪要10号）');
    expect(text).toContain('等2家名师工作室（名单见附件）');
  });

  it('is refused for a year in which nothing was revoked, and to a seat that does not revoke', async () => {
    const register = cycleRegister();
    expect((await revocations(register, education, 2026)).refused[0]?.reason).toContain('2026 年没有撤销称号');
    await expect(revocations(register, hr, 2026)).rejects.toThrow('没有这项职权');
  });
});

/** A district studio whose title was revoked for a verified case, with 60,000 yuan to come back. */
function revokedForCase(): CycleRegister {
  const register = cycleRegister('district');
  register.act(hr, 'open-case', studio, { kind: '弄虚作假', how: '审计', facts: '课题材料不实' });
  register.act(hr, 'verify-case', studio, {
    by: '核查组',
    holds: '是',
    findings: '两项课题未立项',
    evidence: '审计报告',
    statement: '认可',
  });
  register.act(hr, 'propose-revocation', studio);
  register.act(office, 'revoke', studio, { minutes: '会议3号', reclaim: 60_000, reclaimReason: '原拨付 6 万元' });
  return register;
}

describe('资金收回通知 out of the register', () => {
  const reclaims = (register: RoundRegister, seat = hr) => make(register, seat, 'reclaim-notice', 2026);
  const reclaimAccount = { holder: '区人力资源局', bank: '示范路支行', number: '420000000001' };

  it('asks for what the decision reclaims, into the account of the settings, within their days', async () => {
    const register = revokedForCase();
    settle(register, hr, { handBackDays: 20, reclaimAccount });
    const text = textOf((await reclaims(register)).files[0]?.path);
    expect(text).toContain(`${studio}应缴回资助建设经费60000元（大写：人民币陆万元整）。`);
    expect(text).toContain('撤销称号决定确定收回60000元。收回金额的确定理由：原拨付 6 万元。');
    expect(text).toContain('2026年9月1日，区委人才工作领导小组办公室决定撤销');
    expect(text).toContain('以下简称《办法》）第二十条规定，同时收回资助建设经费。');
    expect(text).toContain('于2026年9月21日前（含当日）');
    expect(text).toContain('户名：区人力资源局开户银行：示范路支行账号：420000000001');
  });

  it('takes off what has come back, and asks for nothing once all has', async () => {
    const register = revokedForCase();
    settle(register, hr, { reclaimAccount });
    register.act(hr, 'reclaim-grant', studio, { amount: 20_000, voucher: '收1' });
    expect(textOf((await reclaims(register)).files[0]?.path)).toContain('已缴回20000元（2026年9月1日缴回20000元），尚应缴回40000元。');
    register.act(hr, 'reclaim-grant', studio, { amount: 40_000, voucher: '收2' });
    expect((await reclaims(register)).refused[0]?.reason).toContain('应收回的60000元已经缴清');
  });

  it('keeps its day and number when it is made again later', async () => {
    const register = revokedForCase();
    settle(register, hr, { reclaimAccount });
    register.moveTo('2026-09-05');
    const [first] = (await reclaims(register)).files;
    register.moveTo('2026-10-08');
    const [again] = (await reclaims(register)).files;
    expect([again?.number, again?.sha256]).toEqual([first?.number, first?.sha256]);
    expect(textOf(first?.path)).toContain('2026年9月20日前');
  });

  it('is refused without an account, for a studio that owes nothing, and to the office', async () => {
    const register = revokedForCase();
    expect((await reclaims(register)).refused[0]?.reason).toContain('缺少「收款账户」');
    const { refused } = await makeDocuments(
      { kind: 'reclaim-notice', folder, studioIds: [register.idOf(studioOf(education, 2))], draft: false, oneFile: false },
      register.contextOf(hr),
    );
    expect(refused[0]?.reason).toContain('没有决定收回资助的撤销记录');
    expect((await reclaims(register, office)).files).toEqual([]);
  });
});

describe('通报批评 out of the register', () => {
  it('tells the case, the decision, whom it criticises and their sanctions', async () => {
    const register = revokedForCase();
    const [lead] = leadsOn(register.db, register.idOf(studio), register.contextOf(hr).today);
    register.act(office, 'issue-circular', studio, { people: `${lead}、林清源`, sanctions: '警告处分' });
    const { files, refused } = await make(register, office, 'criticism-circular', 2026);
    expect(refused).toEqual([]);
    const text = textOf(files[0]?.path);
    expect(text).toContain(`关于${studio}弄虚作假问题的通报`);
    expect(text).toContain('区人力资源局、各行业主管部门、各名师工作室及所在单位：');
    expect(text).toContain('2026年9月1日，经核查组查明属实：两项课题未立项。');
    expect(text).toContain('区级名师工作室称号（武昌人才办〔2026〕1号），收回资助建设经费60000元（大写：人民币陆万元整）');
    expect(text).toContain(`现对领办人${lead}及相关责任人林清源予以通报批评。处分情况：警告处分。`);
  });

  it('is refused while none was issued', async () => {
    const register = revokedForCase();
    const { refused } = await makeDocuments(
      { kind: 'criticism-circular', folder, studioIds: [register.idOf(studio)], draft: false, oneFile: false },
      register.contextOf(office),
    );
    expect(refused[0]?.reason).toContain('没有通报批评的记录');
  });
});

describe('考核通知 out of the register', () => {
  const notices = (register: RoundRegister, seat: string, year: number) => make(register, seat, 'assessment-notice', year);

  it('names whose year ends, how that year is assessed, and keeps its day and number', async () => {
    const register = cycleRegister();
    register.moveTo('2027-06-15');
    const { files, refused } = await notices(register, education, 2027);
    expect(refused).toEqual([]);
    const text = textOf(files[0]?.path);
    expect(text).toContain('考核年度届满的1家系统内名师工作室进行考核');
    expect(text).toContain('于2027年8月31日前（含当日）完成');
    expect(text).toContain('过程性考核2026年9月1日至2027年8月31日');
    expect(text).not.toContain('周期性考核结果报');
    register.moveTo('2027-07-01');
    const [again] = (await notices(register, education, 2027)).files;
    expect([again?.number, again?.sha256]).toEqual([files[0]?.number, files[0]?.sha256]);
  });

  it('of the last year speaks of the whole period and who approves, under a number of its own', async () => {
    const register = cycleRegister('district');
    register.moveTo('2027-06-15');
    const [before] = (await notices(register, hr, 2027)).files;
    register.moveTo('2028-06-15');
    const [file] = (await notices(register, hr, 2028)).files;
    expect(file?.number).not.toBe(before?.number);
    expect(textOf(file?.path)).toContain('周期性考核结果报区委人才工作领导小组办公室审定；合格以上的，续签任务承诺书');
  });

  it('is refused for a year in which nobody is assessed', async () => {
    const { refused } = await notices(cycleRegister(), education, 2026);
    expect(refused[0]?.reason).toContain('2026 年没有由区教育局考核、年度届满的工作室');
  });
});

describe('考核结果通报 out of the register', () => {
  const circulars = (register: RoundRegister, seat: string, year: number) => make(register, seat, 'assessment-circular', year);

  it('tells grades, tasks and what follows, on the day of the result', async () => {
    const register = cycleRegister();
    register.assess('process', '不合格', '2027-08-01', short);
    register.moveTo('2027-08-20');
    const text = textOf((await circulars(register, education, 2027)).files[0]?.path);
    expect(text).toContain(`不合格1家：${studio}。`);
    expect(text).toContain('共检查任务8项，达到目标6项。有1家工作室存在未达到目标的任务');
    expect(text).toContain('过程性考核不合格的，发出整改通知书，限期整改。');
    expect(text).toContain('过程性考核6/8项不合格发出整改通知书，限期整改');
    expect(text).toContain('武汉市武昌区教育局2027年8月1日');
  });

  it('waits for the approval of periodic results and names whose', async () => {
    const register = cycleRegister('district');
    register.assess('process', '合格', '2027-08-01');
    register.assess('periodic', '合格', '2028-08-01', { ...done, '2-1': 1000 });
    expect((await circulars(register, hr, 2028)).refused[0]?.reason).toContain(`「${studio}」的周期性考核结果尚未审定`);
    register.approve('2028-08-10');
    const text = textOf((await circulars(register, hr, 2028)).files[0]?.path);
    expect(text).toContain('周期性考核结果已经区委人才工作领导小组办公室审定。');
    expect(text).toContain('武汉市武昌区人力资源局2028年8月10日');
  });

  it('is refused for a year without assessments', async () => {
    expect((await circulars(cycleRegister(), education, 2026)).refused[0]?.reason).toContain('2026 年没有考核工作室');
  });
});
