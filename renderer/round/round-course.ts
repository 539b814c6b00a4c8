import type { SeatKind } from '../../policy/seat.ts';
import type { RoundView } from '../../workflow/contract/round.ts';

/** A step of the yearly round: what it is called, its article, who takes it, and by which commands. */
export interface CourseStep {
  readonly key: RoundStepKey;
  readonly title: string;
  readonly article: string;
  readonly seats: readonly SeatKind[];
  /** Acts on the round as a whole. */
  readonly ofRound: readonly string[];
  /** Acts on one studio. */
  readonly ofStudio: readonly string[];
}

export type RoundStepKey = 'open' | 'apply' | 'recommend' | 'inspect' | 'review' | 'shortlist' | 'approve' | 'notice' | 'award' | 'grant';

/** The steps of 第十二条 in their order. */
export const courseSteps: readonly CourseStep[] = [
  { key: 'open', title: '启动', article: '第十二条', seats: ['hr-bureau'], ofRound: ['open-round'], ofStudio: [] },
  {
    key: 'apply',
    title: '申请',
    article: '第十二条第一项',
    seats: ['sector-bureau'],
    ofRound: [],
    ofStudio: ['apply-to-round', 'withdraw-from-round'],
  },
  { key: 'recommend', title: '推荐', article: '第十二条第二项', seats: ['sector-bureau'], ofRound: [], ofStudio: ['recommend'] },
  { key: 'inspect', title: '考察', article: '第十二条第三项', seats: ['hr-bureau'], ofRound: [], ofStudio: ['inspect-candidate'] },
  {
    key: 'review',
    title: '专家评审',
    article: '第十二条第三项',
    seats: ['hr-bureau'],
    ofRound: ['set-round-criteria', 'register-expert', 'settle-tie'],
    ofStudio: ['record-expert-scores', 'declare-conflict'],
  },
  { key: 'shortlist', title: '拟入围', article: '第十二条第三项', seats: ['hr-bureau'], ofRound: [], ofStudio: ['shortlist'] },
  {
    key: 'approve',
    title: '审定',
    article: '第十二条第三项',
    seats: ['leading-group-office'],
    ofRound: ['approve-shortlist'],
    ofStudio: [],
  },
  {
    key: 'notice',
    title: '公示',
    article: '第十二条第四项',
    seats: ['leading-group-office'],
    ofRound: ['post-public-notice'],
    ofStudio: ['register-objection', 'settle-objection'],
  },
  {
    key: 'award',
    title: '授牌',
    article: '第十二条第五项',
    seats: ['leading-group-office'],
    ofRound: [],
    ofStudio: ['award-plaque'],
  },
  { key: 'grant', title: '资助', article: '第十二条第六项', seats: ['hr-bureau'], ofRound: [], ofStudio: ['decide-grant', 'pay-grant'] },
];

type Entry = RoundView['entries'][number];

/** Entries that are still in the round. */
function liveEntries(round: Pick<RoundView, 'entries'>): readonly Entry[] {
  return round.entries.filter(({ endedOn }) => endedOn === null);
}

/** Studios that go on to the inspection and the experts: recommended, and not turned down on the spot. */
export function candidates(round: Pick<RoundView, 'entries'>): readonly Entry[] {
  return round.entries.filter(({ recommendation }) => recommendation !== null);
}

/** What a step still waits for, in a sentence; nothing when it is behind the round. */
export function waitsFor(step: RoundStepKey, round: RoundView, today: string): string | undefined {
  const live = liveEntries(round);
  const at = (...steps: readonly Entry['step'][]) => live.filter((entry) => steps.includes(entry.step)).length;
  switch (step) {
    case 'open':
      return undefined;
    case 'apply':
      return live.length === 0 ? '还没有工作室申请' : undefined;
    case 'recommend': {
      const waiting = round.bureaus.filter(({ applied, recommended }) => applied > 0 && recommended === 0);
      return waiting.length === 0 ? undefined : `${waiting.map(({ name }) => name).join('、')}还没有推荐`;
    }
    case 'inspect':
      return at('recommended') === 0 ? undefined : `${at('recommended')} 家推荐的工作室还没有考察`;
    case 'review':
      if (at('shortlisted', 'approved', 'on-notice', 'awarded', 'granted', 'paid') > 0) return undefined;
      if (round.tie !== null && round.tie.decided === null) return '有工作室同分而名额不足，须确定名次';
      return round.pending === null ? undefined : '评分还没有齐';
    case 'shortlist': {
      const decided = at('shortlisted', 'approved', 'on-notice', 'awarded', 'granted', 'paid');
      return decided === 0 && at('inspected') > 0 ? '还没有确定拟入围名单' : undefined;
    }
    case 'approve':
      return at('shortlisted') === 0 ? undefined : `${at('shortlisted')} 家等待审定`;
    case 'notice': {
      if (at('approved') > 0) return `${at('approved')} 家审定通过，等待公示`;
      const posted = live.filter(({ step: reached }) => reached === 'on-notice');
      if (posted.some(({ objections }) => objections.some(({ settledOn }) => settledOn === null))) return '有异议没有办结';
      return posted.some(({ notice }) => notice !== null && notice.lastDay >= today) ? '公示还没有满' : undefined;
    }
    case 'award':
      return at('on-notice') === 0 ? undefined : `${at('on-notice')} 家公示后等待授牌`;
    case 'grant':
      if (at('awarded') > 0) return `${at('awarded')} 家等待核定资助`;
      return at('granted') === 0 ? undefined : `${at('granted')} 家的资助没有发放完`;
    default:
      return step satisfies never;
  }
}

/** The first step that waits for something; nothing when the round is done. */
export function currentStep(round: RoundView, today: string): CourseStep | undefined {
  return courseSteps.find(({ key }) => waitsFor(key, round, today) !== undefined);
}
