import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fontStandIns } from './font-stand-ins.ts';
import { runCommand } from './run-command.ts';

/**
 * What a file is turned into; the first word is the ending of the file made. LibreOffice leaves out of a PDF the blank pages that a section beginning on an
 * even or odd page puts before itself, unless it is told to keep them, as a printer does.
 */
export type ConversionTarget = 'pdf' | 'pdf with blank pages' | 'docx' | 'xlsx' | 'xls' | 'ods' | 'csv';

const keepBlankPages = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}';

/**
 * Turns files into another format with LibreOffice, all in one start of it, drawn with the stand-in fonts.
 * Starting takes about a second and a half, a document about a tenth of one: hand over many files at once.
 * @param files Word or Excel files; no two may have the same name before the dot, because the files made would
 * @param folder where the files made go; it must exist
 * @returns the paths of the files made, in the order of `files`
 * @throws Error that names every file LibreOffice made nothing of, with its words; or when it takes longer than a minute and five seconds a file
 */
export async function convertWithLibreOffice(files: readonly string[], target: ConversionTarget, folder: string): Promise<string[]> {
  const [ending] = target.split(' ');
  const filter = target === 'pdf with blank pages' ? keepBlankPages : target;
  const made = files.map((file) => join(folder, `${basename(file, extname(file))}.${ending}`));
  if (new Set(made).size < made.length) throw new Error(`Files of one name cannot be converted into one folder: ${files.join(', ')}`);
  // LibreOffice leaves a file of that name as it is when it fails, which would then look like its work.
  for (const path of made) rmSync(path, { force: true });
  // Two LibreOffices cannot share a profile: the second would hand its work to the first and be gone. A new one costs less than half a second.
  const profile = mkdtempSync(join(tmpdir(), 'mingshi-libreoffice-'));
  const { code, stdout, stderr } = await runCommand(
    'soffice',
    [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', filter, '--outdir', folder, ...files],
    { env: { ...process.env, ...fontStandIns }, timeout: 60_000 + 5_000 * files.length },
  ).finally(() => rmSync(profile, { recursive: true, force: true }));
  const failed = files.filter((_, index) => !existsSync(made[index] ?? ''));
  if (code !== 0 || failed.length > 0) {
    throw new Error(`LibreOffice (exit code ${code}) made no ${target} of ${failed.join(', ')}. It said:\n${stdout}${stderr}`);
  }
  return made;
}
