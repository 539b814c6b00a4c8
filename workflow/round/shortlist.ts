import type { ReadableDatabase } from '../../db/database.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { updateEntry } from '../../db/writes/district-rounds.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { mayShortlist } from '../../policy/round/shortlist.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { permit } from '../permit.ts';
import { candidateOf } from './candidate.ts';
import { type EntryInRound, findEntry, requireEntry } from './current-round.ts';
import { completeReview, isReviewComplete } from './review.ts';
import { roundDay } from './round-day.ts';

const act = actOf('shortlist');

/** What the review says of a studio that is to go on the list on a day. Refuses while the review is not complete. */
function considered(db: ReadableDatabase, studio: StudioRecord, current: EntryInRound, on: PlainDate) {
  const { entry, facts, measures } = current;
  const { reviewed, places, selection } = completeReview(db, current, act.title);
  const average = reviewed.find((each) => each.entry.id === entry.id)?.average.average;
  const tied = selection.tied.some(({ id }) => id === entry.id);
  const higherLeftOut = reviewed
    .filter((other) => other.entry.shortlistedOn === null && average !== undefined && other.average.average > average)
    .map((other) => other.entry.studio);
  return {
    average,
    higherLeftOut,
    place: places.find(({ candidates }) => candidates.some(({ id }) => id === entry.id))?.place ?? null,
    permission: mayShortlist(
      candidateOf(db, studio, entry, average),
      facts,
      { tieOpen: tied && entry.tieChosen !== true, higherLeftOut },
      on,
      measures,
    ),
  };
}

/**
 * 第十二条第三项: the HR bureau settles who is on the shortlist, after inspection and expert review, never more than the year's quota. Taking
 * one while another stands higher needs a reason.
 */
export const shortlist = command({
  ...act,
  summary: '按现场考察和专家评审结果，把一家工作室列入拟入围名单。名单连同当年已授牌的不超过 5 家。',
  fields: {
    date: optional(dateField('确定日期', '不填为当天')),
    reason: optional(textField('理由', '越过得分更高的工作室时必填')),
  },
  offered(studio, db, _seat, today) {
    const current = findEntry(db, studio.id);
    if (current?.entry.inspectionPassed !== true || current.entry.shortlistedOn !== null || !isReviewComplete(db, current)) return false;
    return considered(db, studio, current, today).permission.against.length === 0;
  },
  run({ tx, studio, answers, context }) {
    const current = requireEntry(tx, studio, act.title, act.article);
    const { entry, facts } = current;
    if (entry.inspectionPassed === false) {
      throw new Refusal(`无法${act.title}：「${studio.name}」现场考察未通过。复查通过的，请重新登记考察。`, act.article);
    }
    const shortlistedOn = roundDay(answers.date, context, act, '确定日期');
    const { average, higherLeftOut, place, permission } = considered(tx, studio, current, shortlistedOn);
    const warnings = permit(act.title, studio.name, permission, '请核对名次和名额。');
    if (higherLeftOut.length > 0 && answers.reason === undefined) {
      const names = higherLeftOut.map((name) => `「${name}」`).join('、');
      throw new Refusal(`无法${act.title}：得分高于「${studio.name}」的${names}未列入。请先列入，或写明「理由」。`, act.article);
    }
    updateEntry(tx, entry.id, {
      shortlistedOn,
      shortlistPlace: place,
      shortlistAverage: average ?? null,
      shortlistReason: answers.reason ?? null,
    });
    return {
      message: `已将「${studio.name}」列入 ${entry.year} 年拟入围名单，平均 ${average ?? 0} 分，名单共 ${facts.shortlisted + 1} 家。`,
      warnings,
    };
  },
});
