import { expect, test } from 'vitest';
import { answerLines, givenAnswers } from '../../renderer/command/command-answers.ts';
import type { CommandField } from '../../workflow/contract/command.ts';

const tasks = [
  { code: '2-1', title: '开展培训', unit: '人次', yearlyTarget: 500 },
  { code: '3-1', title: '承担课题', unit: '项', yearlyTarget: 2 },
];

function field(kind: CommandField['kind'], choices: CommandField['choices'] = []): CommandField {
  return { key: 'key', label: '项目', kind, required: true, hint: '', choices, among: null };
}

test('leaves out what was left blank, in a field and in a task', () => {
  const answers = {
    reason: ' ',
    date: '2026-08-10',
    copies: null,
    actual: { '2-1': 480, '3-1': null },
    measure: { '2-1': '', '3-1': ' ' },
  };
  expect(givenAnswers(answers)).toEqual({ date: '2026-08-10', actual: { '2-1': 480 } });
});

test('keeps a zero: nothing done is an answer', () => {
  expect(givenAnswers({ copies: 0, actual: { '2-1': 0 } })).toEqual({ copies: 0, actual: { '2-1': 0 } });
});

test('reads a choice back by what people call it', () => {
  expect(answerLines(field('choice', [{ value: 'pass', label: '通过' }]), 'pass', tasks)).toEqual(['通过']);
});

test('reads answers for tasks back with the code, the task and the unit', () => {
  expect(answerLines(field('per-task-number'), { '2-1': 480, '3-1': undefined }, tasks)).toEqual(['2-1 开展培训：480 人次']);
});

test('has no line for what was not answered', () => {
  expect([undefined, null, '', '  '].flatMap((answer) => answerLines(field('text'), answer, tasks))).toEqual([]);
});

test('several names become one text with 、 between them, and none is left out', () => {
  expect(givenAnswers({ chosen: ['甲工作室', '乙工作室'], leaving: [] })).toEqual({ chosen: '甲工作室、乙工作室' });
});

test('reads money back with its thousands', () => {
  expect(answerLines(field('money'), 60000, tasks)).toEqual(['60,000 元']);
});

test('reads criteria that are being made back by their codes', () => {
  expect(answerLines(field('per-criterion-text'), { 1: '示范引领', 2: null }, [])).toEqual(['1：示范引领']);
});
