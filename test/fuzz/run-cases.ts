import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openRegisterForReading } from '../../db/open-register.ts';
import { dumpWithoutIds } from '../workflow/model/dump-register.ts';
import { dataFolderOf, stages } from './fuzz-folder.ts';
import type { BegunCase, CaseResult } from './preview-cases.ts';

const previewCases = fileURLToPath(new URL('preview-cases.ts', import.meta.url));
const fillScript = fileURLToPath(new URL('fill-folder.ts', import.meta.url));
const sameIds = fileURLToPath(new URL('same-ids.ts', import.meta.url));

/** What a file may cost, whatever it holds: seconds of the processor, and megabytes of the whole process. */
const mostSeconds = 10;
const mostMegabytes = 500;
/** Seconds by the clock after which a case is a hang, on however busy a machine. */
const patience = 60;
/** So much more in one case is worth a look in a process that has made and read nothing else. */
const jump = 32;
/** The garbage of many files is to be collected, not counted. */
const smallHeap = ['--max-old-space-size=320', '--max-semi-space-size=8'];

/** A case that did not end well, and where its file lies. */
export interface Failure {
  readonly number: number;
  readonly change: string;
  readonly path: string;
  readonly fault: string;
}

/** Cases by change and by what came of them, and those that failed. */
export interface FuzzTally {
  readonly counts: Map<string, { previewed: number; refused: number }>;
  readonly failures: Failure[];
  slowest: number;
  /** The most memory of a process that made cases and looked at them, in megabytes. */
  largest: number;
}

/** Runs cases in a process of their own. Says how far it came: a process that hangs or ends is ended, and its last case a failure. */
async function runProcess(words: readonly string[], heard: (begun: BegunCase, result: CaseResult) => void): Promise<Failure | undefined> {
  const child = spawn(process.execPath, [...smallHeap, previewCases, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let begun: BegunCase | undefined;
  let fault = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2000);
  });
  const watchdog = setTimeout(() => {
    fault = `did not end within ${patience} s`;
    child.kill('SIGKILL');
  }, patience * 1000);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for await (const line of createInterface({ input: child.stdout })) {
    watchdog.refresh();
    const said = JSON.parse(line) as BegunCase | CaseResult;
    if ('path' in said) begun = said;
    else if (begun !== undefined) heard(begun, said);
  }
  const code = await ended;
  clearTimeout(watchdog);
  if (code === 0) return undefined;
  const ending = fault === '' ? `the process ended with ${code}: ${errors}` : fault;
  if (begun === undefined) throw new Error(`no case was begun: ${ending}`);
  return { ...begun, fault: ending };
}

/** Everything in a folder of data: the registers row by row, and every file with the SHA-256 of what it holds. */
export function stateOf(folder: string): string {
  return stages
    .map((stage) => {
      const register = openRegisterForReading(dataFolderOf(folder, stage));
      try {
        return [...filesOf(dataFolderOf(folder, stage)), dumpWithoutIds(register.db)].join('\n');
      } finally {
        register.close();
      }
    })
    .join('\n');
}

/** A register without the two counters SQLite moves on whenever it is opened for writing (file format, 1.3.9 and 1.3.17); other files as they are. */
function withoutCounters(bytes: Buffer): Buffer {
  return bytes.toString('latin1', 0, 15) === 'SQLite format 3' ? bytes.fill(0, 24, 28).fill(0, 92, 96) : bytes;
}

function filesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return (
    files
      // The write-ahead log, its index and the lock come and go with who has the register open; what a log holds is in the rows.
      .filter(({ name }) => !/-(?:wal|shm)$|\.lock$/u.test(name))
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()
      .map(
        (path) =>
          `${path} ${createHash('sha256')
            .update(withoutCounters(readFileSync(path)))
            .digest('hex')}`,
      )
  );
}

function faultOf({ result, fault, seconds }: CaseResult): string | undefined {
  if (result === 'failed') return fault ?? 'failed';
  return seconds > mostSeconds ? `took ${seconds} s of the processor` : undefined;
}

/** Runs every `step`-th case of a seed from a number on; after a process that ended early goes on with the next case. */
export async function runCases(folder: string, seed: number, from: number, until: number, step: number, tally: FuzzTally): Promise<void> {
  let next = from;
  const large: BegunCase[] = [];
  while (next < until) {
    const words = [folder, seed, next, until, step].map(String);
    let peak = mostMegabytes;
    const failure = await runProcess(words, (begun, result) => {
      next = result.number + step;
      const count = tally.counts.get(result.change) ?? { previewed: 0, refused: 0 };
      tally.counts.set(result.change, count);
      if (result.result !== 'failed') count[result.result] += 1;
      tally.slowest = Math.max(tally.slowest, result.seconds);
      tally.largest = Math.max(tally.largest, result.megabytes);
      const fault = faultOf(result);
      if (fault !== undefined) tally.failures.push({ ...begun, fault });
      if (result.megabytes > peak + jump) large.push(begun);
      else if (fault === undefined) rmSync(begun.path);
      peak = Math.max(peak, result.megabytes);
    });
    if (failure === undefined) break;
    tally.failures.push(failure);
    next = failure.number + step;
  }
  for (const each of large) {
    const failure = await runProcess([folder, JSON.stringify(each)], (begun, { megabytes }) => {
      if (megabytes > mostMegabytes) tally.failures.push({ ...begun, fault: `took ${megabytes} MB` });
    });
    if (failure !== undefined) tally.failures.push(failure);
  }
}

/** Makes the registers and seeds of all cases in a folder; the same in every run. */
export async function fillFolder(folder: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', sameIds, fillScript, folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0 || !existsSync(join(folder, 'plan.json'))) throw new Error(`the registers could not be made: ${code}`);
}
