import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** What a case took, as its process says. */
export interface Taken {
  readonly milliseconds: number;
  /** Peak of the whole process. */
  readonly megabytes: number;
  /** What the process had before the work began. */
  readonly before: number;
  /** Still held by the heap and by buffers once the garbage is collected. */
  readonly held: number;
}

const compiled = mkdtempSync(join(tmpdir(), 'bench-compiled-'));
process.once('exit', () => rmSync(compiled, { recursive: true }));

/**
 * Runs a case, the address of its script, in a process of its own, so that each has its own memory, as the window starts its desk process. What is compiled is kept
 * between the processes: the program as built has no TypeScript either.
 */
export function measured(script: string, args: readonly string[]): Taken {
  const said = execFileSync(process.execPath, ['--expose-gc', '--max-semi-space-size=16', fileURLToPath(script), ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(said) as Taken;
}

/**
 * The most memory this process had, in megabytes. Linux hands the parent's peak down in what `resourceUsage` says; its own status knows only
 * this program's.
 */
function peakMegabytes(): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '') ?? [];
  return (kibibytes === undefined ? process.resourceUsage().maxRSS : Number(kibibytes)) / 1024;
}

/** Does the work a case is about and says what it took. What it is to be warm for has been done before. */
export async function reportTaken(work: () => Promise<unknown>): Promise<void> {
  const before = peakMegabytes();
  const start = performance.now();
  await work();
  const milliseconds = performance.now() - start;
  const peak = peakMegabytes();
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc');
  await globalThis.gc({ execution: 'async', type: 'major' });
  const { heapUsed, external } = process.memoryUsage();
  const taken: Taken = { milliseconds, megabytes: peak, before, held: (heapUsed + external) / 2 ** 20 };
  process.stdout.write(JSON.stringify(taken));
}

/** Every case in turn, round by round, so that what else the machine does falls on all alike. */
export function inTurn(names: readonly string[], rounds: number, take: (name: string) => Taken): ReadonlyMap<string, readonly Taken[]> {
  const taken = new Map<string, Taken[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) for (const name of names) taken.get(name)?.push(take(name));
  return taken;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
