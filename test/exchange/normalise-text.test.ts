import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactCode, isBlank, longText, singleLine } from '../../exchange/normalise-text.ts';

const blank = fc.constantFrom(' ', '\u3000', '\u00a0', '\t', '\n', '\r\n', '\u2003', '\u202f');
const invisible = fc.constantFrom('\u200b', '\ufeff', '\u200d', '\u00ad', '\u2060', '\u202c');
const noise = fc.array(fc.oneof(blank, invisible), { maxLength: 4 }).map((parts) => parts.join(''));

describe('codes', () => {
  test.each([
    ['４２０１００', '420100'],
    ['Ａ－１（２）', 'A-1(2)'],
    [' 1 2\u30003\u00a04\n5 ', '12345'],
    ['\ufeff12\u200b3', '123'],
  ])('%j becomes %j', (text, code) => {
    expect(compactCode(text)).toBe(code);
  });

  test('lose every blank and everything nobody sees, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'0123456789X年月日.-')), fc.array(noise), (characters, between) => {
        const dirty = characters.map((character, index) => (between[index] ?? '') + character).join('') + (between.at(-1) ?? '');
        expect(compactCode(dirty)).toBe(characters.join(''));
      }),
    );
  });
});

describe('lines', () => {
  test.each([
    ['王　芳', '王芳'],
    ['武昌区\n第 一 小学', '武昌区第一小学'],
    ['武昌区１２中学（Ｂ区）', '武昌区12中学（B区）'],
    [' STEM  Lab 工作室 ', 'STEM Lab工作室'],
    ['情况属实，同意', '情况属实，同意'],
  ])('%j becomes %j', (text, line) => {
    expect(singleLine(text)).toBe(line);
  });

  test('are the same after a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(singleLine(singleLine(text))).toBe(singleLine(text));
      }),
    );
  });
});

test('long texts keep their lines and lose what is empty', () => {
  expect(longText('  第一行　\r\n\r\n\u00a0第二行\u200b ')).toBe('第一行\n第二行');
});

test.each([
  ['', true],
  [' \u3000\n\u200b', true],
  ['0', false],
])('%j is blank: %s', (text, expected) => {
  expect(isBlank(text)).toBe(expected);
});
