import { describe, expect, it } from 'vitest';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { rectificationDeadline, requireRectifiable, shortfalls } from '../../policy/rectification.ts';

describe('第十九条: rectification', () => {
  it('follows an unqualified process assessment', () => {
    expect(requireRectifiable('process', 'unqualified')).toBeUndefined();
  });

  it.each(['excellent', 'qualified'] as const)('is refused for the grade %s', (grade) => {
    expect(() => requireRectifiable('process', grade)).toThrow('只有过程性考核不合格的才限期整改');
  });

  it('is refused for a periodic assessment, which revokes at once', () => {
    expect(() => requireRectifiable('periodic', 'unqualified')).toThrow('直接撤销称号');
  });

  it('ends thirty days after the notice unless the notice says otherwise', () => {
    expect(rectificationDeadline(plainDate('2026-12-15'), measuresOn(plainDate('2026-12-15')))).toBe('2027-01-14');
  });

  it('is about the tasks below their target, not those on it', () => {
    const results = [
      { code: '2-1', target: 500, actual: 499 },
      { code: '3-1', target: 2, actual: 2 },
      { code: '5-1', target: 1, actual: 3 },
    ];
    expect(shortfalls(results).map(({ code }) => code)).toEqual(['2-1']);
  });
});
