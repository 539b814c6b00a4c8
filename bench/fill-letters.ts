import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { letterData, letterFillers } from './letter-fillers.ts';

/**
 * Makes letters into a folder, in a process of its own, so that each has its own memory: `node --expose-gc bench/fill-letters.ts NAME COUNT` prints what it took: the
 * peak of the whole process, which V8 lets grow while there is room, and what is still held once the garbage is collected.
 */
const [name = '', count = ''] = process.argv.slice(2);
const open = letterFillers[name];
if (open === undefined) throw new Error(`no one called ${name}`);
const fill = await open();
for (let index = 0; index < 20; index += 1) await fill(letterData(index));
const folder = mkdtempSync(join(tmpdir(), 'letters-'));
const start = performance.now();
let bytes = 0;
for (let index = 0; index < Number(count); index += 1) {
  const made = await fill(letterData(index));
  writeFileSync(join(folder, `${index}.docx`), made);
  bytes += made.length;
}
const milliseconds = performance.now() - start;
rmSync(folder, { recursive: true });
const megabytes = process.resourceUsage().maxRSS / 1024;
if (globalThis.gc === undefined) throw new Error('run with --expose-gc');
await globalThis.gc({ execution: 'async', type: 'major' });
const { heapUsed, external } = process.memoryUsage();
process.stdout.write(JSON.stringify({ milliseconds, megabytes, held: (heapUsed + external) / 2 ** 20, bytes }));
