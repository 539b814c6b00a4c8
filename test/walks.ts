import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './machine/runtime-folder.ts';

/** `npm run walks`: thousands of random walks instead of the few of `npm test`; `MINGSHI_WALKS` says how many. */
const vitest = join(repository, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/workflow/model.test.ts'], {
  cwd: repository,
  env: { MINGSHI_WALKS: '5000', ...process.env },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
