import { addDesignation } from '../../db/writes/designations.ts';
import { updateEntry } from '../../db/writes/district-rounds.ts';
import { Refusal } from '../../policy/refusal.ts';
import { mayAwardPlaque } from '../../policy/round/award-plaque.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { assignSharedNumber } from '../document-number.ts';
import { dateField, optional, textField } from '../field.ts';
import { permit } from '../permit.ts';
import { candidateOf } from './candidate.ts';
import { currentEntry, requireEntry } from './current-round.ts';
import { isWorkday } from './is-workday.ts';
import { roundDay } from './round-day.ts';

const act = actOf('award-plaque');

/**
 * 第十二条第五项: when the notice has ended without objection, the office names the studio 武昌区名师工作室 and awards the plaque, to five a
 * year at most. Also an objection that came in late must be settled first: who knows of one does not award.
 */
export const awardPlaque = command({
  ...act,
  summary: '公示期满无异议的，命名授牌为「武昌区名师工作室」，登记命名文号。每年不超过 5 家。',
  fields: {
    date: optional(dateField('授牌日期', '不填为当天')),
    number: optional(textField('命名文号', '不填则按本部门文号顺序取号；同日一并命名的，填同一文号')),
  },
  offered({ id }, db, _seat, today) {
    const entry = currentEntry(db, id);
    if (entry === undefined || entry.notice === null || entry.awardedOn !== null) return false;
    return entry.notice.lastDay < today && entry.objections.every(({ settledOn }) => settledOn !== null);
  },
  run({ tx, studio, answers, context }) {
    const { entry, entries, facts, measures } = requireEntry(tx, studio, act.title, act.article);
    const awardedOn = roundDay(
      answers.date,
      context,
      act,
      '授牌日期',
      ...entry.objections.map(({ settledOn, number }) => ({ day: settledOn, label: `第 ${number} 件异议的办结日期` })),
    );
    const open = entry.objections.filter(({ settledOn }) => settledOn === null);
    const objections = entry.objections.map(({ receivedOn, settledOn, outcome }) => ({
      raisedOn: receivedOn,
      settledOn: settledOn ?? undefined,
      upheld: outcome === 'upheld',
    }));
    const warnings = permit(
      act.title,
      studio.name,
      mayAwardPlaque(candidateOf(tx, studio, entry), objections, facts, awardedOn, measures, isWorkday),
      '请待条件具备后再授牌。',
    );
    if (open.length > 0) {
      throw new Refusal(`无法${act.title}：对「${studio.name}」还有 ${open.length} 件异议没有办结。请先办结异议。`, act.article);
    }
    const number = assignSharedNumber(
      tx,
      answers.number,
      entries.filter((other) => other.awardedOn === awardedOn).map(({ awardNumber }) => awardNumber),
      context.seat,
      awardedOn,
      { document: 'plaque-decision', about: `${entry.year} 年` },
    );
    updateEntry(tx, entry.id, { awardedOn });
    addDesignation(tx, {
      studioId: studio.id,
      applicationId: null,
      level: 'district',
      departmentId: context.seat.id,
      namedOn: awardedOn,
      documentNumber: number,
    });
    return {
      message: `已命名「${studio.name}」为武昌区名师工作室并授牌，文号 ${number}，${entry.year} 年已授牌 ${facts.awarded + 1} 家。`,
      warnings,
    };
  },
});
