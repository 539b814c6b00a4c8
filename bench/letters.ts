import { printedTexts } from '../test/templates/document-text.ts';
import { growthChart } from './growth-chart.ts';
import { letterData, letterFillers } from './letter-fillers.ts';
import { inTurn, measured } from './measured.ts';
import { type Growth, growthTable, medianOf, roundsTable, verdict } from './report-table.ts';
import type { Benchmark, Extent, Section } from './section.ts';

const names = Object.keys(letterFillers);
const fill = (name: string, count: number) => measured(import.meta.resolve('./fill-letters.ts'), [name, String(count)]);

/** Letters made by this program and by two libraries that fill templates. */
export const letters: Benchmark = {
  quick: { rounds: 1, count: 100, growth: [100, 1_000] },
  whole: { rounds: 3, count: 1_000, growth: [100, 1_000, 10_000] },
  run,
};

/** All of them print the same letter, or there is nothing to compare. */
export async function requireSameLetter(): Promise<void> {
  const texts = await Promise.all(
    Object.values(letterFillers).map(async (open) => printedTexts(await (await open())(letterData(0))).join('')),
  );
  if (new Set(texts).size !== 1) throw new Error('the letters differ: there is nothing to compare');
}

async function run({ rounds, count, growth }: Extent): Promise<Section> {
  await requireSameLetter();
  const taken = inTurn(names, rounds, (name) => fill(name, count));
  const [own = Number.NaN, ...peers] = [...taken.values()].map((each) => medianOf(each, 'milliseconds'));
  const faster = Math.min(...peers) / own;
  const cases = names.map((name): Growth => ({ name, points: growth.map((each) => ({ count: each, taken: fill(name, each) })) }));
  const text = `## 任务承诺书

${count} 份任务承诺书逐份存入文件夹，同一份内容（开始前核对三者印出的文字完全相同），各 ${rounds} 轮，交替进行，取中位数。

${roundsTable(taken, `${count} 份`)}

本程序是较快一个同类的 ${faster.toFixed(2)} 倍（目标 2 倍，${verdict(faster >= 2)}）。本程序做的更多：每个值先查缺漏，文号、金额大写、生僻字换字体，
同样的内容得到同样的字节；另两个只替换占位符，输出带当时的时间。

版式、页脚、字体表等不变的部件只生成、压缩一次（\`templates/kit/document-shell.ts\`），每份文书只写正文和属性两个部件。

份数增加时的毫秒：

${growthTable(cases, growth, '份', 'milliseconds')}

![任务承诺书](performance/letters.svg)

内存峰值（MB，整个进程）：

${growthTable(cases, growth, '份', 'megabytes')}

做完后回收一遍，仍占用的（堆和缓冲区，MB）：

${growthTable(cases, growth, '份', 'held')}
`;
  return { text, charts: { 'letters.svg': growthChart('任务承诺书', '份', cases) } };
}
