import { addEntry } from '../../db/writes/district-rounds.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { mayApplyToRound } from '../../policy/round/apply-to-round.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField, yesNoField } from '../field.ts';
import { heldTitle } from '../held-title.ts';
import { permit } from '../permit.ts';
import { titleStanding } from '../title-standing.ts';
import { currentEntry, findRound, requireRound } from './current-round.ts';
import { roundDay } from './round-day.ts';

const act = actOf('apply-to-round');

/** 第十二条第一项: a studio named in the system applies to its bureau in writing, with its unit's consent. 第十条: only such a studio. */
export const applyToRound = command({
  ...act,
  summary: '登记系统内名师工作室参评区级名师工作室的书面申请和所在单位意见。',
  fields: {
    unitAgreed: yesNoField('所在单位是否同意参评'),
    unitAgreedOn: optional(dateField('单位同意日期', '不填为申请日期')),
    unitOpinion: optional(textField('单位意见')),
    date: optional(dateField('申请日期', '不填为当天')),
  },
  offered: (studio, db, _seat, today) =>
    heldTitle(studio, 'in-system') !== undefined &&
    heldTitle(studio, 'district') === undefined &&
    findRound(db, partsOf(today).year) !== undefined &&
    currentEntry(db, studio.id) === undefined,
  run({ tx, studio, answers, context }) {
    const appliedOn = roundDay(answers.date, context, act, '申请日期');
    const { round, measures, entries } = requireRound(tx, partsOf(appliedOn).year, act.title);
    if (entries.some(({ studioId, endedOn }) => studioId === studio.id && endedOn === null)) {
      throw new Refusal(`无法${act.title}：「${studio.name}」已申请参加 ${round.year} 年的评选。请核对工作室。`, act.article);
    }
    const consent = { agreed: answers.unitAgreed, on: answers.unitAgreedOn ?? appliedOn };
    const permission = mayApplyToRound(titleStanding(tx, studio), consent, appliedOn, measures);
    const warnings = permit(act.title, studio.name, permission, '请待条件具备后再申请。');
    addEntry(tx, {
      roundId: round.id,
      studioId: studio.id,
      departmentId: context.seat.id,
      appliedOn,
      unitAgreedOn: consent.on,
      unitOpinion: answers.unitOpinion ?? null,
    });
    return { message: `已登记「${studio.name}」申请参加 ${round.year} 年区级评选。`, warnings };
  },
});
