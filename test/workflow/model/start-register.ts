import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClient } from '../../../db/sqlite-client.ts';
import { plainDate } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { openWorkflow } from '../../../workflow/service.ts';
import { fixture } from '../new-desk.ts';

/** The bureaus whose studios walk. */
const bureaus = ['区教育局', '区总工会', '区民政局', '区文体旅广局'] as const;
const hr = '区人力资源局';
const office = '区委人才工作领导小组办公室';
/** Every seat that acts in a walk. */
export const seats = [...bureaus, hr, office] as const;
const experts = ['钟离恒', '沈青'] as const;

/** A register walks begin from; each walk gets a copy of its file. */
export interface StartRegister {
  readonly name: 'applied' | 'named' | 'district';
  readonly file: string;
  readonly day: string;
}

/** In memory where the system offers it: an act waits for the disk, and a walk has hundreds. */
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const sample = join(import.meta.dirname, '../../../exchange/sample/2026年武昌区教育系统名师工作室申报汇总表（样例）.xlsx');
const steps = [
  ['2026-08-11', 'accept', { reason: '特殊情况', approver: '局党组' }],
  ['2026-08-14', 'inspect', { inspectors: '林清源、何思齐', result: 'pass', verified: '是' }],
  ['2026-08-18', 'decide', { minutes: '党纪〔2026〕8号', decision: '同意' }],
  ['2026-08-20', 'name', {}],
  ['2026-08-21', 'file', {}],
] as const;

/**
 * Makes the registers walks begin from, with the studios of two workbooks shared out among four bureaus: one where all have applied, one
 * where all that may be named have been, and one in the middle of its first district round, four plaques awarded and a fifth place open.
 */
export async function makeStartRegisters(): Promise<readonly StartRegister[]> {
  const folder = mkdtempSync(join(place, 'walk-start-'));
  const dataFolder = join(folder, 'data');
  const registerFile = join(dataFolder, 'register.sqlite');
  let day = '2026-08-10';
  let seat: string = bureaus[0];
  const options = {
    dataFolder,
    today: () => plainDate(day),
    now: () => `${day}T01:00:00.000Z`,
    sampleWorkbook: sample,
    get seat() {
      return seat;
    },
  };
  let opened = openWorkflow(options);
  await opened.workflow.initialise({ seat });
  for (const path of [sample, fixture]) await opened.workflow.applyImport({ path, cleanRowsOnly: true });
  opened.close();
  shareOut(registerFile);
  const applied = join(folder, 'applied.sqlite');
  copyFileSync(registerFile, applied);

  opened = openWorkflow(options);
  const studios = (await opened.workflow.listStudios({})).map(({ id, sector }) => ({ id, sector }));
  const bureauOf = new Map(sectorBureaus.map(({ sector, bureau }) => [sector as string, bureau as string]));
  for (const [on, command, answers] of steps) {
    day = on;
    for (const { id: studioId, sector } of studios) {
      seat = bureauOf.get(sector) ?? seat;
      await opened.workflow.runCommand({ command, studioId, answers }).catch((error: unknown) => {
        // Some applications are not to be accepted; they stay where they are.
        if (!(error instanceof Refusal)) throw error;
      });
    }
  }
  opened.close();
  const named = join(folder, 'named.sqlite');
  copyFileSync(registerFile, named);

  opened = openWorkflow(options);
  const act = async (by: string, command: string, studioId: string | null, answers: Record<string, unknown> = {}) => {
    seat = by;
    await opened.workflow.runCommand({ command, answers, ...(studioId === null ? {} : { studioId }) });
  };
  day = '2026-08-24';
  await act(hr, 'open-round', null);
  const titled = (await opened.workflow.listStudios({ statuses: ['filed'] })).map(({ id, sector }) => ({
    id,
    bureau: bureauOf.get(sector),
  }));
  const candidates = bureaus.flatMap((bureau) =>
    titled
      .filter((studio) => studio.bureau === bureau)
      .slice(0, 2)
      .map(({ id }, index) => ({ id, bureau, rank: index + 1 })),
  );
  for (const { id, bureau, rank } of candidates) {
    await act(bureau, 'apply-to-round', id, { unitAgreed: '是' });
    await act(bureau, 'recommend', id, { rank, reason: '业绩突出' });
  }
  await act(hr, 'set-round-criteria', null, { title: { 1: '示范引领', 2: '人才培养' }, points: { 1: 60, 2: 40 } });
  for (const name of experts) await act(hr, 'register-expert', null, { name, employer: '市教育科学研究院', declared: '是' });
  for (const [index, { id }] of candidates.entries()) {
    await act(hr, 'inspect-candidate', id, { inspectors: '林清源', result: 'pass' });
    // The last two stand on the same average: who has the fifth place is for a person to say.
    for (const expert of experts) await act(hr, 'record-expert-scores', id, { expert, score: { 1: 58 - Math.min(index, 4), 2: 36 } });
  }
  const first = candidates.slice(0, 4);
  for (const { id } of first) await act(hr, 'shortlist', id);
  await act(office, 'approve-shortlist', null, { minutes: '人才办纪〔2026〕3号' });
  await act(office, 'post-public-notice', null);
  day = '2026-08-30';
  for (const { id } of first) await act(office, 'award-plaque', id);
  for (const { id } of first) await act(hr, 'sign-commitment-letter', id);
  opened.close();
  const district = join(folder, 'district.sqlite');
  copyFileSync(registerFile, district);
  return [
    { name: 'applied', file: applied, day: '2026-08-10' },
    { name: 'named', file: named, day: '2026-08-24' },
    { name: 'district', file: district, day: '2026-08-30' },
  ];
}

const sectorBureaus = [
  { sector: '教育', bureau: '区教育局' },
  { sector: '技能', bureau: '区总工会' },
  { sector: '民生', bureau: '区民政局' },
  { sector: '文化', bureau: '区文体旅广局' },
] as const;

/** Gives the imported studios to the four bureaus in turn, behind the program's back. */
function shareOut(file: string): void {
  const client = openClient(file, { readonly: false, fileMustExist: true });
  const ids = client.prepare<[], { id: string }>('SELECT id FROM studios ORDER BY id').all();
  const sectors = client.prepare<[], { id: string; name: string }>('SELECT id, name FROM sectors').all();
  const update = client.prepare<[string, string]>('UPDATE studios SET sector_id = ? WHERE id = ?');
  for (const [index, { id }] of ids.entries()) {
    const wanted = sectorBureaus[index % sectorBureaus.length]?.sector;
    update.run(sectors.find(({ name }) => name === wanted)?.id ?? '', id);
  }
  client.close();
}

/** A data folder of its own with a copy of a start register. */
export function copyOf({ file }: StartRegister): string {
  const dataFolder = join(mkdtempSync(join(place, 'walk-')), 'data');
  mkdirSync(dataFolder);
  copyFileSync(file, join(dataFolder, 'register.sqlite'));
  return dataFolder;
}
