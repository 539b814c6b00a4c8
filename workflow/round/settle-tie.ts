import { updateEntry } from '../../db/writes/district-rounds.ts';
import { Refusal } from '../../policy/refusal.ts';
import { settleTie as settledSelection } from '../../policy/scoring/ranking.ts';
import { actOf } from '../act-of.ts';
import { deskCommand } from '../command.ts';
import { among, optional, textField, yearField } from '../field.ts';
import { requireRound } from './current-round.ts';
import { namedEntries } from './named-entries.ts';
import { completeReview } from './review.ts';

const act = actOf('settle-tie');

/** 第十二条 does not say who is in when several have the same average and the places left are not enough: a person decides, with a reason. */
export const settleTie = deskCommand({
  ...act,
  summary: '几家工作室平均分相同而名额不足时，登记由谁决定、选定哪几家、什么理由。',
  fields: {
    chosen: among('tied-studios', textField('选定的工作室', '名称之间用顿号')),
    decidedBy: textField('决定人'),
    reason: textField('理由'),
    year: optional(yearField('评选年度', '不填为最近一次评选')),
  },
  run({ tx, answers }) {
    const current = requireRound(tx, answers.year, act.title);
    const { selection } = completeReview(tx, current, act.title);
    const { decidedBy, reason } = answers;
    const { tied, seatsLeft } = selection;
    if (tied.length === 0) {
      throw new Refusal(`无法${act.title}：没有因同分而名额不足的工作室。请按名次列入拟入围名单。`, act.article);
    }
    const listed = tied.filter(({ shortlistedOn }) => shortlistedOn !== null).map(({ studio }) => `「${studio}」`);
    if (listed.length > 0) {
      throw new Refusal(`无法${act.title}：${listed.join('、')}已按原来的决定列入拟入围名单，不再改变。请核对名单。`, act.article);
    }
    const chosen = namedEntries(answers.chosen, tied, act.title, act.article);
    if (chosen.length === 0) {
      throw new Refusal(`无法${act.title}：没有写明「选定的工作室」。请填写工作室名称。`, act.article);
    }
    if (chosen.length > seatsLeft) {
      throw new Refusal(`无法${act.title}：只余 ${seatsLeft} 个名额，选了 ${chosen.length} 家。请减少选定的工作室。`, act.article);
    }
    settledSelection(selection, { chosen, decidedBy, reason });
    for (const entry of tied) {
      updateEntry(tx, entry.id, { tieChosen: chosen.includes(entry), tieReason: reason, tieDecidedBy: decidedBy });
    }
    const names = (entries: typeof chosen) => entries.map(({ studio }) => `「${studio}」`).join('、');
    return { message: `${names(tied)}同分，${decidedBy}决定选定${names(chosen)}：${reason}。` };
  },
});
