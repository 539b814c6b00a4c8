import { fullYears } from '../plain-date.ts';
import { sexLabels } from '../qualification.ts';
import type { Rule } from './rule.ts';

/**
 * Age in full years on the application date. Within the general limit: met. Within the special limit: a person must
 * approve, with a reason. Beyond: unmet. 第五条第四项.
 */
export const leadAge: Rule = ({ leads: [lead], applicationDate }, { values }) => {
  const { value: limits, source } = values.leadAgeLimit;
  const base = { rule: 'lead-age', article: source };
  if (lead === undefined) return { ...base, outcome: 'missing', message: '未填领办人，无法核对年龄。', evidence: '' };
  const { name, birthDate, sex } = lead;
  if (birthDate === undefined || sex === undefined || applicationDate === undefined) {
    return { ...base, outcome: 'missing', message: `未填${name}的出生日期、性别或申报日期，无法核对年龄。`, evidence: name };
  }
  const age = fullYears(birthDate, applicationDate);
  const { general, special } = limits[sex];
  const evidence = `${name}，${sexLabels[sex]}，${birthDate} 出生，${applicationDate} 申报时 ${age} 周岁`;
  if (age <= general) return { ...base, outcome: 'met', message: `${age} 周岁，未超过 ${general} 周岁。`, evidence };
  if (age <= special) {
    return {
      ...base,
      outcome: 'needs-approval',
      message: `${age} 周岁，超过 ${general} 周岁；特殊情况不超过 ${special} 周岁，须说明理由并批准。`,
      evidence,
    };
  }
  return { ...base, outcome: 'unmet', message: `${age} 周岁，超过特殊情况的上限 ${special} 周岁。`, evidence };
};
