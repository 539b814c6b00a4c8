import { addGrant } from '../../db/writes/district-rounds.ts';
import { article } from '../../policy/article.ts';
import { moneyText } from '../../policy/money.ts';
import { Refusal } from '../../policy/refusal.ts';
import { mayDecideGrant } from '../../policy/round/grant.ts';
import { studioNatureLabels } from '../../policy/studio-nature.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { assignSharedNumber } from '../document-number.ts';
import { choiceField, dateField, moneyField, optional, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { permit } from '../permit.ts';
import { awardedEntry } from './awarded-entry.ts';
import { requireRound } from './current-round.ts';
import { roundDay } from './round-day.ts';

const act = actOf('decide-grant');

/** 第十二条第六项: a grant by the nature of the studio's sector, both ends of the range included, one for each award. */
export const decideGrant = command({
  ...act,
  summary: '结合工作室所在行业性质核定建设经费资助：纯公益性 5 至 8 万元，具备一定市场功能 3 至 6 万元。',
  fields: {
    nature: choiceField('行业性质', studioNatureLabels),
    amount: moneyField('资助金额'),
    date: optional(dateField('核定日期', '不填为当天')),
    number: optional(textField('核定文号', '不填则按本部门文号顺序取号；同日一并核定的，填同一文号')),
  },
  offered: (studio, db) => heldTitle(studio, 'district') !== undefined && awardedEntry(db, studio.id)?.grant === null,
  run({ tx, studio, answers, context }) {
    const title = requireTitle(studio, 'district', act.title, article(12, 5));
    const entry = awardedEntry(tx, studio.id);
    if (entry === undefined) {
      throw new Refusal(`无法${act.title}：「${studio.name}」的区级称号不是由本机登记的评选授予的。请先补录评选。`, act.article);
    }
    const { measures, entries } = requireRound(tx, entry.year, act.title);
    const decidedOn = roundDay(answers.date, context, act, '核定日期');
    const { nature, amount } = answers;
    const proposed = { nature, amount, plaqueOn: title.namedOn, decided: entry.grant?.amount };
    const warnings = permit(act.title, studio.name, mayDecideGrant(proposed, decidedOn, measures), '请核对性质、金额和日期。');
    const documentNumber = assignSharedNumber(
      tx,
      answers.number,
      entries.map(({ grant }) => (grant?.decidedOn === decidedOn ? grant.documentNumber : null)),
      context.seat,
      decidedOn,
      { document: 'grant-notice', about: `${entry.year} 年` },
    );
    addGrant(tx, { entryId: entry.id, departmentId: context.seat.id, nature, amount, decidedOn, documentNumber });
    return {
      message: `已核定「${studio.name}」（${studioNatureLabels[nature]}）建设经费资助 ${moneyText(amount)}，文号 ${documentNumber}。先建后补，建设之后发放。`,
      warnings,
    };
  },
});
