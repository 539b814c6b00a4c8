import type { Rule } from './rule.ts';

/** Three to five members beside the lead, both included. 第三条. */
export const teamSize: Rule = ({ members }, { values }) => {
  const { value: limits, source } = values.teamSize;
  const base = { rule: 'team-size', article: source, evidence: members.map(({ name }) => name).join('、') };
  const count = members.length;
  if (count === 0) return { ...base, outcome: 'missing', message: '未填团队成员。' };
  if (count < limits.least || count > limits.most) {
    return { ...base, outcome: 'unmet', message: `团队成员应为 ${limits.least} 至 ${limits.most} 人，现有 ${count} 人。` };
  }
  return { ...base, outcome: 'met', message: `团队成员 ${count} 人，在 ${limits.least} 至 ${limits.most} 人之内。` };
};
