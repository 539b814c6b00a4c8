import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { life } from './headless/life-steps.ts';
import { runDesk } from './headless/run-desk.ts';
import { convertWithLibreOffice } from './machine/convert-with-libreoffice.ts';
import { drawSmallPages } from './machine/draw-small-pages.ts';
import { repository } from './machine/runtime-folder.ts';
import { fixture } from './workflow/new-desk.ts';

/**
 * Makes the pictures in `docs/pictures/workbooks` again: every page of the three workbooks of the demonstration, and the first page of every
 * other kind as it is written in the course of the life that `docs/full-life.md` tells. Documents are drawn by `npm run documents`, the
 * window's own pictures by its tests, as `npm run pictures` has them do.
 */
const target = join(repository, 'docs/pictures/workbooks');

/** Of the demonstration. */
const whole = ['备案汇总表', '标出错误', '空白'];

const education = '区教育局';
const hr = '区人力资源局';
const office = '区委人才工作领导小组办公室';
const studio = '方予安小学语文名师工作室';

/** Which workbooks are written at the end of which day, by whom: the line of `desk` without its file, and the name of the picture. */
const written: Readonly<Record<string, readonly (readonly [seat: string, line: string, name: string])[]>> = {
  '2026-08-10': [[education, 'export application-form', '申报表（空白）']],
  '2026-08-26': [[hr, `export filing-receipt --to ${education}`, '备案回执']],
  '2026-09-03': [[education, 'export recommendation', '推荐汇总表']],
  '2026-09-08': [
    [hr, 'export score-sheet --to 钟离恒', '专家评分表'],
    [hr, 'export score-summary', '专家评分汇总表'],
  ],
  '2026-11-10': [
    [hr, `export round-result --to ${education}`, '评选结果'],
    [hr, `export activity-ledger --studio ${studio}`, '活动台账（空白）'],
    [hr, `export expense-ledger --studio ${studio}`, '经费台账'],
    [hr, 'export roster', '花名册'],
    [hr, 'measures --export', '参数表'],
  ],
  '2027-11-08': [[hr, 'export annual-summary', '年度汇总表']],
  '2028-09-20': [[hr, 'export assessment-approval', '考核结果报审表']],
  '2028-10-09': [[office, `export assessment-decision --to ${hr}`, '考核审定结果']],
};

const work = mkdtempSync(join(tmpdir(), 'pictures-'));
const made = (name: string): string => join(work, 'written', `${name}.xlsx`);

async function desk(...line: readonly string[]): Promise<void> {
  const { code, stderr } = await runDesk(...line);
  if (code !== 0) throw new Error(`desk ${line.join(' ')} ended with ${code}: ${stderr}`);
}

/** Lives the life and writes each workbook on its day. Steps of the life are refused where they mean to be. */
async function writeThroughLife(): Promise<void> {
  const steps = life.flatMap((chapter) => chapter.steps);
  for (const [index, { day, seat, line }] of steps.entries()) {
    const words = line.split(' ').map((word) => (word === '申报汇总表.xlsx' ? fixture : word));
    await runDesk('--data', join(work, 'data'), '--seat', seat, '--today', day, ...words);
    if (steps[index + 1]?.day === day) continue;
    for (const [by, asked, name] of written[day] ?? []) {
      const file = asked.endsWith('--export') ? [made(name)] : ['--out', made(name)];
      await desk('--data', join(work, 'data'), '--seat', by, '--today', day, ...asked.split(' '), ...file);
    }
  }
}

try {
  for (const folder of ['written', 'drawn', 'data']) mkdirSync(join(work, folder));
  await desk('demo', '--out', join(work, 'out'));
  await writeThroughLife();
  const shown = join(work, 'out', '表格');
  const demonstrated = readdirSync(shown).filter((file) => whole.some((part) => file.includes(part)));
  const names = Object.values(written).flatMap((own) => own.map(([, , name]) => name));
  const files = [...demonstrated.map((file) => join(shown, file)), ...names.map(made)];
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const pdf of await convertWithLibreOffice(files, 'pdf', join(work, 'drawn'))) {
    const pages = await drawSmallPages(pdf, join(work, 'drawn'), 100);
    const kept = names.includes(basename(pdf, '.pdf')) ? pages.slice(0, 1) : pages;
    for (const page of kept) copyFileSync(page, join(target, basename(page)));
  }
} finally {
  rmSync(work, { recursive: true });
}
