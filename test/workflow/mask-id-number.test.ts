import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskIdNumber } from '../../workflow/contract/mask-id-number.ts';

test('hides the birth date of an ID number', () => {
  expect(maskIdNumber('42010019780228013X')).toBe('420100********013X');
});

test('hides a text that is too short to be an ID number whole', () => {
  expect(maskIdNumber('42010019780228')).toBe('*'.repeat(14));
});

test('never shows more than ten characters, and always the same length', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789X'), maxLength: 30 }), (text) => {
      const masked = maskIdNumber(text);
      expect(masked).toHaveLength(text.length);
      expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(10);
    }),
  );
});
