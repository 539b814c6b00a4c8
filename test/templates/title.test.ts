import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titleLines } from '../../templates/kit/title-lines.ts';

const titles: readonly (readonly [parts: readonly string[], lines: readonly string[]])[] = [
  [
    ['尉迟川小学数学名师工作室', '任务承诺书（续签）'],
    ['尉迟川小学数学名师工作室', '任务承诺书（续签）'],
  ],
  [
    ['武汉市武昌区教育局', '关于尉迟川小学数学名师工作室的', '整改通知书'],
    ['武汉市武昌区教育局', '关于尉迟川小学数学名师工作室的整改通知书'],
  ],
  [
    ['武汉市武昌区教育局', '关于欧阳澄初中信息技术与人工智能跨学科融合教学名师工作室的', '整改通知书'],
    ['武汉市武昌区教育局', '关于欧阳澄初中信息技术与人工智能', '跨学科融合教学名师工作室的整改通知书'],
  ],
  [
    ['武汉市武昌区教育局', '关于命名武昌区教育系统名师工作室的通知'],
    ['武汉市武昌区教育局', '关于命名武昌区教育系统名师工作室的通知'],
  ],
  [
    ['武汉市武昌区人力资源局', '关于审定2026年区级名师工作室', '拟入围名单的请示'],
    ['武汉市武昌区人力资源局', '关于审定2026年区级名师工作室', '拟入围名单的请示'],
  ],
  [
    ['武汉市武昌区教育局关于印发《武昌区名师工作室建设管理办法实施细则（试行）》的通知'],
    ['武汉市武昌区教育局', '关于印发《武昌区名师工作室建设', '管理办法实施细则（试行）》的通知'],
  ],
  [
    ['中共武汉市武昌区委人才工作领导小组办公室', '关于授予尉迟川小学数学名师工作室等5家名师工作室', '“武昌区名师工作室”称号的决定'],
    ['中共武汉市武昌区委人才工作领导小组办公室', '关于授予尉迟川小学数学名师工作室等5家', '名师工作室“武昌区名师工作室”称号的决定'],
  ],
  [['关于拨付区级名师工作室建设经费资助的通知'], ['关于拨付区级名师工作室建设经费资助的通知']],
  [
    ['武汉市武昌区总工会关于收回王堃数控加工与智能制造名师工作室资助建设经费的通知'],
    ['武汉市武昌区总工会', '关于收回王堃数控加工与智能制造', '名师工作室资助建设经费的通知'],
  ],
];

test.each(titles)('%j is cut where it makes sense', (parts, lines) => {
  expect(titleLines(parts)).toEqual(lines);
});

test('a title of 20 characters fits a line, one of 21 does not', () => {
  expect([titleLines(['名'.repeat(20)]).length, titleLines(['名'.repeat(21)]).length]).toEqual([1, 2]);
});

test('three lines hold a title of 60 characters, and one of 61 takes a fourth', () => {
  expect([titleLines(['名'.repeat(60)]).length, titleLines(['名'.repeat(61)]).length]).toEqual([3, 4]);
});

const issuers = ['武汉市武昌区教育局', '中共武汉市武昌区委人才工作领导小组办公室', '武汉市武昌区文化体育和旅游广电局', ''];
const acts = ['命名', '撤销', '整改', '印发《武昌区名师工作室建设管理办法实施细则》', '拨付', '收回', '公示'];
const studios = [
  '尉迟川小学数学名师工作室',
  '王堃数控加工与智能制造名师工作室',
  '欧阳澄初中信息技术与人工智能名师工作室',
  '2026年度区级名师工作室',
];
const endings = ['的通知', '建设经费的通知', '称号的决定', '拟入围名单的请示', '周期性考核结果的通报'];

test('no real title is cut inside 工作室, 承诺书, a number or 《》, and none is an hourglass', () => {
  for (const issuer of issuers) {
    for (const act of acts) {
      for (const studio of studios) {
        for (const ending of endings) {
          const parts = [issuer, `关于${act}${studio}${ending}`];
          const lines = titleLines(parts);
          const seams = lines.slice(1).map((line, index) => `${lines[index]?.slice(-3)}|${line.slice(0, 3)}`);
          const where = seams.filter((seam) => /师工\||\|作室|\|室|\d\|\d|\|[的、》]|关于\|/u.test(seam));
          expect([parts.join(''), where]).toEqual([parts.join(''), []]);
          expect(lines.join('')).toBe(parts.join(''));
          expect(Math.min(...lines.map((line) => [...line].length))).toBeGreaterThan(1);
        }
      }
    }
  }
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
      const lines = titleLines([text]);
      expect(lines.join('')).toBe(text);
      for (const line of lines) {
        expect([...line].length).toBeLessThanOrEqual(40);
        expect([...line].length).toBeGreaterThan(1);
      }
    }),
  );
});
