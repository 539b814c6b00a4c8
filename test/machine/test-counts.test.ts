import { expect, test } from 'vitest';
import { addCounts, closingLine, countTests, suitesNotRun } from './test-counts.ts';

const report = (status: string, ...statuses: string[]) => ({
  testResults: [{ name: 'a.test.ts', status, assertionResults: statuses.map((each) => ({ status: each, ancestorTitles: [] })) }],
});

test('the closing line has the form machines read', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped');
});

test('suites add up', () => {
  expect(addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({
    passed: 11,
    failed: 22,
    skipped: 33,
  });
});

test('whatever neither passed nor failed counts as skipped', () => {
  expect(countTests(report('failed', 'passed', 'passed', 'failed', 'skipped', 'pending', 'todo'), 1)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 3,
  });
});

test('a file that failed without a failed test counts as one failure', () => {
  expect(countTests(report('failed'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countTests(report('failed', 'passed', 'skipped'), 1)).toEqual({ passed: 1, failed: 1, skipped: 1 });
});

test('a run that ended badly although every file was well counts as one failure', () => {
  expect(countTests(report('passed', 'passed'), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(countTests(report('passed', 'passed'), 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
});

test('a suite that could not run has one line, however many tests it has', () => {
  const assertionResults = [
    { status: 'skipped', ancestorTitles: ['pages (not run: a tool missing; this brings it: a command)'] },
    { status: 'skipped', ancestorTitles: ['pages (not run: a tool missing; this brings it: a command)', 'margins'] },
    { status: 'skipped', ancestorTitles: ['left out on purpose'] },
  ];
  expect(suitesNotRun({ testResults: [{ name: 'test/pages.test.ts', status: 'passed', assertionResults }] })).toEqual([
    'test/pages.test.ts: pages (not run: a tool missing; this brings it: a command)',
  ]);
});
