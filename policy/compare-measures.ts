import { checkEligibility } from './eligibility.ts';
import type { Finding } from './finding.ts';
import type { Measures } from './measures.ts';
import type { DatedValue, Parameter } from './parameter.ts';
import { type ParameterName, parameterNames, parameters } from './parameters/all-parameters.ts';
import { type CommittedTask, commitmentTargets } from './rules/commitment-targets.ts';
import { type CycleOfLetter, cycleLength } from './rules/cycle-length.ts';
import { type AmountOfGrant, grantAmount } from './rules/grant-amount.ts';
import type { StudioFacts } from './studio-facts.ts';

/** A quantity that differs between two texts of the Measures, written for people. */
export interface ChangedParameter {
  readonly name: ParameterName;
  readonly label: string;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
}

/** A rule that says something else of a studio under the other text. */
export interface ChangedFinding {
  readonly rule: string;
  readonly before: Finding;
  readonly after: Finding;
}

/** A letter in force: its cycle and its tasks. */
interface ComparedLetter extends CycleOfLetter {
  readonly tasks: readonly CommittedTask[];
}

/** What a studio is compared by: its facts, the letters it has signed, the grants decided for it. */
export interface ComparedStudio {
  readonly facts: StudioFacts;
  readonly letters?: readonly ComparedLetter[];
  readonly grants?: readonly AmountOfGrant[];
}

function valueText(name: ParameterName, { value }: DatedValue<unknown>): string {
  return (parameters[name] as Parameter<unknown>).shape.text(value);
}

/** The quantities that differ between two texts, in the order of the articles. */
export function changedParameters(before: Measures, after: Measures): readonly ChangedParameter[] {
  return parameterNames
    .map((name) => {
      const { label, unit } = parameters[name];
      return { name, label, unit, before: valueText(name, before.values[name]), after: valueText(name, after.values[name]) };
    })
    .filter((change) => change.before !== change.after);
}

function findingsOf({ facts, letters = [], grants = [] }: ComparedStudio, measures: Measures): readonly Finding[] {
  return [
    ...checkEligibility(facts, measures),
    ...letters.flatMap((letter) => [cycleLength(letter, measures), ...commitmentTargets(letter.tasks, measures)]),
    ...grants.map((grant) => grantAmount(grant, measures)),
  ];
}

/**
 * The studios a change of the Measures would touch: those for which some rule would come to another outcome, with what it says before and
 * after. A rule that says the same in other words (another limit, still met) does not count. Decisions taken keep their own text; this
 * shows what would be found if they were taken anew.
 */
export function compareMeasures<Studio extends ComparedStudio>(
  studios: readonly Studio[],
  before: Measures,
  after: Measures,
): readonly { readonly studio: Studio; readonly changes: readonly ChangedFinding[] }[] {
  return studios
    .map((studio) => {
      // Both texts are asked the same rules in the same order.
      const then = findingsOf(studio, after);
      const changes = findingsOf(studio, before).flatMap((finding, index): ChangedFinding[] => {
        const other = then[index];
        return other === undefined || other.outcome === finding.outcome ? [] : [{ rule: finding.rule, before: finding, after: other }];
      });
      return { studio, changes };
    })
    .filter(({ changes }) => changes.length > 0);
}
