import { isKept } from '../../db/queries/added-measures.ts';
import { articleText } from '../../policy/article.ts';
import type { Measures, MeasuresText } from '../../policy/measures.ts';
import type { Parameter } from '../../policy/parameter.ts';
import { parameterNames, parameters } from '../../policy/parameters/all-parameters.ts';
import { standardTasks } from '../../policy/standard-tasks.ts';
import type { Context } from '../context.ts';
import type { MeasuresView } from '../contract/measures.ts';
import { type MeasuresBook, measuresBook } from '../measures-book.ts';

/** A set without its values. */
export function setView({ id, title, documentNumber, effectiveFrom, effectiveTo }: MeasuresText): MeasuresView['shown'] {
  return { id, title, documentNumber, effectiveFrom, effectiveTo: effectiveTo ?? null };
}

function linesOf(measures: Measures, book: MeasuresBook): MeasuresView['lines'] {
  const numbers = book.numbersOf(measures);
  return parameterNames.map((name) => {
    // A parameter's own shape writes its own value; which one belongs to which is known by the name alone.
    const { label, unit, shape } = parameters[name] as Parameter<unknown>;
    const { value, source } = measures.values[name];
    return { name, label, unit, value: shape.text(value), article: articleText(source), documentNumber: numbers[name] };
  });
}

/** Every set of the Measures this register knows, with the values of one of them: the one in force today, when none is named. */
export function showMeasures({ db, today }: Context, id: string | undefined): MeasuresView {
  const book = measuresBook(db);
  const inForce = book.on(today).id;
  const shown = book.byId(id ?? inForce);
  const last = book.added.at(-1);
  return {
    sets: book.texts.map((text) => ({
      ...setView(text),
      inForce: text.id === inForce,
      withdrawable: text.id === last?.id && text.effectiveFrom > today && !isKept(db, text.id),
    })),
    shown: setView(shown),
    lines: linesOf(shown, book),
    standardTasks: standardTasks(shown).map(({ code, title, unit, yearlyTarget }) => ({ code, title, unit, yearlyTarget })),
  };
}
