import { basename } from 'node:path';
import { runCommand } from './run-command.ts';
import { officeValidator } from './tools.ts';

/** One thing the Open XML SDK finds wrong with a file, with the part and the element it is in. */
export type OfficeFileError = {
  readonly description: string;
  /** The part inside the file, e.g. `/word/document.xml`; null when the file as a whole is not one. */
  readonly part: string | null;
  readonly element: string | null;
};

type Verdict = {
  readonly ok: boolean;
  readonly errors: readonly { readonly description: string; readonly path: string | null; readonly xPath: string | null }[];
};

/**
 * Every error the Open XML SDK's validator finds in a .docx or .xlsx file, for the schema of today's Office; an empty list for a valid file.
 * A file that is missing, or is no Office file at all, has one error that says so.
 * @throws Error when the validator itself cannot run.
 */
export async function validateOfficeFile(path: string): Promise<OfficeFileError[]> {
  // .NET looks for the ICU library, which is not installed everywhere, unless it is told to do without.
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const { code, stdout, stderr } = await runCommand(officeValidator, [path], { env, timeout: 120_000 });
  if (code !== 0) throw new Error(`The validator failed on ${basename(path)} with exit code ${code}: ${stdout}${stderr}`);
  const { errors } = JSON.parse(stdout) as Verdict;
  return errors.map(({ description, path: part, xPath: element }) => ({ description, part, element }));
}

/**
 * Validates many files, two at a time, one core each.
 * @returns for each file that has errors its path and them; a run of valid files gives an empty object
 */
export async function validateOfficeFiles(paths: readonly string[]): Promise<Record<string, OfficeFileError[]>> {
  const found: Record<string, OfficeFileError[]> = {};
  const waiting = [...paths];
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const errors = await validateOfficeFile(path);
      if (errors.length > 0) found[path] = errors;
    }
  };
  await Promise.all([work(), work()]);
  return found;
}
