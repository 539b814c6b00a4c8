import { expect, test } from 'vitest';
import { articleText, chineseNumber } from '../../policy/article.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { articleSummaries, summaryOf } from '../../renderer/measures/articles.ts';
import { parameterLines } from '../../renderer/measures/parameter-lines.ts';
import { commands } from '../../workflow/commands.ts';

test('the articles are there from the second to the last, in order', () => {
  expect(articleSummaries.map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, index) => `第${chineseNumber(index + 2)}条`));
});

test('the article of every command can be shown beside it', () => {
  expect(commands.filter(({ article }) => summaryOf(articleText(article)) === undefined).map(({ name }) => name)).toEqual([]);
});

test('every quantity the Measures set is on the page, written for people, with its unit and article', () => {
  const lines = parameterLines('2026-08-10');
  expect(lines.map(({ article }) => article)).toEqual(
    Object.values(measuresOn(plainDate('2026-08-10')).values).map(({ source }) => articleText(source)),
  );
  expect(lines.filter(({ value }) => value === '' || value.includes('object'))).toEqual([]);
  expect(lines[0]).toEqual({ label: '领办人人数', value: '1', unit: '人', article: '第三条' });
});
