import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './machine/runtime-folder.ts';

/** `npm run fuzz`: thousands of changed workbooks instead of the few of `npm test`; `MINGSHI_FUZZ` says how many. */
const vitest = join(repository, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/fuzz/fuzz.test.ts'], {
  cwd: repository,
  env: { MINGSHI_FUZZ: '20000', ...process.env },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
