import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from '../../templates/kit/file-name.ts';

test('characters Windows forbids become their full-width forms', () => {
  expect(fileName(['甲/乙:丙*?', '"丁"<戊>|\\'])).toBe('甲／乙：丙＊？_＂丁＂＜戊＞｜＼.docx');
});

test.each(['CON', 'nul', 'Com1', 'LPT9', 'aux.', 'con.甲', 'PRN '])('the device name %s is not the name of a file', (name) => {
  expect(fileName([name])).toMatch(/^_/);
});

test.each(['COM', 'CONTROL', 'LPT10', '甲CON'])('%s is no device', (name) => {
  expect(fileName([name])).toBe(`${name}.docx`);
});

test('any parts make a name both systems take', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { minLength: 1, maxLength: 4 }), (parts) => {
      const name = fileName(['整改通知书', ...parts]);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
      expect(name).not.toMatch(/[. ]\.docx$/);
      expect(name.endsWith('.docx')).toBe(true);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(230);
    }),
  );
});

test('a long name is cut between characters, not inside one', () => {
  expect(fileName(['𬭎'.repeat(60)])).toBe(`${'𬭎'.repeat(55)}.docx`);
});
