import { updateEntry } from '../../db/writes/district-rounds.ts';
import { Refusal } from '../../policy/refusal.ts';
import { mayApproveShortlist } from '../../policy/round/shortlist.ts';
import { actOf } from '../act-of.ts';
import { deskCommand } from '../command.ts';
import { among, dateField, optional, textField, yearField } from '../field.ts';
import { permit } from '../permit.ts';
import { requireRound } from './current-round.ts';
import { namedEntries } from './named-entries.ts';
import { roundDay } from './round-day.ts';

const act = actOf('approve-shortlist');

/** 第十二条第三项: the leading-group office approves the shortlist, as a whole or without some, who then leave the round. */
export const approveShortlist = deskCommand({
  ...act,
  summary: '审定拟入围名单。整份通过的不填「未通过的工作室」；未通过的退出当年评选，须写明理由。',
  fields: {
    minutes: textField('会议纪要号或审定文号'),
    date: optional(dateField('审定日期', '不填为当天')),
    rejected: optional(among('shortlisted-studios', textField('未通过的工作室', '名称之间用顿号'))),
    reason: optional(textField('未通过的理由', '有未通过的必填')),
    year: optional(yearField('评选年度', '不填为最近一次评选')),
  },
  run({ tx, answers, context }) {
    const { round, measures, entries, facts } = requireRound(tx, answers.year, act.title);
    const submitted = entries.filter(
      ({ shortlistedOn, approvalOn, endedOn }) => shortlistedOn !== null && approvalOn === null && endedOn === null,
    );
    const approvalOn = roundDay(answers.date, context, act, '审定日期');
    const submittedOn = submitted
      .flatMap(({ shortlistedOn }) => shortlistedOn ?? [])
      .toSorted()
      .at(-1);
    const warnings = permit(act.title, '', mayApproveShortlist(submittedOn, facts, approvalOn, measures), '请核对名单和日期。');
    const rejected = namedEntries(answers.rejected ?? '', submitted, act.title, act.article);
    if (rejected.length > 0 && answers.reason === undefined) {
      throw new Refusal(`无法${act.title}：有未通过的工作室，须写明「未通过的理由」。请补填。`, act.article);
    }
    for (const entry of submitted) {
      const passed = !rejected.includes(entry);
      updateEntry(tx, entry.id, {
        approvalOn,
        approval: passed ? 'approve' : 'reject',
        approvalMinutes: answers.minutes,
        approvalOpinion: passed ? null : (answers.reason ?? null),
        ...(passed ? {} : { endedOn: approvalOn, endReason: `审定未通过：${answers.reason ?? ''}` }),
      });
    }
    const out = rejected.length === 0 ? '' : `，未通过 ${rejected.length} 家`;
    return { message: `已审定 ${round.year} 年拟入围名单：通过 ${submitted.length - rejected.length} 家${out}。`, warnings };
  },
});
