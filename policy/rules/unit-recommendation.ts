import { article } from '../article.ts';
import type { Rule } from './rule.ts';

/** The host unit has agreed to the application and recommends it. 第十一条第一项. */
export const unitRecommendation: Rule = ({ unitOpinion }) => {
  const base = { rule: 'unit-recommendation', article: article(11, 1) };
  const opinion = unitOpinion?.trim() ?? '';
  if (opinion === '') return { ...base, outcome: 'missing', message: '未填所在单位推荐意见。', evidence: '' };
  if (/不同意|不予推荐|不推荐|暂不/.test(opinion)) return { ...base, outcome: 'unmet', message: '所在单位未同意推荐。', evidence: opinion };
  return { ...base, outcome: 'met', message: '所在单位已审核并推荐。', evidence: opinion };
};
