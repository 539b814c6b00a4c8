import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titleLines } from '../../templates/kit/title.ts';

test('a phrase that fits stays on one line', () => {
  expect(titleLines('关于尉迟川小学数学名师工作室的')).toEqual(['关于尉迟川小学数学名师工作室的']);
});

test('a phrase of 20 characters fits, one of 21 does not', () => {
  expect([titleLines('名'.repeat(20)).length, titleLines('名'.repeat(21)).length]).toEqual([1, 2]);
});

test('a long phrase is cut between clauses or words into lines of about one length', () => {
  expect(titleLines('关于欧阳澄初中信息技术与人工智能跨学科融合教学名师工作室的')).toEqual([
    '关于欧阳澄初中信息技术与',
    '人工智能跨学科融合教学名师工作室的',
  ]);
});

test('no title has a line of one character or a line too long, and nothing is lost', () => {
  const phrase = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'武昌区教育局名师工作室关于小学数学的整改通知书'), minLength: 2, maxLength: 90 }),
    fc
      .array(fc.constantFrom('名师工作室', '小学数学', '的', '关于', '2026年度', 'AI'), { minLength: 2, maxLength: 20 })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(phrase, (text) => {
      const lines = titleLines(text);
      expect(lines.join('')).toBe(text);
      for (const line of lines) {
        expect([...line].length).toBeLessThanOrEqual(40);
        expect([...line].length).toBeGreaterThan(1);
      }
    }),
  );
});
