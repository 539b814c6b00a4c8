import { updateStudio } from '../../db/writes/studios.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField } from '../field.ts';
import { allowChange, mayChange, recordChange, toFollow } from './changing.ts';

const act = actOf('rename-studio');

/** 第二条: a studio bears the name of its lead and its specialty. Earlier documents keep the name they were issued under. */
export const renameStudio = command({
  ...act,
  summary: '登记工作室更名；以名师姓名及专业特色命名。此前的文书保留原名称。',
  fields: { name: textField('新名称'), reason: textField('变更原因'), date: optional(dateField('变更日期', '不填为当天')) },
  offered: (studio, _db, seat) => mayChange(act.name, studio, seat),
  run({ tx, studio, answers, context }) {
    const papers = { reason: answers.reason, 'new-name': answers.name };
    const allowed = allowChange(act.name, studio, answers.date, papers, context);
    if (answers.name === studio.name) throw new Refusal(`无法${act.title}：新名称与现名称相同。请核对新名称。`, act.article);
    const lead = studio.people.find(({ role }) => role === 'lead');
    updateStudio(tx, studio.id, { name: answers.name, identityOn: context.today });
    recordChange(
      tx,
      act.name,
      studio.id,
      [{ field: '名称', before: studio.name, after: answers.name }],
      allowed,
      { reason: answers.reason },
      context,
    );
    const unlike = lead !== undefined && !answers.name.includes(lead.name);
    return {
      message: `「${studio.name}」自 ${allowed.onDate} 起更名为「${answers.name}」。`,
      warnings: [...(unlike ? [`新名称不含领办人姓名${lead.name}（第二条）。`] : []), ...toFollow(act.name)],
    };
  },
});
