import { mkdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { Workflow } from '../../workflow/contract/contract.ts';
import { importPreviewSchema } from '../../workflow/contract/import.ts';
import { openWorkflow } from '../../workflow/service.ts';
import { fixture } from '../workflow/new-desk.ts';
import { type FuzzCase, fuzzCases } from './fuzz-case.ts';
import { dataFolderOf, readPlan, seats, stages } from './fuzz-folder.ts';

/** What a case came to; `megabytes` is the most the process ever took, `seconds` of its processor. */
export interface CaseResult {
  readonly number: number;
  readonly change: string;
  readonly result: 'previewed' | 'refused' | 'failed';
  readonly seconds: number;
  readonly megabytes: number;
  readonly fault?: string;
}

/** A case whose file is made, and the desk that looks at it. */
export interface BegunCase extends Pick<FuzzCase, 'change' | 'stage' | 'seat'> {
  readonly number: number;
  readonly path: string;
}

/*
 * `node preview-cases.ts FOLDER SEED FROM UNTIL STEP`: makes every STEP-th case of a seed in FOLDER/cases and previews it at its desk. The case is
 * said before, its result after, so that it is known which one a process does not come back from. `node preview-cases.ts FOLDER CASE` looks at
 * one that is made already: what making it took does not count as what reading it takes.
 */
const [folder = '', ...words] = process.argv.slice(2);
const plan = readPlan(folder);

async function* casesToLookAt(): AsyncGenerator<BegunCase> {
  const [made = ''] = words;
  if (words.length === 1) {
    yield JSON.parse(made) as BegunCase;
    return;
  }
  const [seed = 0, from = 0, until = 0, step = 1] = words.map(Number);
  const caseOf = fuzzCases(plan, folder, seed);
  mkdirSync(join(folder, 'cases'), { recursive: true });
  for (let number = from; number < until; number += step) {
    const { change, stage, seat: at, fileName, bytes } = await caseOf(number);
    const path = join(folder, 'cases', fileName);
    writeFileSync(path, bytes);
    yield { number, change, stage, seat: at, path };
  }
}
let seat: string = seats['sector-bureau'];
const desks = new Map(
  stages.map((stage) => {
    const options = {
      dataFolder: dataFolderOf(folder, stage),
      today: () => plainDate(plan.days[stage]),
      now: () => `${plan.days[stage]}T01:00:00.000Z`,
      sampleWorkbook: fixture,
      get seat() {
        return seat;
      },
    };
    return [stage, openWorkflow(options)];
  }),
);

/** What keeps the error report of a file from being written, or from being read again when it comes back. */
async function faultOfReport(desk: Workflow, path: string): Promise<string | undefined> {
  const target = `${path}-report.xlsx`;
  try {
    await desk.writeErrorReport({ path, target });
    await openWorkbook(readFileSync(target), target);
    rmSync(target);
    return undefined;
  } catch (fault) {
    return `错误标注：${fault instanceof Error ? String(fault.stack) : String(fault)}`;
  }
}

/** What is wrong with the answer to a file, or nothing. */
async function judged(each: BegunCase): Promise<Pick<CaseResult, 'result' | 'fault'>> {
  seat = each.seat;
  try {
    const desk = desks.get(each.stage)?.workflow;
    if (desk === undefined) throw new Error(`no desk ${each.stage}`);
    const preview = importPreviewSchema.parse(await desk.previewImport({ path: each.path }));
    const fault = preview.rows.some(({ errors }) => errors.length > 0) ? await faultOfReport(desk, each.path) : undefined;
    return fault === undefined ? { result: 'previewed' } : { result: 'failed', fault };
  } catch (fault) {
    if (!(fault instanceof Refusal)) return { result: 'failed', fault: fault instanceof Error ? String(fault.stack) : String(fault) };
    return /^无法\p{Script=Han}/u.test(fault.message) ? { result: 'refused' } : { result: 'failed', fault: `不成句：${fault.message}` };
  }
}

for await (const each of casesToLookAt()) {
  writeSync(1, `${JSON.stringify(each)}\n`);
  const began = process.cpuUsage();
  const outcome = await judged(each);
  const { user, system } = process.cpuUsage(began);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const { number, change } = each;
  const result: CaseResult = { number, change, ...outcome, seconds: (user + system) / 1e6, megabytes };
  writeSync(1, `${JSON.stringify(result)}\n`);
}
for (const { close } of desks.values()) close();
