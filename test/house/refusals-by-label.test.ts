import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const rooms = ['policy', 'db', 'templates', 'exchange', 'workflow', 'renderer'];

/** Keys are for the command line, which adds them itself: 透支理由（overdraft） says nothing to a clerk at the window. */
const keyInBrackets = /（(?:[A-Za-z-]+|\$\{(?:key|act|command)\})）/u;

/** Sentences of JSON data, whose writer types the keys: they reach nobody else. */
const aboutData = new Set(['policy/shape.ts', 'policy/added-measures.ts']);

function offences(file: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (!/^\s*(?:\*|\/)/u.test(line) && keyInBrackets.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : []));
}

test('no sentence of the rooms the window speaks through names a field or an act by its key', () => {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/u.test(file))
      .map((file) => `${room}/${file}`),
  );
  expect(files.length).toBeGreaterThan(300);
  const found = files.filter((file) => !aboutData.has(file)).flatMap((file) => offences(file, readFileSync(join(root, file), 'utf8')));
  expect(found).toEqual([]);
});

test.each(['写明透支理由（overdraft）', '请办理续签（renew-letter）', '缺少「理由」（\u0024{key}）'])('%s would be found', (sentence) => {
  expect(offences('file.ts', `throw new Refusal('${sentence}');`)).toHaveLength(1);
});
