import { article } from '../article.ts';
import type { Rule } from './rule.ts';

/** Fixed trainees in some number, or a stated training audience. 第三条. */
export const trainees: Rule = ({ traineeCount = 0, trainingAudience = '' }) => {
  const base = { rule: 'trainees', article: article(3) };
  const audience = trainingAudience.trim();
  if (traineeCount > 0) {
    return { ...base, outcome: 'met', message: `有固定学员 ${traineeCount} 人。`, evidence: audience };
  }
  if (audience !== '') return { ...base, outcome: 'met', message: '培训对象明确。', evidence: audience };
  return { ...base, outcome: 'missing', message: '未填固定学员人数或培训对象。', evidence: '' };
};
