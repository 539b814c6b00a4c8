import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { command } from '../command.ts';
import { dateField, numberField, optional, perTaskNumberField, perTaskTextField, textField } from '../field.ts';
import { drawUpLetter } from './draw-up-letter.ts';

const place = article(9);

/** 第九条: a named studio signs a letter with the competent department and commits itself to the five groups of tasks. */
export const signCommitmentLetter = command({
  name: 'sign-commitment-letter',
  title: '签订任务承诺书',
  summary: '登记任务承诺书的签订。任务按《办法》第九条列出，目标可以提高；降低须写明理由。',
  article: place,
  powers: ['sector-bureau'],
  fields: {
    date: optional(dateField('签订日期', '不填为当天')),
    cycleFrom: optional(dateField('周期开始日期', '不填为签订日期')),
    number: optional(textField('承诺书编号', '不填则按本部门文号顺序取号')),
    copies: optional(numberField('份数', '不填为四份')),
    target: optional(perTaskNumberField('年度目标', '按任务分别填写；不填为《办法》规定的数')),
    baseline: optional(perTaskNumberField('基准值', '上一年的实际数；首次签订不填为 0')),
    loweredReason: optional(perTaskTextField('降低理由', '年度目标低于《办法》规定的必填')),
  },
  offered: ({ designations }) => designations.some(({ level, endedOn }) => level === 'in-system' && endedOn === null),
  run({ tx, studio, answers, context }) {
    const signedOn = answers.date ?? context.today;
    if (signedOn > context.today) throw new Refusal(`无法登记签订：签订日期 ${signedOn} 晚于今天 ${context.today}。请核对日期。`, place);
    const letter = drawUpLetter(
      tx,
      studio,
      {
        number: answers.number,
        cycleFrom: answers.cycleFrom,
        copies: answers.copies,
        targets: answers.target,
        baselines: answers.baseline,
        loweredReasons: answers.loweredReason,
      },
      signedOn,
      context,
    );
    return {
      message: `已登记「${studio.name}」签订任务承诺书 ${letter.number}，周期 ${letter.cycleFrom} 至 ${letter.cycleTo}，任务 ${letter.tasks.length} 项。`,
    };
  },
});
