import { expect, test } from 'vitest';
import { articleText, chineseNumber } from '../../policy/article.ts';
import { articleSummaries, summaryOf } from '../../renderer/measures/articles.ts';
import { commands } from '../../workflow/commands.ts';

test('the articles are there from the second to the last, in order', () => {
  expect(articleSummaries.map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, index) => `第${chineseNumber(index + 2)}条`));
});

test('the article of every command can be shown beside it', () => {
  expect(commands.filter(({ article }) => summaryOf(articleText(article)) === undefined).map(({ name }) => name)).toEqual([]);
});

test('an act that stands on a paragraph or an item is shown that one, not the whole article', () => {
  const cited = commands.map(({ article }) => article).filter(({ paragraph, item }) => paragraph !== undefined || item !== undefined);
  const ofWhole = cited.filter(
    (place) => summaryOf(articleText(place))?.summary === summaryOf(articleText({ article: place.article }))?.summary,
  );
  expect([...new Set(ofWhole.map(articleText))]).toEqual([]);
  expect(summaryOf('第十九条第三款')?.summary).toContain('审定');
  expect(summaryOf('第十九条第三款')?.summary).not.toContain('整改');
});

test('no summary says a number the Measures set: numbers come from the sets alone', () => {
  const numbered = articleSummaries.filter(({ summary, parts = {} }) =>
    [summary, ...Object.values(parts)].some((words) =>
      /\d|[一二两三四五六七八九十百]+\s*(?:个周期|年一|人|家|天|日|万|周岁|季度)/u.test(words),
    ),
  );
  expect(numbered.map(({ number }) => number)).toEqual([]);
});
