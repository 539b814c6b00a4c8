import { expect, test } from 'vitest';
import { readBand, writeBand } from '../../renderer/command/review-answer.ts';
import { fullMarks, sheetTotal } from '../../renderer/command/sheet-total.ts';

const bands = [{ label: '优' }, { label: '良' }];

test('a band and its points are written as the review reads them, and read back', () => {
  expect([writeBand('优', 14), readBand('优 14', bands)]).toEqual(['优 14', { band: '优', points: 14 }]);
});

test('half an answer keeps its half, and none is none', () => {
  expect([writeBand('良', null), readBand('良', bands), writeBand(undefined, 8), readBand('8', bands), writeBand(undefined, null)]).toEqual(
    ['良', { band: '良', points: undefined }, '8', { band: undefined, points: 8 }, undefined],
  );
});

test("an expert's points count by weight; what is not filled in yet counts nothing", () => {
  const criteria = [
    { code: '1', weight: 1 },
    { code: '2', weight: 0.5 },
  ];
  expect([sheetTotal(criteria, { 1: 55, 2: 35 }), sheetTotal(criteria, { 1: 55 }), sheetTotal([], { 1: 55 })]).toEqual([72.5, 55, 0]);
});

test('bonus items are no part of the hundred points of a sheet', () => {
  expect([fullMarks({ 1: 60, 2: 40 }, {}, {}), fullMarks({ 1: 60, 2: 20, 3: 10 }, { 2: 2 }, { 3: '是' })]).toEqual([100, 100]);
});
