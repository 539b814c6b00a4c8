import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { filing } from './filing.ts';
import { importing } from './import.ts';
import { letters } from './letters.ts';
import type { Benchmark, Section } from './section.ts';

/**
 * `npm run bench`: what this program does against libraries that do the same or less, in one run. What it says is written to
 * `docs/performance.md` with its charts. `--quick` does little of it and `--only NAME` one benchmark, both only to be seen. A benchmark, never a
 * test: nothing fails for being slow.
 */
const benchmarks: Readonly<Record<string, Benchmark>> = { letters, filing, import: importing };

const { values: asked } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } });
const chosen = Object.entries(benchmarks).filter(([name]) => asked.only === undefined || asked.only === name);
if (chosen.length === 0) throw new Error(`no benchmark ${asked.only ?? ''}: there are ${Object.keys(benchmarks).join(', ')}`);

const sections: Section[] = [];
for (const [, { quick, whole, run }] of chosen) sections.push(await run(asked.quick ? quick : whole));

const report = `# 速度

由 \`npm run bench\` 写出，不手改。每轮各在自己的进程里，先热身再计时；都以 \`--max-semi-space-size=16\` 运行，与窗口启动办事进程时一样：新生代不再越做越大。
${cpus()[0]?.model ?? ''} × ${cpus().length}，${platform()} ${arch()}，Node ${process.version}。

${sections.map(({ text }) => text).join('\n')}`;

if (asked.quick || asked.only !== undefined) process.stdout.write(report);
else {
  const docs = resolve(import.meta.dirname, '..', 'docs');
  const charts = join(docs, 'performance');
  mkdirSync(charts, { recursive: true });
  writeFileSync(join(docs, 'performance.md'), report);
  for (const { charts: drawn } of sections) for (const [name, chart] of Object.entries(drawn)) writeFileSync(join(charts, name), chart);
}
