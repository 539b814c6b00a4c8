import process from 'node:process';
import { filingWriters } from './filing-writers.ts';
import { reportTaken } from './measured.ts';

/** Writes a filing workbook into memory: `write-filing.ts NAME COUNT CELLS WARM`, both files of finished cells, the second of a few studios. */
const [name = '', count = '', cells = '', warm = ''] = process.argv.slice(2);
const ready = filingWriters[name];
if (ready === undefined) throw new Error(`no one called ${name}`);
await (await ready(20, warm))();
const write = await ready(Number(count), cells);
await reportTaken(write);
