import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleText } from '../../policy/article.ts';
import { measuresTable, provisionRows, tablePath } from '../measures-table.ts';

const rows = provisionRows();

describe('the table of provisions', () => {
  it('is as the code is: npm run measures makes it again', () => {
    expect(readFileSync(tablePath, 'utf8')).toBe(measuresTable(rows));
  });

  it('has a rule, a parameter or a command, and a test, for every provision that binds', () => {
    const bare = rows.filter(
      ({ provision, ...row }) =>
        provision.binds && (row.tests.length === 0 || row.rules.length + row.parameters.length + row.commands.length === 0),
    );
    expect(bare.map(({ provision }) => articleText(provision.place))).toEqual([]);
  });

  it('goes through all 22 articles in their order', () => {
    const articles = [...new Set(rows.map(({ provision }) => provision.place.article))];
    expect(articles).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
  });
});
