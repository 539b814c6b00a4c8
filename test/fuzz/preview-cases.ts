import { mkdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
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

/*
 * `node preview-cases.ts FOLDER SEED FROM UNTIL STEP`: previews every STEP-th case of a seed at its desk. Each case's file lies in FOLDER/cases while
 * it is looked at, so that it is there when the process does not come back; its number is said before, its result after.
 */
const [folder = '', ...words] = process.argv.slice(2);
const [seed = 0, from = 0, until = 0, step = 1] = words.map(Number);
const plan = readPlan(folder);
const caseOf = fuzzCases(plan, folder, seed);
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

/** What is wrong with the answer to a file, or nothing. */
async function judged(each: FuzzCase, path: string): Promise<Pick<CaseResult, 'result' | 'fault'>> {
  seat = each.seat;
  try {
    const preview = await desks.get(each.stage)?.workflow.previewImport({ path });
    importPreviewSchema.parse(preview);
    return { result: 'previewed' };
  } catch (fault) {
    if (!(fault instanceof Refusal)) return { result: 'failed', fault: fault instanceof Error ? String(fault.stack) : String(fault) };
    return /^无法\p{Script=Han}/u.test(fault.message) ? { result: 'refused' } : { result: 'failed', fault: `不成句：${fault.message}` };
  }
}

mkdirSync(join(folder, 'cases'), { recursive: true });
for (let number = from; number < until; number += step) {
  const each = await caseOf(number);
  const path = join(folder, 'cases', each.fileName);
  writeFileSync(path, each.bytes);
  writeSync(1, `${JSON.stringify({ number, change: each.change, path })}\n`);
  const began = process.cpuUsage();
  const outcome = await judged(each, path);
  const { user, system } = process.cpuUsage(began);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const result: CaseResult = { number, change: each.change, ...outcome, seconds: (user + system) / 1e6, megabytes };
  if (outcome.result !== 'failed') rmSync(path);
  writeSync(1, `${JSON.stringify(result)}\n`);
}
for (const { close } of desks.values()) close();
