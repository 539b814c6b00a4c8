import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClient } from '../../../db/sqlite-client.ts';
import { plainDate } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { openWorkflow } from '../../../workflow/service.ts';
import { fixture } from '../new-desk.ts';

/** The bureaus whose studios walk, by the sectors they look after. */
const bureaus = { 教育: '区教育局', 技能: '区总工会', 民生: '区民政局', 文化: '区文体旅广局' } as const;
const hr = '区人力资源局';
const office = '区委人才工作领导小组办公室';
const experts = ['钟离恒', '沈青'] as const;

/** A register walks begin from; each walk gets a copy of its file. */
export interface StartRegister {
  /** Where things stand in it. */
  readonly name: string;
  readonly file: string;
  readonly day: string;
}

/** The registers, and the folder they lie in. */
export interface StartRegisters {
  readonly starts: readonly StartRegister[];
  readonly remove: () => void;
}

/** In memory where the system offers it: an act waits for the disk, and a walk has hundreds. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const sample = join(import.meta.dirname, '../../../exchange/sample/2026年武昌区教育系统名师工作室申报汇总表（样例）.xlsx');

type Answers = Readonly<Record<string, unknown>>;

interface Candidate {
  readonly id: string;
  readonly bureau: string;
  readonly rank: number;
  readonly lead: string;
}

/** One life, told from application to revocation and assessment; a copy is kept of each stage that walks begin from. */
interface Story {
  readonly act: (day: string, seat: string, command: string, studioId: string | null, answers?: Answers) => Promise<void>;
  /** The same act for every studio its bureau may do it for. */
  readonly actForAll: (day: string, command: string, answers?: Answers) => Promise<void>;
  readonly keep: (name: string, day: string) => void;
  /** Two titled studios of each bureau. */
  readonly candidates: () => Promise<readonly Candidate[]>;
}

/** Makes the registers walks begin from, with the studios of two workbooks shared out among four bureaus. */
export async function makeStartRegisters(): Promise<StartRegisters> {
  const folder = mkdtempSync(join(place, 'walk-start-'));
  const dataFolder = join(folder, 'data');
  const registerFile = join(dataFolder, 'register.sqlite');
  let today = '2026-08-10';
  let seat: string = bureaus.教育;
  const options = {
    dataFolder,
    today: () => plainDate(today),
    now: () => `${today}T01:00:00.000Z`,
    sampleWorkbook: sample,
    get seat() {
      return seat;
    },
  };
  let desk = openWorkflow(options);
  await desk.workflow.initialise({ seat });
  for (const path of [sample, fixture]) await desk.workflow.applyImport({ path, cleanRowsOnly: true });
  desk.close();
  shareOut(registerFile);
  desk = openWorkflow(options);
  const bureauOf = new Map<string, string>(Object.entries(bureaus));
  const studios = (await desk.workflow.listStudios({})).map(({ id, sector }) => ({ id, bureau: bureauOf.get(sector) ?? seat }));
  const starts: StartRegister[] = [];
  const act: Story['act'] = async (day, by, command, studioId, answers = {}) => {
    today = day;
    seat = by;
    await desk.workflow.runCommand({ command, answers, ...(studioId === null ? {} : { studioId }) });
  };
  await tell({
    act,
    async actForAll(day, command, answers) {
      for (const { id, bureau } of studios) {
        await act(day, bureau, command, id, answers).catch((error: unknown) => {
          // Some applications are not to be accepted; they stay where they are.
          if (!(error instanceof Refusal)) throw error;
        });
      }
    },
    keep(name, day) {
      desk.close();
      const file = join(folder, `${name}.sqlite`);
      copyFileSync(registerFile, file);
      starts.push({ name, file, day });
      desk = openWorkflow(options);
    },
    async candidates() {
      const titled = await desk.workflow.listStudios({ statuses: ['filed'] });
      return Object.values(bureaus).flatMap((bureau) =>
        titled
          .filter(({ sector }) => bureauOf.get(sector) === bureau)
          .slice(0, 2)
          .map(({ id, lead }, index) => ({ id, lead: lead?.name ?? '', bureau, rank: index + 1 })),
      );
    },
  });
  desk.close();
  return { starts, remove: () => rmSync(folder, { recursive: true }) };
}

