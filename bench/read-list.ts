import process from 'node:process';
import { listReaders } from './list-readers.ts';
import { reportTaken } from './measured.ts';

/** Reads an application list: `read-list.ts NAME REGISTER FILE WARM`, the last one a short list to be warm for. */
const [name = '', register = '', path = '', warm = ''] = process.argv.slice(2);
const ready = listReaders[name];
if (ready === undefined) throw new Error(`no one called ${name}`);
const { read, close } = await ready(register);
await read(warm);
await reportTaken(() => read(path));
close();
