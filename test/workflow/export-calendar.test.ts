import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportCalendar } from '../../workflow/export-calendar.ts';
import { cycleRegister, studio } from './cycle-register.ts';
import { education } from './round-register.ts';

const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The calendar of 区教育局 on 2026-09-01 as its file holds it, the studio having a name. */
function calendarOf(name: string, days: number): Buffer {
  const register = cycleRegister();
  register.db.$client.prepare('UPDATE studios SET name = ? WHERE id = ?').run(name, register.idOf(studio));
  const { path } = exportCalendar({ target: join(folder, '待办.ics'), days }, register.contextOf(education));
  return readFileSync(path);
}

/** Lines of a file, each a buffer, cut at CR LF. */
function linesOf(file: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < file.length; ) {
    const end = file.indexOf('\r\n', from);
    lines.push(file.subarray(from, end === -1 ? file.length : end));
    from = end === -1 ? file.length : end + 2;
  }
  return lines;
}

describe('the calendar file (RFC 5545)', () => {
  // Characters of one, three and four octets, begun at each offset, so that every cut would fall inside one somewhere.
  it.each(['', 'a', 'ab', 'abc'].map((start) => `${start}${'𠮷名'.repeat(40)}名师工作室`))(
    'folds lines at 75 octets and never inside a character: %s',
    (name) => {
      const file = calendarOf(name, 365);
      const lines = linesOf(file);
      const strict = new TextDecoder('utf-8', { fatal: true });
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(75);
      expect(lines.filter((line) => line.length > 70).length).toBeGreaterThan(4);
      expect(lines.map((line) => strict.decode(line)).join('\r\n')).toBe(file.toString().replace(/\r\n$/u, ''));
      expect(file.toString().replaceAll('\r\n ', '')).toContain(`SUMMARY:${name}：过程性考核`);
    },
  );

  it('holds each duty as a whole day, from the day it comes into view and not the day before', () => {
    const days = (until: number) =>
      [
        ...calendarOf('甲名师工作室', until)
          .toString()
          .matchAll(/DTSTART;VALUE=DATE:(\d{8})/gu),
      ].map((match) => match[1]);
    expect([days(363).includes('20270831'), days(364).includes('20270831')]).toEqual([false, true]);
  });

  it('escapes what would end a value', () => {
    expect(calendarOf('甲,乙;丙名师工作室', 365).toString().replaceAll('\r\n ', '')).toContain(
      'SUMMARY:甲\\,乙\\;丙名师工作室：过程性考核',
    );
  });
});
