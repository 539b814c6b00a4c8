import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
// The configuration finds its package from beside the repository's own modules.
const house = mkdtempSync(join(tmpdir(), 'house-'));
cpSync(join(root, 'oxlint.config.ts'), join(house, 'oxlint.config.ts'));
mkdirSync(join(house, 'node_modules'));
cpSync(join(root, 'node_modules/oxlint'), join(house, 'node_modules/oxlint'), { recursive: true, dereference: true });

/** What the linter says of one file in a house with the same import table: the reasons of refused imports. */
function refusals(path: string, source: string): string[] {
  const file = join(house, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', file], {
      cwd: house,
      encoding: 'utf8',
    });
    return [];
  } catch (error) {
    const { diagnostics } = JSON.parse((error as { stdout: string }).stdout) as { diagnostics: { code: string; help?: string }[] };
    return diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).map(({ help }) => help ?? '');
  } finally {
    rmSync(file);
  }
}

afterAll(() => rmSync(house, { recursive: true }));

describe('the import table', () => {
  it.each([
    ['policy/a.ts', '../db/open.ts', 'policy may not import db'],
    ['policy/rules/a.ts', '../../exchange/a.ts', 'policy may not import exchange'],
    ['policy/a.ts', 'node:fs', 'policy is pure'],
    ['policy/a.ts', 'zod', 'policy is pure'],
    ['db/a.ts', '../workflow/a.ts', 'db may not import workflow'],
    ['templates/kit/a.ts', '../../exchange/a.ts', 'templates may not import exchange'],
    ['exchange/a.ts', '../templates/a.ts', 'exchange may not import templates'],
    ['exchange/a.ts', 'better-sqlite3', 'exchange reads and writes workbooks'],
    ['workflow/a.ts', '../electron/a.ts', 'workflow may not import electron'],
    ['workflow/a.ts', 'drizzle-orm', 'workflow speaks to the rooms below it'],
    ['electron/a.ts', '../policy/a.ts', 'electron may not import policy'],
    ['electron/a.ts', '../renderer/a.ts', 'electron may not import renderer'],
    ['renderer/a.tsx', '../workflow/service.ts', 'renderer may not import workflow'],
    ['renderer/screen/a.tsx', '../../db/open.ts', 'renderer may not import db'],
    ['renderer/a.tsx', 'node:fs', 'The window is sandboxed'],
  ])('refuses %s importing %s', (path, imported, reason) => {
    expect(refusals(path, `import { thing } from '${imported}';\nexport const used = thing;\n`)).toEqual([expect.stringContaining(reason)]);
  });

  it('lets nobody above the register forget the sets of the Measures added to it', () => {
    const source = "import { measuresOn } from '../policy/measures.ts';\nexport const used = measuresOn;\n";
    expect(['workflow/a.ts', 'renderer/a.ts', 'workflow/measures-book.ts'].map((path) => refusals(path, source))).toEqual([
      [expect.stringContaining('ask measuresBook(db)')],
      [expect.stringContaining('ask measuresBook(db)')],
      [],
    ]);
  });

  it.each([
    ['db/a.ts', '../policy/a.ts'],
    ['exchange/kinds/a.ts', '../../policy/a.ts'],
    ['workflow/naming/a.ts', '../../db/queries/a.ts'],
    ['workflow/a.ts', '../templates/a.ts'],
    ['electron/headless/a.ts', '../../workflow/service.ts'],
    ['renderer/screen/a.tsx', '../../workflow/contract/contract.ts'],
    ['renderer/a.tsx', '../policy/a.ts'],
    ['policy/rules/a.ts', '../article.ts'],
  ])('lets %s import %s', (path, imported) => {
    expect(refusals(path, `import { thing } from '${imported}';\nexport const used = thing;\n`)).toEqual([]);
  });
});
