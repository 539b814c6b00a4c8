import type { Transaction } from '../../../db/database.ts';
import { article } from '../../../policy/article.ts';
import type { Context } from '../../context.ts';
import { scoreSummaryOf } from '../../round/score-summary-of.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';

/** 专家评分汇总表 of a year's round. 第十二条第三项. */
export const scoreSummarySources: YearSources = {
  scope: 'year',
  article: article(12, 3),
  documents: (_db, year, _only, context) => [{ name: `${year}年度`, source: (tx) => sourceOf(tx, year, context) }],
};

function sourceOf(tx: Transaction, year: number, { seat, today }: Context): DocumentSource {
  const { roundId, method, experts, studios } = scoreSummaryOf(tx, year, '生成《专家评分汇总表》');
  const input = {
    period: `${year}年度`,
    department: seat.officialName,
    method,
    experts: experts.map((name) => ({ name })),
    studios: studios.map(({ id: _id, shortlisted, ...studio }) => ({
      ...studio,
      ...(shortlisted === undefined ? {} : { shortlisted: shortlisted ? 'yes' : 'no' }),
    })),
    printedOn: today,
  };
  return { input, number: null, subjectId: roundId, issuedOn: today };
}
