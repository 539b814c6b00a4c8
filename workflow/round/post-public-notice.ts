import { addNotice } from '../../db/writes/district-rounds.ts';
import { mayPostNotice, noticePeriod } from '../../policy/round/public-notice.ts';
import { actOf } from '../act-of.ts';
import { deskCommand } from '../command.ts';
import { assignNumber } from '../document-number.ts';
import { dateField, optional, textField, yearField } from '../field.ts';
import { permit } from '../permit.ts';
import { requireRound } from './current-round.ts';
import { isWorkday } from './is-workday.ts';
import { roundDay } from './round-day.ts';

const act = actOf('post-public-notice');

/** 第十二条第四项: the approved list is made public for 5 days; the program says which. */
export const postPublicNotice = deskCommand({
  ...act,
  summary: '发布审定通过的拟入围名单，按《办法》算出公示的起止日期。',
  fields: {
    date: optional(dateField('张贴日期', '不填为当天')),
    place: optional(textField('公示范围', '如区政府网站、所在单位公示栏')),
    number: optional(textField('公示文号', '不填则按本部门文号顺序取号')),
    year: optional(yearField('评选年度', '不填为最近一次评选')),
  },
  run({ tx, answers, context }) {
    const { round, measures, entries } = requireRound(tx, answers.year, act.title);
    const postedOn = roundDay(answers.date, context, act, '张贴日期');
    const approved = entries.filter(({ approval, endedOn }) => approval === 'approve' && endedOn === null);
    const waiting = approved.filter(({ noticeId }) => noticeId === null);
    // With nothing left to post, the refusal names the notice there is.
    const posted = waiting.length === 0 ? approved.at(-1)?.notice?.postedOn : undefined;
    const approvedOn = (waiting.length === 0 ? approved : waiting)
      .flatMap(({ approvalOn }) => approvalOn ?? [])
      .toSorted()
      .at(-1);
    const warnings = permit(act.title, '', mayPostNotice(approvedOn, posted, postedOn), '请核对名单和日期。');
    const { first, last, ended } = noticePeriod(postedOn, measures, isWorkday);
    const number = assignNumber(tx, answers.number, context.seat, postedOn, { document: 'public-notice', about: `${round.year} 年` });
    addNotice(
      tx,
      { roundId: round.id, departmentId: context.seat.id, number, postedOn, firstDay: first, lastDay: last, place: answers.place ?? null },
      waiting.map(({ id }) => id),
    );
    return {
      message: `已公示 ${waiting.length} 家，文号 ${number}，公示期 ${first} 至 ${last}，无异议的 ${ended} 起可以授牌。`,
      warnings,
    };
  },
});
