import { readYearlyActs } from '../../db/queries/yearly-acts.ts';
import { addYearlyAct } from '../../db/writes/yearly-acts.ts';
import type { YearlyAct } from '../../policy/duties/yearly-duties.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { type AnyCommand, deskCommand } from '../command.ts';
import { dateField, optional, textField, yearField } from '../field.ts';
import { pastDay } from '../past-day.ts';

/** 第十六条: one of the three things the HR bureau does every year, recorded once for its year; that settles the duty. */
function yearlyCommand(name: YearlyAct, summary: string, hint: string): AnyCommand {
  const act = actOf(name);
  return deskCommand({
    ...act,
    summary,
    fields: {
      content: textField('主要内容', hint),
      year: optional(yearField('年度', '不填为办理当年')),
      date: optional(dateField('日期', '不填为当天')),
    },
    run({ tx, answers, context }) {
      const doneOn = pastDay(answers.date, context, act.title, '日期', act.article);
      const present = partsOf(doneOn).year;
      const year = answers.year ?? present;
      if (!Number.isInteger(year) || Math.abs(year - present) > 1) {
        throw new Refusal(`无法${act.title}：年度 ${year} 与日期 ${doneOn} 相差一年以上。请核对年度和日期。`, act.article);
      }
      const earlier = readYearlyActs(tx).find((done) => done.act === name && done.year === year);
      if (earlier !== undefined) {
        throw new Refusal(`无法${act.title}：${year} 年的已于 ${earlier.doneOn} 登记。请核对年度。`, act.article);
      }
      addYearlyAct(tx, { year, act: name, doneOn, content: answers.content, departmentId: context.seat.id });
      return { message: `已${act.title}（${year} 年）：${answers.content}。` };
    },
  });
}

/** The HR bureau's year. 第十六条. */
export const yearlyCommands: readonly AnyCommand[] = [
  yearlyCommand('make-yearly-plan', '登记年初制定的全区名师工作室工作方案和计划。', '方案的名称和文号'),
  yearlyCommand('supervise-mid-year', '登记年中对推进情况的督促检查。', '检查了哪些单位、发现什么、有何要求'),
  yearlyCommand('review-year-end', '登记年底组织的区级名师工作室评审和考核。', '评审和考核的组织情况、结果的文号'),
];