/** What a bureau scores applications by. */
const criteria = {
  title: '教育系统评审细则',
  name: { 1: '领军水平', 2: '成果', 3: '师德失范' },
  method: { 1: '分档', 2: '计件', 3: '一票否决' },
  points: { 1: 60, 2: 40 },
  rule: { 1: '优 40-60；良 20-39；一般 0-19', 2: '每件 10；国家级 3；省级 2；市级 1' },
};

async function tell(story: Story): Promise<void> {
  const { act, actForAll, keep } = story;
  keep('applied', '2026-08-10');
  await actForAll('2026-08-11', 'accept', { reason: '特殊情况', approver: '局党组' });
  await actForAll('2026-08-14', 'inspect', { inspectors: '林清源、何思齐', result: 'pass', verified: '是' });
  await act('2026-08-14', bureaus.教育, 'define-review-criteria', null, criteria);
  keep('inspected', '2026-08-17');
  await actForAll('2026-08-18', 'decide', { minutes: '党纪〔2026〕8号', decision: '同意' });
  keep('decided', '2026-08-20');
  await actForAll('2026-08-20', 'name');
  await actForAll('2026-08-21', 'file');
  keep('named', '2026-08-24');

  const candidates = await story.candidates();
  await act('2026-08-24', hr, 'open-round', null);
  for (const { id, bureau } of candidates) await act('2026-08-24', bureau, 'apply-to-round', id, { unitAgreed: '是' });
  keep('competing', '2026-08-24');
  for (const { id, bureau, rank } of candidates) {
    await act('2026-08-24', bureau, 'recommend', id, { rank, reason: '业绩突出' });
  }
  await act('2026-08-24', hr, 'set-round-criteria', null, { title: { 1: '示范引领', 2: '人才培养' }, points: { 1: 60, 2: 40 } });
  for (const name of experts) {
    await act('2026-08-24', hr, 'register-expert', null, { name, employer: '市教育科学研究院', declared: '是' });
  }
  for (const [index, { id }] of candidates.entries()) {
    await act('2026-08-24', hr, 'inspect-candidate', id, { inspectors: '林清源', result: 'pass' });
    // The last four stand on the same average: who has the fifth place is for a person to say.
    const score = { 1: 58 - Math.min(index, 4), 2: 36 };
    for (const expert of experts) await act('2026-08-24', hr, 'record-expert-scores', id, { expert, score });
  }
  keep('scored', '2026-08-24');
  const first = candidates.slice(0, 4);
  for (const { id } of first) await act('2026-08-24', hr, 'shortlist', id);
  keep('shortlisted', '2026-08-24');
  await act('2026-08-24', office, 'approve-shortlist', null, { minutes: '人才办纪〔2026〕3号' });
  keep('approved', '2026-08-24');
  await act('2026-08-24', office, 'post-public-notice', null);
  keep('posted', '2026-08-29');
  for (const { id } of first) await act('2026-08-30', office, 'award-plaque', id);
  for (const { id } of first) await act('2026-08-30', hr, 'sign-commitment-letter', id);
  // A fifth place is open.
  keep('awarded', '2026-08-30');
  await tellOfDistrictStudios(story, candidates);
}

