import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareCellsOf } from './bare-cells.ts';
import { storeCells } from './cells-file.ts';
import { filingWriters } from './filing-writers.ts';
import { growthChart } from './growth-chart.ts';
import { inTurn, measured, type Taken } from './measured.ts';
import { type Growth, growthTable, medianOf, roundsTable, verdict } from './report-table.ts';
import type { Benchmark, Extent, Section } from './section.ts';

const names = Object.keys(filingWriters);
const [own = ''] = names;
const few = 20;

/** The filing workbook, written by this program and, without its looks, by two libraries. */
export const filing: Benchmark = {
  quick: { rounds: 1, count: 1_000, growth: [100, 1_000] },
  whole: { rounds: 3, count: 10_000, growth: [100, 1_000, 10_000, 100_000] },
  run,
};

/** The workbook of so many studios as each writes it. */
async function writtenBy(name: string, count: number, cells: string): Promise<Uint8Array> {
  const ready = filingWriters[name];
  if (ready === undefined) throw new Error(`no one called ${name}`);
  return (await ready(count, cells))();
}

/** All of them write the same cells, or there is nothing to compare. */
export async function requireSameCells(folder: string): Promise<void> {
  const path = join(folder, 'same.jsonl');
  const wanted = await bareCellsOf(await writtenBy(own, few, ''));
  storeCells(path, wanted);
  // Where a row ends in blank cells one writes them and another does not.
  const said = (cells: typeof wanted): string =>
    JSON.stringify(
      [...cells].map(([sheet, rows]) => [sheet, rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1))]),
    );
  for (const name of names) {
    if (said(await bareCellsOf(await writtenBy(name, few, path))) !== said(wanted))
      throw new Error(`${name} writes other cells: there is nothing to compare`);
  }
}

async function run({ rounds, count, growth }: Extent): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-filing-'));
  try {
    await requireSameCells(folder);
    const files = new Map<number, string>();
    let cellCount = 0;
    for (const each of [few, ...growth.filter((size) => size <= count)]) {
      const cells = await bareCellsOf(await writtenBy(own, each, ''));
      const path = join(folder, `${each}.jsonl`);
      storeCells(path, cells);
      files.set(each, path);
      if (each === count) cellCount = [...cells.values()].flat().reduce((sum, row) => sum + row.length, 0);
    }
    const write = (name: string, size: number): Taken =>
      measured(import.meta.resolve('./write-filing.ts'), [name, String(size), files.get(size) ?? '', files.get(few) ?? '']);
    const taken = inTurn(names, rounds, (name) => write(name, count));
    const [ownRounds = [], sheetJs = []] = taken.values();
    const time = medianOf(ownRounds, 'milliseconds') / medianOf(sheetJs, 'milliseconds');
    const memory = medianOf(ownRounds, 'megabytes') / medianOf(sheetJs, 'megabytes');
    const added = (each: readonly Taken[]): number => medianOf(each, 'megabytes') - medianOf(each, 'before');
    const cases = names.map(
      (name): Growth => ({
        name,
        points: growth.filter((size) => name === own || size <= count).map((size) => ({ count: size, taken: write(name, size) })),
      }),
    );
    const text = `## 备案汇总表

${count} 个工作室的备案汇总表写成 .xlsx：汇总表 27 栏、成员名单、分领域汇总、填表说明和识别用的隐藏表，共 ${cellCount} 格，合每个工作室 ${(cellCount / count).toFixed(0)} 格（目标按 40 栏计）。
本程序从登记内容起：按笔画排序、逐条取指纹、合计与汇总公式、字体、边框、行高、底色、下拉、保护、页面设置。SheetJS 只写同样的格子，没有格式，也不压缩；
exceljs 写同样的格子，一种格式。开始前核对三者写出的格子完全相同。各 ${rounds} 轮，交替进行，取中位数。

${roundsTable(taken, `${count} 个工作室`)}

用时是 SheetJS 的 ${time.toFixed(2)} 倍（目标 1 倍以内，${verdict(time <= 1)}）。内存峰值是它的 ${memory.toFixed(2)} 倍（目标一半，${verdict(memory <= 0.5)}）；
除去各自开始前已有的（程序和库本身、登记内容或格子），是它的 ${(added(ownRounds) / added(sheetJs)).toFixed(2)} 倍。

格式、页面、保护、下拉由 exceljs 画；行由程序自己写成 XML，边写边压缩，不在内存里堆成对象（\`exchange/sheet-rows.ts\`，docs/decisions/0018）。

工作室增加时的毫秒：

${growthTable(cases, growth, '个', 'milliseconds')}

![备案汇总表](performance/filing.svg)

内存峰值（MB，整个进程）：

${growthTable(cases, growth, '个', 'megabytes')}
`;
    return { text, charts: { 'filing.svg': growthChart('备案汇总表', '个工作室', cases) } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
