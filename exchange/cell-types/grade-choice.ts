import { type Grade, gradeLabels } from '../../policy/grade.ts';
import type { CellType } from '../cell-type.ts';
import { choice } from './choice.ts';

/** A grade of an assessment: 优秀, 合格, 不合格. 第十九条第二款. */
export function gradeChoice(guidance: string): CellType<Grade> {
  return choice<Grade>(gradeLabels, { excellent: ['优秀等次'], qualified: ['合格等次'], unqualified: ['不合格等次'] }, guidance);
}
