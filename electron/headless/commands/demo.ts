import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Workflow } from '../../../workflow/contract/contract.ts';
import { Refusal } from '../../../workflow/contract/refusal.ts';
import type { StudioRow } from '../../../workflow/contract/studio.ts';
import type { DeskArguments, DeskCommand } from '../desk-command.ts';

/** Left in the folder of a demonstration, so that the next one may replace it and nothing else. */
const mark = '演示.txt';
const folders = { register: '登记库', documents: '文书', workbooks: '表格' } as const;

/** Days of the demonstration: an application's way, and the assessment a year later. */
const days = {
  import: '2026-08-10',
  accept: '2026-08-11',
  inspect: '2026-08-14',
  decide: '2026-08-18',
  name: '2026-08-20',
  file: '2026-08-21',
  sign: '2026-09-01',
  activities: '2027-06-18',
  assess: '2027-08-20',
  notice: '2027-08-25',
} as const;

function outFolder(given: DeskArguments): string {
  return resolve(given.text('out') ?? 'out');
}

/** An empty folder for the demonstration. Only an earlier demonstration is removed; a folder with anything else is refused. */
function emptyFolder(given: DeskArguments): string {
  const out = outFolder(given);
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, mark))) {
    throw new Refusal(`无法在「${out}」生成演示：里面已有其他文件。请用 --out 换一个空文件夹。`);
  }
  for (const folder of Object.values(folders)) rmSync(join(out, folder), { recursive: true, force: true });
  mkdirSync(join(out, folders.workbooks), { recursive: true });
  writeFileSync(join(out, mark), '本文件夹由演示生成，人物和单位均为虚构；再次演示时会被替换。\n');
  return join(out, folders.register);
}

/** What an application needs to be accepted; `undefined` when the Measures do not allow it. */
async function reasonsFor(workflow: Workflow, studioId: string): Promise<Record<string, string> | undefined> {
  const { findings, studio } = await workflow.showStudio({ studioId });
  const unmet = findings.filter(({ outcome }) => outcome === 'unmet');
  if (unmet.length > 0) {
    const reason = unmet.map(({ article, message }) => `${article}：${message}`).join('');
    await workflow.runCommand({ command: 'return', studioId, answers: { reason } });
    return undefined;
  }
  const special = findings.some(({ outcome }) => outcome === 'needs-approval');
  return special ? { reason: `${studio.name}系特殊情况，经研究同意`, approver: '局党组' } : {};
}

/** Carries the studios that may be named through all the steps. Returns those that were. */
async function nameStudios(
  workflow: Workflow,
  studios: readonly StudioRow[],
  moveTo: (day: string) => void,
): Promise<readonly StudioRow[]> {
  const accepted: StudioRow[] = [];
  const act = async (command: string, answers: Record<string, unknown>) => {
    for (const { id } of accepted) await workflow.runCommand({ command, studioId: id, answers });
  };
  moveTo(days.accept);
  for (const studio of studios) {
    const reasons = await reasonsFor(workflow, studio.id);
    if (reasons === undefined) continue;
    try {
      await workflow.runCommand({ command: 'accept', studioId: studio.id, answers: reasons });
      accepted.push(studio);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await workflow.runCommand({ command: 'return', studioId: studio.id, answers: { reason: error.message } });
    }
  }
  moveTo(days.inspect);
  await act('inspect', { inspectors: '林清源、何思齐', result: 'pass', verified: '是', opinion: '条件具备，材料属实' });
  moveTo(days.decide);
  await act('decide', { minutes: '武昌教党纪〔2026〕8号', decision: 'approve' });
  moveTo(days.name);
  await act('name', {});
  moveTo(days.file);
  await act('file', {});
  moveTo(days.sign);
  await act('sign-commitment-letter', {});
  return accepted;
}

/** What a studio did in the year, by task: how it is called, how much, on what paper. */
const activities: Readonly<Record<string, readonly [title: string, amount: number, evidence: string]>> = {
  '1-1': ['全区名师示范课展示', 2, '通知、签到表、照片'],
  '1-2': ['大单元备课操作指南', 1, '文本、推广记录'],
  '2-1': ['青年教师系列培训', 560, '培训计划、签到表'],
  '2-2': ['年度人才培养方案', 1, '方案文本'],
  '3-1': ['区级重点调研课题', 2, '立项通知'],
  '3-2': ['全国课堂教学研讨会', 1, '邀请函、总结'],
  '4-1': ['教研论文', 3, '发表证明'],
  '5-1': ['分层作业设计成果', 1, '成果报告、应用证明'],
};