async function tellOfDistrictStudios({ act, keep }: Story, candidates: readonly Candidate[]): Promise<void> {
  const first = candidates.slice(0, 3);
  for (const { id, bureau } of candidates) await act('2026-09-01', bureau, 'sign-commitment-letter', id);
  for (const [index, { id, lead }] of first.entries()) {
    await act('2026-09-22', hr, 'decide-grant', id, { nature: 'public-benefit', amount: 60_000 });
    await act('2026-10-09', hr, 'open-fund-account', id, { name: '名师工作室专账' });
    await act('2026-10-12', hr, 'record-income', id, { source: 'host-unit', amount: 80_000, voucher: '收-1', summary: '单位安排经费' });
    const signatures = { payee: '宏图装饰公司', handler: '何思齐', signedBy: lead, signedOn: '2026-11-02', checkedBy: '财务室' };
    const expense = { category: 'construction', amount: 65_000, voucher: '付-1', summary: '教研室改造', ...signatures };
    await act('2026-11-02', hr, 'record-expense', id, expense);
    await act('2026-11-10', hr, 'pay-grant', id, { voucher: `拨-${index}`, amount: 40_000 });
  }
  keep('granted', '2026-11-12');

  const [fallen, accused, weak] = first.map(({ id }) => id);
  if (fallen === undefined || accused === undefined || weak === undefined) throw new Error('three studios have a grant');
  for (const id of [fallen, accused]) {
    await act('2027-04-06', hr, 'open-case', id, { kind: 'fraud', how: '群众来信', facts: '论文系他人作品' });
    const found = { by: '区纪委监委', holds: '是', findings: '论文系他人作品', evidence: '期刊社复函' };
    await act('2027-04-07', hr, 'verify-case', id, found);
  }
  await act('2027-04-08', hr, 'propose-revocation', fallen);
  await act('2027-04-12', office, 'revoke', fallen, { minutes: '人才工作领导小组2027年第2次会议' });
  keep('revoked', '2027-04-12');

  const done = { '1-1': 1, '1-2': 1, '2-1': 400, '2-2': 1, '3-1': 2, '3-2': 1, '4-1': 1, '5-1': 1 };
  const graded = (grade: string) => ({ assessors: '林清源、何思齐', grade, actual: done, opinion: '以现场查验为准' });
  const other = candidates[3]?.id ?? weak;
  await act('2027-10-10', hr, 'record-process-assessment', weak, graded('unqualified'));
  await act('2027-10-10', hr, 'record-process-assessment', other, graded('qualified'));
  keep('unqualified', '2027-10-12');
  await act('2027-10-12', hr, 'issue-rectification-notice', weak);
  keep('rectifying', '2027-10-20');
  await act('2027-11-05', hr, 'record-rectification-report', weak, { reporter: '领办人', result: { '2-1': '补训 90 人次' } });
  keep('reported', '2027-11-08');
  await act('2027-11-08', hr, 'record-reinspection', weak, { inspectors: '林清源', result: 'passed' });
  keep('two years on', '2028-09-20');
  await act('2028-09-20', hr, 'record-periodic-assessment', weak, graded('unqualified'));
  await act('2028-09-20', hr, 'record-periodic-assessment', other, graded('excellent'));
  await act('2028-09-21', office, 'approve-periodic-result', other, { decision: 'approved' });
  keep('assessed', '2028-09-21');

  const values = { rectificationDays: { value: 45, source: { article: 19, paragraph: 2 } } };
  const set = { id: 'wuchang-2029-03-01', title: '名师工作室建设管理办法（修订）', documentNumber: '武昌才办〔2028〕9号' };
  await act('2028-09-22', office, 'add-measures', null, { set: { ...set, effectiveFrom: '2029-03-01', values } });
  keep('revised', '2028-09-22');
}

/** Gives the imported studios to the four bureaus in turn, behind the program's back. */
function shareOut(file: string): void {
  const client = openClient(file, { readonly: false, fileMustExist: true });
  const ids = client.prepare<[], { id: string }>('SELECT id FROM studios ORDER BY id').all();
  const sectors = client.prepare<[], { id: string; name: string }>('SELECT id, name FROM sectors').all();
  const wanted = Object.keys(bureaus).map((name) => sectors.find((sector) => sector.name === name)?.id ?? '');
  const update = client.prepare<[string, string]>('UPDATE studios SET sector_id = ? WHERE id = ?');
  for (const [index, { id }] of ids.entries()) update.run(wanted[index % wanted.length] ?? '', id);
  client.close();
}

/** Gives some work a data folder with a copy of a start register, and removes it afterwards. */
export async function withCopyOf<Result>({ file }: StartRegister, work: (dataFolder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(place, 'walk-'));
  try {
    const dataFolder = join(folder, 'data');
    mkdirSync(dataFolder);
    copyFileSync(file, join(dataFolder, 'register.sqlite'));
    return await work(dataFolder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
