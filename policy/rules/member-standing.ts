import { article } from '../article.ts';
import { confirmed } from './confirmed.ts';
import type { Rule } from './rule.ts';

/** Members have honours or results in their field: on record for each, or confirmed as a whole. 第六条第一项. */
export const memberResults: Rule = (facts) => {
  const place = article(6, 1);
  const recorded = facts.members.filter(({ qualifications }) => qualifications.length > 0);
  if (facts.members.length > 0 && recorded.length === facts.members.length) {
    const evidence = recorded
      .map(({ name, qualifications }) => `${name}：${qualifications.map((honour) => honour.name).join('、')}`)
      .join('；');
    return { rule: 'member-results', article: place, outcome: 'met', message: '成员均有荣誉或成果记录。', evidence };
  }
  return confirmed('member-results', place, ['member-results'], facts);
};

/** Members are of good character (第六条第二项) and up to their duties (第六条第三项): one declaration covers both. */
export const memberConduct: Rule = (facts) => confirmed('member-conduct', article(6, 2), ['member-conduct'], facts);