/** Fills the activity ledger of a studio, with other amounts for some tasks. */
async function recordActivities(workflow: Workflow, { id: studioId }: StudioRow, amounts: Readonly<Record<string, number>>): Promise<void> {
  for (const [task, [title, amount, evidence]] of Object.entries(activities)) {
    const level = task === '3-1' ? { level: 'district' } : {};
    const answers = { task, title, amount: amounts[task] ?? amount, evidence, ...level };
    await workflow.runCommand({ command: 'record-activity', studioId, answers });
  }
}

/** Assesses two studios a year later by what the ledger says: one qualified, one that must rectify. */
async function assess(workflow: Workflow, [good, poor]: readonly StudioRow[], moveTo: (day: string) => void): Promise<void> {
  moveTo(days.activities);
  if (good !== undefined) await recordActivities(workflow, good, {});
  if (poor !== undefined) await recordActivities(workflow, poor, { '2-1': 412, '3-1': 1 });
  moveTo(days.assess);
  const assessors = '林清源、何思齐';
  const command = 'record-process-assessment';
  if (good !== undefined) await workflow.runCommand({ command, studioId: good.id, answers: { assessors, grade: 'qualified' } });
  if (poor === undefined) return;
  const answers = { assessors, grade: 'unqualified', evidence: { '2-1': '签到表 11 份' } };
  await workflow.runCommand({ command, studioId: poor.id, answers });
  moveTo(days.notice);
  await workflow.runCommand({ command: 'issue-rectification-notice', studioId: poor.id, answers: {} });
}

/** The main job on the sample data: workbook in, checked register, Word documents and workbooks out. */
export const demo: DeskCommand = {
  name: 'demo',
  usage: '[--out 文件夹]',
  summary: '用样例数据走一遍：导入、核对、受理到备案、承诺书、考核、整改，生成文书和表格。',
  needsRegister: false,
  options: { out: { value: '文件夹', help: '存到哪里，不写为 out' } },
  ownFolder: emptyFolder,
  async run(workflow, given, { sampleWorkbook, moveTo }) {
    const out = outFolder(given);
    const workbook = (name: string) => join(out, folders.workbooks, name);
    const documentsFolder = join(out, folders.documents);
    moveTo(days.import);
    await workflow.initialise({ seat: '区教育局', contact: { person: '何思齐', phone: '027-88000000' } });
    const report = await workflow.writeErrorReport({ path: sampleWorkbook, target: workbook('申报汇总表（标出错误）.xlsx') });
    const imported = await workflow.applyImport({ path: sampleWorkbook, cleanRowsOnly: true });
    const studios = await workflow.listStudios({});
    const named = await nameStudios(workflow, studios, moveTo);
    const filing = await workflow.exportFile({
      kind: 'filing',
      target: workbook((await workflow.exportName({ kind: 'filing' })).fileName),
    });
    const made = [
      await workflow.makeDocuments({ kind: 'commitment-letter', folder: documentsFolder }),
      await workflow.makeDocuments({ kind: 'award-list', folder: documentsFolder }),
    ];
    await assess(workflow, named, moveTo);
    made.push(await workflow.makeDocuments({ kind: 'rectification-notice', folder: documentsFolder }));
    const template = await workflow.exportFile({ kind: 'application-list', target: workbook('申报汇总表（空白）.xlsx') });
    const documents = made.flatMap(({ files }) => files.map(({ path }) => path));
    const refused = made.flatMap((each) => each.refused.map(({ studio, reason }) => `${studio}：${reason}`));
    const workbooks = [report.path, filing.path, template.path];
    const { database, audit } = await workflow.verify({});
    const whole = database === 'ok' && audit.firstBroken === null;
    const text = [
      `已导入样例 ${imported.rows} 行：新增 ${imported.new} 个工作室，${imported.errors.length} 处错误已标在原表上。`,
      `符合条件并已命名、报送备案 ${named.length} 个；其余 ${studios.length - named.length} 个已写明理由退回。`,
      '文书：',
      ...documents.map((path) => `  ${path}`),
      '表格：',
      ...workbooks.map((path) => `  ${path}`),
      `登记库：${join(out, folders.register)}（${whole ? '完好' : database}，操作记录 ${audit.entries} 条）`,
    ].join('\n');
    const blocked = [...refused, ...(whole ? [] : [`登记库检查未通过：${database}`])];
    return {
      json: { studios: studios.length, documents, workbooks },
      text,
      ...(blocked.length === 0 ? {} : { blocked: blocked.join('\n') }),
    };
  },
};
