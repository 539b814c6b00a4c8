import type { Rule } from './rule.ts';

/** A studio has exactly one lead. 第三条. */
export const leadCount: Rule = ({ leads }, { values }) => {
  const { value: wanted, source } = values.leadCount;
  const base = { rule: 'lead-count', article: source, evidence: leads.map(({ name }) => name).join('、') };
  if (leads.length === 0) return { ...base, outcome: 'missing', message: '未填领办人。' };
  if (leads.length !== wanted) return { ...base, outcome: 'unmet', message: `领办人应为 ${wanted} 人，现有 ${leads.length} 人。` };
  return { ...base, outcome: 'met', message: `领办人 ${wanted} 人。` };
};
