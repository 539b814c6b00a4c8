import type { Finding } from './finding.ts';
import type { Measures } from './measures.ts';
import { dedicatedFunds } from './rules/dedicated-funds.ts';
import { hostUnit } from './rules/host-unit.ts';
import { leadAge } from './rules/lead-age.ts';
import { leadCount } from './rules/lead-count.ts';
import { leadConduct, leadConfirmed, leadFrontLine, leadHealth } from './rules/lead-declarations.ts';
import { leadQualification } from './rules/lead-qualification.ts';
import { memberAge } from './rules/member-age.ts';
import { memberConduct, memberResults } from './rules/member-standing.ts';
import { minimumArea } from './rules/minimum-area.ts';
import type { Rule } from './rules/rule.ts';
import { teamSize } from './rules/team-size.ts';
import { trainees } from './rules/trainees.ts';
import { unitRecommendation } from './rules/unit-recommendation.ts';
import { functionalZones, regularStaff, workPlan, writtenSystems } from './rules/working-conditions.ts';
import type { ConfirmationSubject, StudioFacts } from './studio-facts.ts';

/** What an application for naming is measured against, in the order of the articles. 第三条 to 第七条, 第十一条第一项. */
const rules: readonly Rule[] = [
  hostUnit,
  leadCount,
  teamSize,
  trainees,
  leadConfirmed,
  leadConduct,
  leadQualification,
  leadFrontLine,
  leadAge,
  leadHealth,
  memberAge,
  memberResults,
  memberConduct,
  minimumArea,
  functionalZones,
  writtenSystems,
  workPlan,
  regularStaff,
  dedicatedFunds,
  unitRecommendation,
];

/** Every rule's finding about a studio, in the order of the articles. */
export function checkEligibility(facts: StudioFacts, measures: Measures): readonly Finding[] {
  return rules.map((rule) => rule(facts, measures));
}

/**
 * Facts that a site inspection establishes by seeing papers and rooms, with what has to be seen for each rule.
 * Everything else must be in the application itself before it is accepted. 第十一条第二项.
 */
const inspectedOnSite: Readonly<Partial<Record<string, readonly ConfirmationSubject[]>>> = {
  'lead-confirmed': ['lead-confirmed'],
  'lead-conduct': ['lead-conduct'],
  'lead-front-line': ['lead-front-line'],
  'lead-health': ['lead-health'],
  'member-age': ['member-age'],
  'member-results': ['member-results'],
  'member-conduct': ['member-conduct'],
  'functional-zones': ['zone-office', 'zone-research-training', 'zone-display', 'zone-archive'],
  'written-systems': ['system-management', 'system-performance', 'system-process'],
  'work-plan': ['work-plan', 'activity-timetable'],
  'regular-staff': ['regular-staff'],
};

/** What still stands between an application and its acceptance. 第十一条第二项. */
export interface AcceptanceHurdles {
  /** The Measures do not allow it: the application is returned. */
  readonly unmet: readonly Finding[];
  /** Allowed only with a reason and an approver. */
  readonly needsApproval: readonly Finding[];
  /** Must be supplied in the application. */
  readonly missing: readonly Finding[];
  /** May be seen on site after acceptance. */
  readonly toInspect: readonly Finding[];
}

/** Sorts findings by what they ask of the clerk. `approvedRules` are special cases somebody has already approved. */
export function acceptanceHurdles(findings: readonly Finding[], approvedRules: readonly string[]): AcceptanceHurdles {
  const missing = findings.filter(({ outcome }) => outcome === 'missing');
  return {
    unmet: findings.filter(({ outcome }) => outcome === 'unmet'),
    needsApproval: findings.filter(({ outcome, rule }) => outcome === 'needs-approval' && !approvedRules.includes(rule)),
    missing: missing.filter(({ rule }) => inspectedOnSite[rule] === undefined),
    toInspect: missing.filter(({ rule }) => inspectedOnSite[rule] !== undefined),
  };
}

/** What an inspection has to see so that a rule's missing facts become known. */
export function subjectsToInspect(rule: string): readonly ConfirmationSubject[] {
  return inspectedOnSite[rule] ?? [];
}
