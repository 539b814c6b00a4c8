import { describe, expect, it } from 'vitest';
import { article, articleOf, articleParagraph, articleText, chineseNumber } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';

describe('citing the Measures', () => {
  it('writes articles, items and paragraphs in Chinese numerals', () => {
    expect([article(5, 4), article(19), articleParagraph(19, 2), article(10), article(20), article(21)].map(articleText)).toEqual([
      '第五条第四项',
      '第十九条',
      '第十九条第二款',
      '第十条',
      '第二十条',
      '第二十一条',
    ]);
  });

  it('is about the whole article when no item is named', () => {
    expect([article(19), article(5, 4)]).toStrictEqual([{ article: 19 }, { article: 5, item: 4 }]);
  });

  it('refuses numbers it has no numerals for', () => {
    expect([0, 1, 9, 10, 99].map(chineseNumber)).toEqual(['零', '一', '九', '十', '九十九']);
    for (const number of [-1, 100, 1.5]) expect(() => chineseNumber(number)).toThrow('无法写成中文数字');
  });

  it('is read back from numerals or digits, with blanks or the name of the Measures before it', () => {
    const places = [
      article(10),
      article(5, 4),
      article(12, 6),
      articleParagraph(19, 2),
      { article: 19, paragraph: 2, item: 3 },
      article(99),
      article(12, 11),
      article(12, 25),
      articleParagraph(12, 11),
      articleParagraph(12, 25),
    ];
    expect(places.map((place) => articleOf(articleText(place)))).toEqual(places);
    expect(['第5条第4项', '《办法》第五条第四项', ' 第 五 条 第4项\n', '《武昌区办法》 第5条第四项'].map(articleOf)).toEqual(
      Array.from({ length: 4 }, () => article(5, 4)),
    );
    const nothing = [
      '',
      '五',
      '第五',
      '第条',
      '第五十五五条',
      '第100条',
      '第0条',
      '第05条',
      '第五条第一百项',
      '第五条第0款',
      '见第五条',
      '第五条规定',
      '第五条第四款第00项',
      '《办法》《办法》第五条',
      '第五条《办法》',
      '第五条第款',
      '第五条第一章款',
    ];
    expect(nothing.map(articleOf)).toEqual(nothing.map(() => undefined));
  });

  it('ends a refusal with the article that asks for it', () => {
    expect(new Refusal('无法受理。', article(11, 2)).message).toBe('无法受理。（《办法》第十一条第二项）');
    expect(String(new Refusal('无法读取文件。'))).toBe('Refusal: 无法读取文件。');
    expect(new Refusal('无法读取文件。').article).toBeUndefined();
  });
});
