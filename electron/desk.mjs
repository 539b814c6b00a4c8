// The headless entry: plain JavaScript, so that a Node too old for the rest can still say what is wrong.
import process from 'node:process';
import { unsupportedNode } from '../db/node-version.mjs';

const problem = unsupportedNode(process.version, process.env['MINGSHI_SQLITE_BINDING'] !== undefined);
if (problem === null) {
  const { runDesk } = await import('./headless/run-desk.ts');
  process.exitCode = await runDesk(process.argv.slice(2));
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 3;
}
