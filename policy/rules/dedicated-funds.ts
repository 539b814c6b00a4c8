import { article } from '../article.ts';
import { tenThousandYuanText } from '../money.ts';
import type { Rule } from './rule.ts';

/** The host unit sets aside funds of its own. 第七条第四项. */
export const dedicatedFunds: Rule = ({ dedicatedFunds: funds }) => {
  const base = { rule: 'dedicated-funds', article: article(7, 4) };
  if (funds === undefined) return { ...base, outcome: 'missing', message: '未填所在单位专项经费。', evidence: '' };
  const evidence = `${tenThousandYuanText(funds)} 万元`;
  if (funds <= 0) return { ...base, outcome: 'unmet', message: '所在单位未安排专项经费。', evidence };
  return { ...base, outcome: 'met', message: '所在单位安排了专项经费。', evidence };
};
