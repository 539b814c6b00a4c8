import { article } from '../article.ts';
import { hostUnitLabels } from '../studio-facts.ts';
import type { Rule } from './rule.ts';

/**
 * A studio generally stands on an enterprise or public institution of the district. 第三条.
 * 一般: elsewhere needs a reason. Without a unit, or its kind, the fact is missing.
 */
export const hostUnit: Rule = ({ hostUnit: unit }) => {
  const base = { rule: 'host-unit', article: article(3) };
  if (unit === undefined) return { ...base, outcome: 'missing', message: '未填所在单位。', evidence: '' };
  if (unit.kind === undefined) return { ...base, outcome: 'missing', message: `未填「${unit.name}」的单位性质。`, evidence: unit.name };
  const evidence = `${unit.name}（${hostUnitLabels[unit.kind]}）`;
  if (unit.kind === 'other') {
    return { ...base, outcome: 'needs-approval', message: '工作室一般依托企事业单位建立，所在单位不属企事业单位。', evidence };
  }
  if (unit.inDistrict === false) {
    return { ...base, outcome: 'needs-approval', message: '工作室一般依托武昌区企事业单位建立，所在单位不在本区。', evidence };
  }
  return { ...base, outcome: 'met', message: '依托企事业单位建立。', evidence };
};
