import { atLeast, levelLabels, type Qualification, qualificationLabels } from '../qualification.ts';
import type { Rule } from './rule.ts';

function described({ name, year, level, kind }: Qualification): string {
  return `${name}${year === undefined ? '' : `（${year}）`}：${levelLabels[level]}${qualificationLabels[kind]}`;
}

/** At least one of the five grounds at its level or higher. 第五条第二项. */
export const leadQualification: Rule = ({ leads: [lead] }, { values }) => {
  const { value: lowest, source } = values.qualificationLevels;
  const base = { rule: 'lead-qualification', article: source };
  if (lead === undefined) return { ...base, outcome: 'missing', message: '未填领办人，无法核对资格依据。', evidence: '' };
  const unclear = lead.unclearClaims ?? [];
  const evidence = [...lead.qualifications.map(described), ...unclear].join('；');
  const sufficient = lead.qualifications.filter(({ kind, level }) => atLeast(level, lowest[kind]));
  if (sufficient.length > 0) {
    return { ...base, outcome: 'met', message: `具备资格依据：${sufficient.map(({ name }) => name).join('、')}。`, evidence };
  }
  if (unclear.length > 0)
    return { ...base, outcome: 'missing', message: `资格依据「${unclear.join('、')}」的类别或级别无法判定，请补录。`, evidence };
  if (lead.qualifications.length === 0) return { ...base, outcome: 'unmet', message: '未申报任何资格依据，五项中至少应有一项。', evidence };
  const wanted = lead.qualifications.map(({ kind, name }) => `${name}须为${levelLabels[lowest[kind]]}以上`).join('，');
  return { ...base, outcome: 'unmet', message: `所报资格依据均未达到要求的级别：${wanted}。`, evidence };
};
