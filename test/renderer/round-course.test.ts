import { expect, test } from 'vitest';
import { dutyPlace } from '../../renderer/desk/duty-place.ts';
import { courseSteps, currentStep, waitsFor } from '../../renderer/round/round-course.ts';
import type { RoundView } from '../../workflow/contract/round.ts';

type Entry = RoundView['entries'][number];

const today = '2026-09-12';

function entry(step: Entry['step'], given: Partial<Entry> = {}): Entry {
  return {
    year: 2026,
    studioId: 'one',
    studio: '方予安小学语文名师工作室',
    sector: '教育',
    bureau: '区教育局',
    step,
    stepLabel: '',
    appliedOn: '2026-09-01',
    unitAgreedOn: '2026-09-01',
    unitOpinion: null,
    recommendation: null,
    inspection: null,
    scores: [],
    average: null,
    shortlist: null,
    approval: null,
    notice: null,
    objections: [],
    award: null,
    grant: null,
    endedOn: null,
    endReason: null,
    commands: [],
    ...given,
  };
}

function round(entries: readonly Entry[], given: Partial<RoundView> = {}): RoundView {
  return {
    year: 2026,
    openedOn: '2026-09-01',
    documentNumber: '1号',
    measuresId: 'wuchang-2014',
    quota: 5,
    shortlisted: 0,
    awarded: 0,
    recommendationLimit: 2,
    bureaus: [{ name: '区教育局', applied: 1, recommended: 1 }],
    dropsExtremes: false,
    criteria: [],
    experts: [],
    entries: [...entries],
    mayApply: [],
    ranking: [],
    pending: null,
    tie: null,
    ...given,
  };
}

const notice = (lastDay: string): Partial<Entry> => ({
  notice: { number: '1号', postedOn: '2026-09-08', firstDay: '2026-09-09', lastDay, place: null },
});

test.each([
  ['apply', round([])],
  ['recommend', round([entry('applied')], { bureaus: [{ name: '区教育局', applied: 1, recommended: 0 }] })],
  ['inspect', round([entry('recommended')])],
  ['review', round([entry('inspected')], { pending: '还没有评分表' })],
  ['shortlist', round([entry('inspected')])],
  ['approve', round([entry('shortlisted')])],
  ['notice', round([entry('approved')])],
  ['notice', round([entry('on-notice', notice(today))])],
  ['award', round([entry('on-notice', notice('2026-09-11'))])],
  ['grant', round([entry('awarded')])],
  ['grant', round([entry('granted')])],
])('the round stands at %s', (step, of) => {
  expect(currentStep(of, today)?.key).toBe(step);
});

test('a round whose grants are paid waits for nothing', () => {
  expect(currentStep(round([entry('paid')]), today)).toBeUndefined();
});

test('a studio that left keeps no step waiting', () => {
  expect(waitsFor('approve', round([entry('ended', { endedOn: '2026-09-05' })]), today)).toBeUndefined();
});

test('an objection that is not settled keeps the plaque waiting, however many days have gone', () => {
  const objection = {
    number: 1,
    receivedOn: '2026-09-10',
    objector: '匿名',
    content: '不实',
    settledOn: null,
    outcomeLabel: null,
    finding: null,
  };
  const objected = round([entry('on-notice', { ...notice('2026-09-11'), objections: [objection] })]);
  expect(currentStep(objected, today)?.key).toBe('notice');
});

test('a tie that nobody decided keeps the review waiting', () => {
  const tied = round([entry('inspected')], { tie: { studios: ['甲', '乙'], places: 1, decided: null } });
  expect(waitsFor('review', tied, today)).toContain('确定名次');
});

test('every command of the round stands at one step', () => {
  const names = courseSteps.flatMap(({ ofRound, ofStudio }) => [...ofRound, ...ofStudio]);
  expect([names.length, new Set(names).size]).toEqual([18, 18]);
});

const studios = [
  { id: 'one', name: '甲工作室' },
  { id: 'two', name: '同名工作室' },
  { id: 'three', name: '同名工作室' },
];
const commands = [
  { name: 'open-round', scope: 'desk' },
  { name: 'change-departments', scope: 'desk' },
  { name: 'accept', scope: 'studio' },
] as const;

test.each([
  ['accept', '甲工作室', { screen: 'studio', studioId: 'one', command: 'accept' }],
  ['recommend', '甲工作室', { screen: 'round', step: 'recommend', command: 'recommend', studioId: 'one' }],
  ['open-round', null, { screen: 'round', step: 'open', command: 'open-round' }],
  ['recommend', null, { screen: 'round', step: 'recommend' }],
  ['change-departments', null, { screen: 'affairs', command: 'change-departments' }],
  ['accept', '同名工作室', { screen: 'studios' }],
  ['assessment-approval', '甲工作室', { screen: 'exchange', kind: 'assessment-approval' }],
])('the duty to %s of %s is done where its screen is', (action, studio, place) => {
  expect(dutyPlace({ action, studio }, studios, commands, [{ id: 'assessment-approval' }])).toEqual(place);
});
