import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { printedTexts } from '../test/templates/document-text.ts';
import { letterData, letterFillers } from './letter-fillers.ts';

/**
 * `npm run bench`: letters made by this program and by two libraries that fill templates, in one run, and what it says is written to
 * `docs/performance.md`. `--quick` makes few. A benchmark, never a test: nothing fails for being slow.
 */
const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 3;
const letters = quick ? 100 : 1_000;
const growth = quick ? [100, 1_000] : [100, 1_000, 10_000];
const names = Object.keys(letterFillers);

interface Taken {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly held: number;
}

function fill(name: string, count: number): Taken {
  const said = execFileSync(
    process.execPath,
    // As the window starts its desk process.
    ['--expose-gc', '--max-semi-space-size=16', fileURLToPath(import.meta.resolve('./fill-letters.ts')), name, String(count)],
    {
      encoding: 'utf8',
    },
  );
  return JSON.parse(said) as Taken;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** All of them print the same letter, or there is nothing to compare. */
async function requireSameLetter(): Promise<void> {
  const texts = await Promise.all(
    Object.values(letterFillers).map(async (open) => printedTexts(await (await open())(letterData(0))).join('')),
  );
  if (new Set(texts).size !== 1) throw new Error('the letters differ: there is nothing to compare');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

await requireSameLetter();
// Round by round, each in turn, so that what else the machine does falls on all alike.
const speeds = new Map<string, number[]>(names.map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const name of names) speeds.get(name)?.push(fill(name, letters).milliseconds);
}
const medians = new Map([...speeds].map(([name, values]) => [name, median(values)]));
const [own = '', ...peers] = names;
const ownTime = medians.get(own) ?? Number.NaN;
const fastest = Math.min(...peers.map((name) => medians.get(name) ?? Number.NaN));
const memory = names.map((name) => ({ name, taken: growth.map((count) => fill(name, count)) }));
const memoryTable = (of: 'megabytes' | 'held'): string =>
  table(
    ['', ...growth.map((count) => `${count} 份`)],
    memory.map(({ name, taken }) => [name, ...taken.map((each) => each[of].toFixed(0))]),
  );

const report = `# 速度

由 \`npm run bench\` 写出，不手改。${letters} 份任务承诺书逐份存入文件夹，同一份内容（开始前核对三者印出的文字完全相同），各 ${rounds} 轮，交替进行，取中位数；每轮各在自己的进程里。
${cpus()[0]?.model ?? ''} × ${cpus().length}，${platform()} ${arch()}，Node ${process.version}。

${table(
  ['', `${letters} 份，毫秒（中位数）`, '最快—最慢', '每份毫秒', '相对本程序'],
  names.map((name) => {
    const values = speeds.get(name) ?? [];
    const middle = medians.get(name) ?? Number.NaN;
    const range = `${Math.min(...values).toFixed(0)}—${Math.max(...values).toFixed(0)}`;
    return [name, middle.toFixed(0), range, (middle / letters).toFixed(2), `${(middle / ownTime).toFixed(2)} 倍`];
  }),
)}

本程序是较快一个同类的 ${(fastest / ownTime).toFixed(2)} 倍（目标 2 倍${fastest / ownTime >= 2 ? '，达到' : '，没有达到'}）。本程序做的更多：每个值先查缺漏，文号、金额大写、生僻字换字体，
同样的内容得到同样的字节；另两个只替换占位符，输出带当时的时间。

## 内存峰值（MB，整个进程）

${memoryTable('megabytes')}

三者都以 \`--max-semi-space-size=16\` 运行，与窗口启动办事进程时一样：新生代不再越做越大。做完后回收一遍，仍占用的（堆和缓冲区，MB）：

${memoryTable('held')}

## 为什么快

版式、页脚、字体表等不变的部件只生成、压缩一次（\`templates/kit/document-shell.ts\`），每份文书只写正文和属性两个部件。
`;
if (quick) process.stdout.write(report);
else writeFileSync(resolve(import.meta.dirname, '..', 'docs', 'performance.md'), report);
