import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook } from '../../exchange/open-workbook.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { incomingKinds } from '../../workflow/exchange/incoming-kinds.ts';
import { openWorkflow } from '../../workflow/service.ts';
import { sampleOfEveryKind } from '../exchange/sample-of-every-kind.ts';
import { makeStartRegisters, type StartRegister, withCopyOf } from '../workflow/model/start-registers.ts';
import { fixture } from '../workflow/new-desk.ts';
import { dataFolderOf, type Format, type FuzzPlan, type Seed, type Stage, seats, stages } from './fuzz-folder.ts';
import { saveSheets } from './save-sheets.ts';

/*
 * `node --import same-ids.ts fill-folder.ts FOLDER`: makes the registers that receive files, and the files: one of every kind from the samples
 * and one of every kind each register can write, each also as .xls, .ods and .csv.
 */
const [folder = ''] = process.argv.slice(2);
mkdirSync(join(folder, 'seeds'), { recursive: true });
const seeds: Seed[] = [];

async function keep(kind: string, stage: Stage | null, bytes: Uint8Array): Promise<void> {
  const formats: readonly Format[] = ['xlsx', 'xls', 'ods', 'csv'];
  const { sheets } = await openWorkbook(bytes, kind);
  for (const format of formats) {
    const file = `${seeds.length}-${kind}-${stage ?? 'sample'}.${format}`;
    writeFileSync(join(folder, 'seeds', file), format === 'xlsx' ? bytes : saveSheets(sheets, format));
    seeds.push({ file, kind, format, stage });
  }
}

async function keepExports(start: StartRegister, stage: Stage): Promise<void> {
  await withCopyOf(start, async (dataFolder) => {
    for (const seat of Object.values(seats)) {
      const today = () => plainDate(start.day);
      const { workflow, close } = openWorkflow({
        dataFolder,
        seat,
        today,
        now: () => `${start.day}T01:00:00.000Z`,
        sampleWorkbook: fixture,
      });
      const studioIds = (await workflow.listStudios({})).map(({ id }) => id);
      for (const { id: kind, about, recipients } of await workflow.listExports({})) {
        if (!incomingKinds.some(({ id }) => id === kind)) continue;
        const choices =
          about === 'studio'
            ? studioIds.map((studioId) => ({ studioId }))
            : about === 'year' || about === 'nothing'
              ? [{}]
              : recipients.map((to) => ({ to }));
        const target = join(dataFolder, '..', 'seed.xlsx');
        for (const choice of choices) {
          const written = await workflow.exportFile({ kind, target, ...choice }).catch((fault: unknown) => {
            // Not every studio has this to write; the next one may.
            if (fault instanceof Refusal) return undefined;
            throw fault;
          });
          if (written === undefined) continue;
          await keep(kind, stage, new Uint8Array(readFileSync(target)));
          break;
        }
      }
      close();
    }
  });
}

const registers = await makeStartRegisters();
try {
  for (const sample of await sampleOfEveryKind()) await keep(sample.id, null, sample.written.bytes);
  const days: Partial<Record<Stage, string>> = {};
  for (const stage of stages) {
    const start = registers.starts.find(({ name }) => name === stage);
    if (start === undefined) throw new Error(`no register of the stage ${stage}`);
    mkdirSync(dataFolderOf(folder, stage), { recursive: true });
    copyFileSync(start.file, join(dataFolderOf(folder, stage), 'register.sqlite'));
    days[stage] = start.day;
    await keepExports(start, stage);
  }
  writeFileSync(
    join(folder, 'plan.json'),
    JSON.stringify({ days, seeds } satisfies { days: Partial<FuzzPlan['days']>; seeds: readonly Seed[] }),
  );
} finally {
  registers.remove();
}
