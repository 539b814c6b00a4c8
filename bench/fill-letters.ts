import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { letterData, letterFillers } from './letter-fillers.ts';
import { reportTaken } from './measured.ts';

/** Makes letters into a folder: `fill-letters.ts NAME COUNT`. */
const [name = '', count = ''] = process.argv.slice(2);
const open = letterFillers[name];
if (open === undefined) throw new Error(`no one called ${name}`);
const fill = await open();
for (let index = 0; index < 20; index += 1) await fill(letterData(index));
const folder = mkdtempSync(join(tmpdir(), 'letters-'));
await reportTaken(async () => {
  for (let index = 0; index < Number(count); index += 1) writeFileSync(join(folder, `${index}.docx`), await fill(letterData(index)));
});
rmSync(folder, { recursive: true });
