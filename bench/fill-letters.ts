import process from 'node:process';
import { letterData, letterFillers } from './letter-fillers.ts';

/** Makes letters in a process of its own, so that each has its own memory: `node bench/fill-letters.ts NAME COUNT` prints what it took. */
const [name = '', count = ''] = process.argv.slice(2);
const open = letterFillers[name];
if (open === undefined) throw new Error(`no one called ${name}`);
const fill = await open();
for (let index = 0; index < 20; index += 1) await fill(letterData(index));
const start = performance.now();
let bytes = 0;
for (let index = 0; index < Number(count); index += 1) bytes += (await fill(letterData(index))).length;
const milliseconds = performance.now() - start;
process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, bytes }));
