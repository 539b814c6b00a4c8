import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { type KindSample, sampleOfEveryKind } from './sample-of-every-kind.ts';

/** What reading gives of each row, without where it stands. */
export async function readBack({ read }: KindSample, bytes: Uint8Array, fileName: string): Promise<readonly object[]> {
  const { rows } = await read(bytes, fileName);
  return rows.map(({ record, recordId, baseHash, errors }) => ({ record, recordId, baseHash, errors }));
}

/** Reads the workbooks of some folders, each file named after its kind, in the time zone of this process. */
async function readSavedKinds(folders: readonly string[]): Promise<readonly Readonly<Record<string, readonly object[]>>[]> {
  const samples = new Map((await sampleOfEveryKind()).map((sample) => [sample.id, sample]));
  const readOne = async (folder: string, name: string) => {
    const sample = samples.get(parse(name).name);
    if (sample === undefined) throw new Error(`no kind ${name}`);
    return [sample.id, await readBack(sample, readFileSync(join(folder, name)), name)] as const;
  };
  // One after another, as a clerk opens them: each has a thread of its own, with limits of time and memory that are the process's.
  const read: Readonly<Record<string, readonly object[]>>[] = [];
  for (const folder of folders) {
    const kinds: Record<string, readonly object[]> = {};
    for (const name of readdirSync(folder)) {
      const [id, rows] = await readOne(folder, name);
      kinds[id] = rows;
    }
    read.push(kinds);
  }
  return read;
}

if (import.meta.main) process.stdout.write(JSON.stringify(await readSavedKinds(process.argv.slice(2))));
