import { expect, test } from 'vitest';
import { isGb2312 } from '../../templates/kit/gb2312.ts';
import { stretches, usualFonts } from '../../templates/kit/typefaces.ts';

test('GB2312 has 6763 Hanzi and 682 other characters', () => {
  const all = Array.from({ length: 0x10000 - 0x80 }, (_, offset) => String.fromCharCode(offset + 0x80)).filter(isGb2312);
  const hanzi = all.filter((character) => /[\u4E00-\u9FFF]/.test(character));
  expect([hanzi.length, all.length - hanzi.length]).toEqual([6763, 682]);
});

test.each([...'堃槃镕翀頔龘〇㎡𬭎'])('%s is outside GB2312', (character) => {
  expect(isGb2312(character)).toBe(false);
});

test.each([...'武尉迟〔〕—“”《》·①A1 '])('%s is inside GB2312 or ASCII', (character) => {
  expect(isGb2312(character)).toBe(true);
});

test('only the rare characters of a name change their face', () => {
  expect(stretches('王堃与龘𬭎明', 'body', usualFonts)).toEqual([
    { text: '王', font: '仿宋_GB2312' },
    { text: '堃', font: '仿宋' },
    { text: '与', font: '仿宋_GB2312' },
    { text: '龘', font: '仿宋' },
    { text: '𬭎', font: 'SimSun-ExtB' },
    { text: '明', font: '仿宋_GB2312' },
  ]);
});
