import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longest } from './longest-first.ts';
import { repository } from './runtime-folder.ts';

test.each(longest)('%s, which is begun first, is there', (file) => {
  expect(existsSync(join(repository, file))).toBe(true);
});
