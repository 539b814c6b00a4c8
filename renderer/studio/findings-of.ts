import type { FindingView } from '../../workflow/contract/finding.ts';
import type { StudioDetail } from '../../workflow/contract/studio.ts';

/** Rules by the fact they are shown beside. */
const rulesByFact = {
  hostUnit: ['host-unit'],
  unitOpinion: ['unit-recommendation'],
  trainees: ['trainees'],
  area: ['minimum-area'],
  funds: ['dedicated-funds'],
  zones: ['functional-zones'],
  systems: ['written-systems'],
  plan: ['work-plan'],
  staff: ['regular-staff'],
  lead: ['lead-count', 'lead-confirmed'],
  leadAge: ['lead-age'],
  leadQualification: ['lead-qualification'],
  leadDeclarations: ['lead-conduct', 'lead-front-line', 'lead-health'],
  team: ['team-size'],
  memberStanding: ['member-age', 'member-results', 'member-conduct'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Fact = keyof typeof rulesByFact;

const placed: ReadonlySet<string> = new Set(Object.values(rulesByFact).flat());

/** A finding with the approval of its special case, where somebody gave one. */
export interface ApprovedFinding extends FindingView {
  readonly approval: StudioDetail['approvals'][number] | undefined;
}

/** Findings that belong beside a fact. */
export function findingsOf({ findings, approvals }: Pick<StudioDetail, 'findings' | 'approvals'>, fact: Fact): readonly ApprovedFinding[] {
  const rules: readonly string[] = rulesByFact[fact];
  return findings
    .filter(({ rule }) => rules.includes(rule))
    .map((finding) => ({ ...finding, approval: approvals.find(({ rule }) => rule === finding.rule) }));
}

/** Findings of rules that no fact is shown for: a rule that is added later is never lost from the screen. */
export function otherFindings(findings: readonly FindingView[]): readonly FindingView[] {
  return findings.filter(({ rule }) => !placed.has(rule));
}
