import { scoreSummaryId, writeScoreSummary } from '../../exchange/score-summary.ts';
import { article } from '../../policy/article.ts';
import { scoreSummaryOf } from '../round/score-summary-of.ts';
import { type Outgoing, senderOf } from './outgoing.ts';

/** 专家评分汇总表 of a round, the latest unless another is asked for: the experts' totals with averages and places by formula, to be signed. 第十二条第三项. */
export const outgoingScoreSummary: Outgoing = {
  id: scoreSummaryId,
  title: '专家评分汇总表',
  summary: '汇总各位专家的评分，平均分和名次由公式计算，打印后由专家、计票人、监督人签名。',
  article: article(12, 3),
  powers: ['hr-bureau'],
  about: 'year',
  counted: '个工作室',
  async write(context, { roundYear }) {
    const summary = scoreSummaryOf(context.db, roundYear, '导出专家评分汇总表');
    return { ...(await writeScoreSummary(summary, senderOf(context))), rows: summary.studios.length };
  },
};
