import { addStep, confirmFact } from '../../db/writes/applications.ts';
import { article } from '../../policy/article.ts';
import { acceptanceHurdles, subjectsToInspect } from '../../policy/eligibility.ts';
import { Refusal } from '../../policy/refusal.ts';
import { applicationAt, standsAt } from '../application-of.ts';
import { command } from '../command.ts';
import { choiceField, dateField, optional, textField, yesNoField } from '../field.ts';
import { measuresBook } from '../measures-book.ts';
import { studioFindings } from '../studio-findings.ts';
import { stepDate } from './step-date.ts';

const place = article(11, 2);

/** What an inspection concludes. */
export const inspectionResults = { pass: '通过', fail: '不通过' } as const;

/**
 * 第十一条第二项: people go and look. What the application could not prove is either seen on site and recorded with who saw it, or
 * stays open and the inspection cannot pass.
 */
export const inspect = command({
  name: 'inspect',
  title: '登记现场考察',
  summary: '登记现场考察的日期、人员、结论；受理时待核实的事项在此确认。',
  article: place,
  powers: ['sector-bureau'],
  fields: {
    inspectors: textField('考察组成员', '姓名之间用顿号'),
    result: choiceField('考察结论', inspectionResults),
    date: optional(dateField('考察日期', '不填为当天')),
    site: optional(textField('考察地点', '不填为工作室所在单位')),
    opinion: optional(textField('考察意见')),
    verified: optional(yesNoField('待核实事项均已现场核实', '受理时列出待核实事项的，通过前必须填「是」')),
  },
  offered: standsAt('accepted'),
  run({ tx, studio, answers, context }) {
    const application = applicationAt(studio, ['accepted'], '登记现场考察', place);
    const onDate = stepDate(answers.date, application, context, '考察日期', place);
    const { toInspect } = acceptanceHurdles(studioFindings(studio, measuresBook(tx), context.today), []);
    const passed = answers.result === 'pass';
    if (passed && toInspect.length > 0 && answers.verified !== true) {
      const open = toInspect.map(({ message }) => message).join('');
      throw new Refusal(`无法登记考察通过：还有事项未核实。${open}现场已核实的，请在「待核实事项均已现场核实」填「是」。`, place);
    }
    if (passed) {
      for (const subject of toInspect.flatMap(({ rule }) => subjectsToInspect(rule))) {
        if (studio.confirmations[subject] === undefined) {
          confirmFact(tx, studio.id, subject, {
            holds: true,
            confirmedBy: answers.inspectors,
            confirmedOn: onDate,
            evidence: '现场考察核实',
          });
        }
      }
    }
    addStep(tx, {
      applicationId: application.id,
      status: 'inspected',
      onDate,
      departmentId: context.seat.id,
      details: {
        inspectors: answers.inspectors,
        site: answers.site ?? studio.hostUnit?.name ?? '',
        result: answers.result,
        opinion: answers.opinion ?? '',
      },
    });
    return { message: `已登记「${studio.name}」的现场考察，结论：${inspectionResults[answers.result]}。` };
  },
});
