/** What the leading-group office decides about a shortlisted studio. 第十二条第三项. */
export const shortlistDecisions = ['approve', 'reject'] as const;
export type ShortlistDecision = (typeof shortlistDecisions)[number];

/** What people call each decision. */
export const shortlistDecisionLabels: Readonly<Record<ShortlistDecision, string>> = { approve: '审定通过', reject: '审定未通过' };

/** What became of an objection: only an unfounded one leaves the way to the plaque open. 第十二条第五项. */
export const objectionOutcomes = ['unfounded', 'upheld'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

/** What people call each outcome. */
export const objectionOutcomeLabels: Readonly<Record<ObjectionOutcome, string>> = { unfounded: '异议不成立', upheld: '异议成立' };
