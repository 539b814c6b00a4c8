import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { runDesk } from '../electron/headless/run-desk.ts';
import { convertWithLibreOffice } from './machine/convert-with-libreoffice.ts';
import { renderPages } from './machine/render-pages.ts';
import { repository } from './machine/runtime-folder.ts';

/**
 * Makes the pictures in `docs/pictures/` again: every page of each kind of workbook of the demonstration. Documents are drawn by
 * `npm run documents`, the window's own pictures by its tests, as `npm run pictures` has them do.
 */
const pictures = join(repository, 'docs/pictures');

/** One of each kind is enough to look at. */
const wanted = ['备案汇总表', '标出错误', '空白'];

const work = mkdtempSync(join(tmpdir(), 'pictures-'));
try {
  const code = await runDesk(['demo', '--out', join(work, 'out')]);
  if (code !== 0) throw new Error(`desk demo ended with ${code}`);
  const from = join(work, 'out', '表格');
  const files = readdirSync(from).filter((file) => wanted.some((part) => file.includes(part)));
  const target = join(pictures, 'workbooks');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const drawn = join(work, 'drawn');
  mkdirSync(drawn);
  for (const pdf of await convertWithLibreOffice(
    files.map((file) => join(from, file)),
    'pdf',
    drawn,
  )) {
    for (const page of await renderPages(pdf, drawn, 80)) {
      const number = basename(page, extname(page)).split('-').at(-1) ?? '';
      copyFileSync(page, join(target, `${basename(pdf, '.pdf').split('_')[0] ?? ''}-${number}.png`));
    }
  }
} finally {
  rmSync(work, { recursive: true });
}
