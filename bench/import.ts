import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { plainDate } from '../policy/plain-date.ts';
import { openWorkflow } from '../workflow/service.ts';
import { growthChart } from './growth-chart.ts';
import { applicationList, stateInRegister } from './import-list.ts';
import { listReaders } from './list-readers.ts';
import { inTurn, measured, type Taken } from './measured.ts';
import { type Growth, growthTable, medianOf, roundsTable, verdict } from './report-table.ts';
import type { Benchmark, Extent, Section } from './section.ts';

const names = Object.keys(listReaders);
const [own = ''] = names;
const few = 100;

/** The import of an application list up to its preview, against a library that only reads the file. */
export const importing: Benchmark = {
  quick: { rounds: 1, count: 1_000, growth: [100, 1_000] },
  // More than 50,000 rows are refused.
  whole: { rounds: 3, count: 10_000, growth: [100, 1_000, 10_000, 40_000] },
  run,
};

/** A register with so many applications. */
export async function registerWith(count: number, folder: string): Promise<string> {
  const dataFolder = join(folder, '数据');
  const day = plainDate('2026-08-10');
  const { workflow, close } = openWorkflow({ dataFolder, today: () => day, now: () => `${day}T01:00:00.000Z`, sampleWorkbook: '' });
  await workflow.initialise({ seat: '区教育局', contact: { person: '何思齐', phone: '027-88000000' } });
  const path = join(folder, '已有.xlsx');
  writeFileSync(path, await applicationList(count, 'first'));
  await workflow.applyImport({ path });
  close();
  return dataFolder;
}

/** Every row of the file is read by all, and previewed as what it is. */
export async function requireEveryRow(register: string, path: string, count: number, known: number): Promise<void> {
  const states = Map.groupBy(
    Array.from({ length: count }, (_, index) => stateInRegister(index, known)),
    (state) => state,
  );
  const previewed = Object.fromEntries([...states].map(([state, rows]) => [state, rows.length]));
  for (const [name, open] of Object.entries(listReaders)) {
    const { read, close } = await open(register);
    const outcome = await read(path);
    close();
    const wanted = name === own ? previewed : { read: count };
    if (!isDeepStrictEqual({ ...outcome }, wanted))
      throw new Error(`${name} finds ${JSON.stringify(outcome)} and not ${JSON.stringify(wanted)}`);
  }
}

async function run({ rounds, count, growth }: Extent): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  try {
    const known = count / 2;
    const register = await registerWith(known, folder);
    const files = new Map<number, string>();
    for (const each of new Set([few, ...growth])) {
      const path = join(folder, `${each}.xlsx`);
      writeFileSync(path, await applicationList(each, 'later'));
      files.set(each, path);
    }
    await requireEveryRow(register, files.get(count) ?? '', count, known);
    const read = (name: string, size: number): Taken =>
      measured(import.meta.resolve('./read-list.ts'), [name, register, files.get(size) ?? '', files.get(few) ?? '']);
    const taken = inTurn(names, rounds, (name) => read(name, count));
    const [preview = [], peer = []] = taken.values();
    const ratio = medianOf(preview, 'milliseconds') / medianOf(peer, 'milliseconds');
    const cases = names.map((name): Growth => ({ name, points: growth.map((size) => ({ count: size, taken: read(name, size) })) }));
    const text = `## 导入申报汇总表

${count} 行、19 栏的申报汇总表，登记库里已有其中 ${known} 个工作室。本程序从文件做到预览：安全检查、识别种类、规整、校验、与登记库比对、列出每行的变化；
read-excel-file 只读同一个文件。开始前核对每一行都已读到，预览的结果逐类相符。各 ${rounds} 轮，交替进行，取中位数。

${roundsTable(taken, `${count} 行`)}

用时是只读文件的 ${ratio.toFixed(2)} 倍（目标 2 倍以内，${verdict(ratio <= 2)}）。

行数增加时的毫秒（登记库不变；超过 50,000 行的文件拒绝导入）：

${growthTable(cases, growth, '行', 'milliseconds')}

![导入申报汇总表](performance/import.svg)

内存峰值（MB，整个进程）：

${growthTable(cases, growth, '行', 'megabytes')}
`;
    return { text, charts: { 'import.svg': growthChart('导入申报汇总表', '行', cases) } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
