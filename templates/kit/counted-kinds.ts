import { type AssessmentKind, assessmentLabels } from '../../policy/grade.ts';

const kinds = ['process', 'periodic'] as const satisfies readonly AssessmentKind[];

/** How many assessments of each kind there are, a kind without any left out: 过程性考核3家，周期性考核2家. */
export function countedKinds(assessed: readonly { readonly kind: AssessmentKind }[]): string {
  return kinds
    .map((kind) => [kind, assessed.filter((each) => each.kind === kind).length] as const)
    .flatMap(([kind, count]) => (count === 0 ? [] : [`${assessmentLabels[kind]}${count}家`]))
    .join('，');
}
