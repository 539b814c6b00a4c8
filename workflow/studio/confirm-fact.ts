import { confirmFact } from '../../db/writes/applications.ts';
import { article } from '../../policy/article.ts';
import { confirmationLabels } from '../../policy/studio-facts.ts';
import { command } from '../command.ts';
import { choiceField, dateField, optional, textField, yesNoField } from '../field.ts';

/** 第四条 to 第七条: somebody stands for a fact that is neither number nor date, and says on what paper. */
export const confirm = command({
  name: 'confirm',
  title: '登记核实事项',
  summary: '登记某项条件是否具备、由谁核实、依据何材料。',
  article: article(11, 2),
  powers: ['sector-bureau'],
  fields: {
    subject: choiceField('核实事项', confirmationLabels),
    by: textField('核实人', '单位或人员'),
    holds: optional(yesNoField('是否具备', '不填为「是」')),
    date: optional(dateField('核实日期', '不填为当天')),
    evidence: optional(textField('依据材料')),
  },
  offered: ({ application }) => application !== null,
  run({ tx, studio, answers, context }) {
    const holds = answers.holds ?? true;
    confirmFact(tx, studio.id, answers.subject, {
      holds,
      confirmedBy: answers.by,
      confirmedOn: answers.date ?? context.today,
      ...(answers.evidence === undefined ? {} : { evidence: answers.evidence }),
    });
    return { message: `已登记「${studio.name}」${confirmationLabels[answers.subject]}：${holds ? '具备' : '不具备'}。` };
  },
});
