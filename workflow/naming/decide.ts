import { readSteps } from '../../db/queries/history.ts';
import { readReviewScores, reviewSheetOn } from '../../db/queries/reviews.ts';
import { addStep } from '../../db/writes/applications.ts';
import { article, articleText } from '../../policy/article.ts';
import { acceptanceHurdles } from '../../policy/eligibility.ts';
import { Refusal } from '../../policy/refusal.ts';
import { applicationAt, standsAt } from '../application-of.ts';
import { command } from '../command.ts';
import { choiceField, dateField, optional, textField } from '../field.ts';
import { measuresBook } from '../measures-book.ts';
import { studioFindings } from '../studio-findings.ts';
import { stepDate } from './step-date.ts';

const place = article(11, 3);

/** What a party-group meeting decides. */
export const meetingDecisions = { approve: '同意', reject: '不同意' } as const;

/** 第十一条第三项: the party-group meeting discusses the inspection and decides. Without a passed inspection there is nothing to approve. */
export const decide = command({
  name: 'decide',
  title: '登记党组会议决定',
  summary: '登记党组会议的日期、纪要号和决定。',
  article: place,
  powers: ['sector-bureau'],
  fields: {
    minutes: textField('会议纪要号', '如 武昌教党纪〔2026〕12号'),
    decision: choiceField('会议决定', meetingDecisions),
    date: optional(dateField('会议日期', '不填为当天')),
    opinion: optional(textField('会议意见')),
  },
  offered: standsAt('inspected'),
  run({ tx, studio, answers, context }) {
    const application = applicationAt(studio, ['inspected'], '登记党组会议决定', place);
    const onDate = stepDate(answers.date, application, context, '会议日期', place);
    if (answers.decision === 'approve') {
      const inspection = readSteps(tx, application.id).findLast(({ status }) => status === 'inspected');
      if (inspection?.details['result'] !== 'pass') {
        throw new Refusal(`无法登记同意命名：「${studio.name}」现场考察未通过。请登记不同意，或退回申报。`, place);
      }
      const approved = application.approvals.map(({ rule }) => rule);
      const hurdles = Object.values(acceptanceHurdles(studioFindings(studio, measuresBook(tx), context.today), approved)).flat();
      if (hurdles.length > 0) {
        const reasons = hurdles.map(({ article: ground, message }) => `${articleText(ground)}：${message}`).join('');
        throw new Refusal(`无法登记同意命名：「${studio.name}」还有事项不符合或未落实。${reasons}请先补正。`, place);
      }
    }
    const score = readReviewScores(tx, application.id).at(-1);
    const poor = score !== undefined && (score.vetoedBy.length > 0 || score.grade === 'unqualified');
    if (answers.decision === 'approve' && poor && answers.opinion === undefined) {
      throw new Refusal(
        `无法登记同意命名：「${studio.name}」按评审细则${score.vetoedBy.length > 0 ? '有一票否决的情形' : `得 ${score.total ?? ''} 分，不合格`}，会议仍同意的须写明「会议意见」。`,
        article(11),
      );
    }
    const unscored = score === undefined && reviewSheetOn(tx, context.seat.id, onDate) !== undefined;
    addStep(tx, {
      applicationId: application.id,
      status: answers.decision === 'approve' ? 'approved' : 'rejected',
      onDate,
      departmentId: context.seat.id,
      ...(answers.opinion === undefined ? {} : { reason: answers.opinion }),
      details: {
        minutes: answers.minutes,
        decision: answers.decision,
        ...(score === undefined ? {} : { score: String(score.total ?? '') }),
      },
    });
    return {
      message: `已登记党组会议决定：${meetingDecisions[answers.decision]}命名「${studio.name}」。`,
      warnings: unscored ? ['本部门有评审细则，提交会议时没有登记评审得分（第十一条）。'] : [],
    };
  },
});
