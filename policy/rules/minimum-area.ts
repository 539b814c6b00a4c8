import type { Rule } from './rule.ts';

/** Generally at least 50 square metres; 一般: below it needs a reason. 第七条第一项. */
export const minimumArea: Rule = ({ area }, { values }) => {
  const { value: least, source } = values.minimumArea;
  const base = { rule: 'minimum-area', article: source };
  if (area === undefined) return { ...base, outcome: 'missing', message: '未填场所面积。', evidence: '' };
  const evidence = `${area} 平方米`;
  if (area >= least) return { ...base, outcome: 'met', message: `场所面积不小于 ${least} 平方米。`, evidence };
  return {
    ...base,
    outcome: 'needs-approval',
    message: `场所面积 ${area} 平方米，一般不得小于 ${least} 平方米，须说明理由并批准。`,
    evidence,
  };
};
