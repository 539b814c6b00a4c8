import { type Article, articleText } from './article.ts';
import type { PlainDate } from './plain-date.ts';
import type { Shape } from './shape.ts';

/** A value the Measures set, and the provision that sets it. */
export interface DatedValue<Value> {
  readonly value: Value;
  readonly source: Article;
}

/** One quantity the Measures set: its unit, what its values look like, and its value by date of effect with the provision it comes from. */
export interface Parameter<Value> {
  readonly label: string;
  readonly unit: string;
  readonly shape: Shape<Value>;
  readonly values: Readonly<Record<string, DatedValue<Value> | null>>;
}

/** Declares a parameter. A number of the Measures stands in one such declaration and nowhere else. */
export function parameter<Value>(declaration: Parameter<Value>): Parameter<Value> {
  return declaration;
}

/** The value in force on a day, or `undefined` before its first day or after its repeal. */
export function valueOn<Value>(declared: Parameter<Value>, on: PlainDate): DatedValue<Value> | undefined {
  const latest = Object.keys(declared.values)
    .filter((from) => from <= on)
    .toSorted()
    .at(-1);
  return latest === undefined ? undefined : (declared.values[latest] ?? undefined);
}

/** How a parameter's provision is cited: 第五条第四项. */
export function sourceText(value: DatedValue<unknown>): string {
  return articleText(value.source);
}
