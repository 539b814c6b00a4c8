import { describe, expect, it } from 'vitest';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { noticePeriod } from '../../policy/round/public-notice.ts';
import { isWorkday } from '../../workflow/round/is-workday.ts';

const works = (...days: readonly string[]) => days.map((day) => isWorkday(plainDate(day)));

describe('working days', () => {
  it('are Monday to Friday', () => {
    expect(works('2026-07-20', '2026-07-24', '2026-07-25', '2026-07-26')).toEqual([true, true, false, false]);
  });

  it('leave out the official holidays and take in the make-up workdays', () => {
    expect(works('2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08', '2026-10-10')).toEqual([true, false, false, true, true]);
    expect(works('2014-10-07', '2014-10-08', '2014-10-11')).toEqual([false, true, true]);
  });

  it('are not guessed for a year that was not published yet', () => {
    expect(() => isWorkday(plainDate('2099-01-04'))).toThrow(/没有 2099 年的节假日安排。请更新程序/);
  });

  it('count towards a notice where a later text asks for working days', () => {
    const { values, ...text } = measuresOn(plainDate('2026-09-28'));
    const counting = { ...values.publicNoticeCounting, value: { days: 'working', postingDay: 'excluded' } } as const;
    const working = { ...text, values: { ...values, publicNoticeCounting: counting } };
    expect(noticePeriod(plainDate('2026-09-28'), working, isWorkday)).toEqual({
      first: '2026-09-29',
      last: '2026-10-10',
      ended: '2026-10-11',
    });
  });
});
