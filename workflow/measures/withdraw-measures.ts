import { isKept } from '../../db/queries/added-measures.ts';
import { removeMeasures } from '../../db/writes/added-measures.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { deskCommand } from '../command.ts';
import { among, textField } from '../field.ts';
import { measuresBook } from '../measures-book.ts';

const act = actOf('withdraw-measures');

function refuse(why: string): never {
  throw new Refusal(`无法${act.title}：${why}`, act.article);
}

/** A set that has not begun and that nothing keeps goes again, the last one first; its content stays in the log of when it was added. */
export const withdrawMeasures = deskCommand({
  ...act,
  summary: '撤回增加有误的办法：须是最后增加的、尚未施行、没有决定采用的。',
  fields: {
    id: among('withdrawable-measures', textField('编号', '如 wuchang-2027-03-01，见「关于本办法」')),
    reason: textField('撤回原因'),
  },
  run({ tx, answers, context }) {
    const { added } = measuresBook(tx);
    const set = added.find(({ id }) => id === answers.id);
    if (set === undefined) {
      const known = added.length === 0 ? '本机没有增加过办法' : `增加过的有 ${added.map(({ id }) => id).join('、')}`;
      return refuse(`没有增加过编号为「${answers.id}」的办法，${known}。请核对编号。`);
    }
    const name = `《${set.title}》（${set.documentNumber}）`;
    if (set.effectiveFrom <= context.today) refuse(`${name}已于 ${set.effectiveFrom} 施行。内容有误的，请以新的施行日期增加更正后的办法。`);
    if (set !== added.at(-1)) refuse(`${name}之后还有 ${added.at(-1)?.documentNumber ?? ''}。请先撤回后一办法。`);
    if (isKept(tx, set.id)) refuse(`已有决定采用${name}。请以新的施行日期增加更正后的办法。`);
    removeMeasures(tx, set.id);
    return { message: `已撤回${name}：${answers.reason}。` };
  },
});
