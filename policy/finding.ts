import type { Article } from './article.ts';

/**
 * What a rule says of a studio. `met`: nothing to do. `needs-approval`: outside the general limit, a person must
 * approve it with a reason. `unmet`: the Measures do not allow it. `missing`: a fact the rule needs is not recorded.
 */
export type Outcome = 'met' | 'needs-approval' | 'unmet' | 'missing';

/** One rule's answer about one studio. */
export interface Finding {
  /** Id of the rule, such as `lead-age`. */
  readonly rule: string;
  readonly article: Article;
  readonly outcome: Outcome;
  /** One Chinese sentence: what was found, against which limit. */
  readonly message: string;
  /** The recorded fact the answer rests on, in Chinese; empty when nothing is recorded. */
  readonly evidence: string;
}

/** What people call an outcome. */
export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  met: '符合',
  'needs-approval': '须说明理由并批准',
  unmet: '不符合',
  missing: '缺材料',
};

const severity: Readonly<Record<Outcome, number>> = { met: 0, missing: 1, 'needs-approval': 2, unmet: 3 };

/** The worst outcome of several findings: unmet, then needs-approval, then missing, then met. */
export function worstOutcome(findings: readonly Finding[]): Outcome {
  return findings.reduce<Outcome>((worst, { outcome }) => (severity[outcome] > severity[worst] ? outcome : worst), 'met');
}
