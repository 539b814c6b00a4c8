/** Result of an assessment. 第十九条第二款. */
export const grades = ['excellent', 'qualified', 'unqualified'] as const;
export type Grade = (typeof grades)[number];

/** What people call each grade. */
export const gradeLabels: Readonly<Record<Grade, string>> = { excellent: '优秀', qualified: '合格', unqualified: '不合格' };

/** Year 1 of a cycle is assessed as process, year 2 as the whole period. 第十九条第一款. */
export type AssessmentKind = 'process' | 'periodic';
export const assessmentLabels: Readonly<Record<AssessmentKind, string>> = { process: '过程性考核', periodic: '周期性考核' };
