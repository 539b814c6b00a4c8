import { articleText } from '../../policy/article.ts';
import { measuresOn } from '../../policy/measures.ts';
import type { Parameter } from '../../policy/parameter.ts';
import { parameterNames, parameters } from '../../policy/parameters/all-parameters.ts';
import { plainDate } from '../../policy/plain-date.ts';

/** A quantity the Measures set, as it is read out. */
export interface ParameterLine {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly article: string;
}

/** Every quantity in force on a day, in the order of the articles. */
export function parameterLines(today: string): readonly ParameterLine[] {
  const { values } = measuresOn(plainDate(today));
  return parameterNames.map((name) => {
    // A parameter's own shape writes its own value; which one belongs to which is known by the name alone.
    const { label, unit, shape } = parameters[name] as Parameter<unknown>;
    const { value, source } = values[name];
    return { label, value: shape.text(value), unit, article: articleText(source) };
  });
}
