import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { recogniseKind } from '../../exchange/workbook-kinds.ts';
import { Refusal } from '../../policy/refusal.ts';

/** What opening and recognising a file came to, and what it cost: seconds of the processor, and megabytes of the whole process. */
export interface Measured {
  /** The kind that was recognised, `nothing`, or the refusal. */
  readonly outcome: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/*
 * `node open-and-measure.ts FILE`: opens a file in a process that has opened nothing else, and prints what it came to.
 */
const [path = ''] = process.argv.slice(2);

async function open(): Promise<string> {
  try {
    return recogniseKind(await openWorkbook(readFileSync(path), basename(path)))?.id ?? 'nothing';
  } catch (fault) {
    if (fault instanceof Refusal) return fault.message;
    throw fault;
  }
}

/** The most memory this process had: on Linux `maxRSS` begins with what the process had that started this one. */
function peak(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

const before = process.cpuUsage();
const outcome = await open();
const { user, system } = process.cpuUsage(before);
const measured: Measured = {
  outcome,
  seconds: (user + system) / 1e6,
  megabytes: Math.round(peak() / 1024),
};
console.log(JSON.stringify(measured));
