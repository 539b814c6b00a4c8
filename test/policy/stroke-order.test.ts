import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charactersByStrokes } from '../../policy/characters-by-strokes.ts';
import { inStrokeOrder } from '../../policy/stroke-order.ts';

const sorted = (...names: string[]): string[] => inStrokeOrder(names, (name) => name);

test('fewer strokes come first', () => {
  expect(sorted('尉迟川', '欧阳澄', '司空朗', '方予安', '丁一')).toEqual(['丁一', '方予安', '司空朗', '欧阳澄', '尉迟川']);
});

test('of as many strokes, the first strokes decide: 横竖撇点折', () => {
  expect(sorted('邓明', '方明', '毛明', '贝明', '王明')).toEqual(['王明', '贝明', '毛明', '方明', '邓明']);
});

test('strokes are counted as the mainland does: 陈 has seven, 邓 four, 郑 eight, 蒋 twelve', () => {
  expect(sorted('何一', '陈一', '杨一')).toEqual(['杨一', '何一', '陈一']);
  expect(sorted('田一', '邓一')).toEqual(['邓一', '田一']);
  expect(sorted('钟一', '郑一')).toEqual(['郑一', '钟一']);
  expect(sorted('谢一', '曾一', '蒋一', '黄一')).toEqual(['黄一', '蒋一', '曾一', '谢一']);
});

test('of one surname a single given name comes first', () => {
  expect(sorted('王一丁', '王毅', '王小洪', '王凯')).toEqual(['王凯', '王毅', '王一丁', '王小洪']);
});

test('of one surname and first given character, the second decides', () => {
  expect(sorted('王小洪', '王小丁', '王一洪')).toEqual(['王一洪', '王小丁', '王小洪']);
});

test('characters the list does not have stand by their number of strokes', () => {
  expect(sorted('龘明', '頔明', '王明', 'ABC')).toEqual(['王明', '頔明', '龘明', 'ABC']);
});

test('a character the list does not have stands behind all it has of as many strokes, and before any with one more', () => {
  const [fourteen = '', fifteen = ''] = charactersByStrokes.slice(13, 15);
  const last = [...fourteen].at(-1) ?? '';
  const first = [...fifteen].slice(0, 2);
  expect(sorted(...first.toReversed(), '頔', last)).toEqual([last, '頔', ...first]);
});

test('people of one name keep the order they came in', () => {
  const people = [
    { name: '王芳', unit: '乙' },
    { name: '丁一', unit: '丙' },
    { name: '王芳', unit: '甲' },
  ];
  expect(inStrokeOrder(people, ({ name }) => name).map(({ unit }) => unit)).toEqual(['丙', '乙', '甲']);
});

test('the order does not depend on how a list comes in', () => {
  const known = [
    ...'丁卜王方邓司欧陈何李张刘杨赵黄周吴徐孙胡朱高林郭马罗梁宋郑谢韩唐冯于董萧程曹袁许傅沈曾彭吕苏卢蒋蔡贾魏薛叶阎余潘杜戴夏锺汪田任姜范石姚谭龘頔',
  ];
  const name = fc.array(fc.constantFrom(...known), { minLength: 2, maxLength: 3 }).map((characters) => characters.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 30 }), (names) => {
      expect(sorted(...names)).toEqual(sorted(...names.toReversed()));
    }),
  );
});

test('the list has the 8105 characters of 《通用规范汉字表》, each once', () => {
  const characters = charactersByStrokes.flatMap((text) => [...text]);
  expect([characters.length, new Set(characters).size]).toEqual([8105, 8105]);
});
