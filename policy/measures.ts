import { article } from './article.ts';
import { type DatedValue, type Parameter, valueOn } from './parameter.ts';
import { type ParameterName, type ParameterValue, parameterNames, parameters } from './parameters/all-parameters.ts';
import { type PlainDate, plainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

/** A published text of the Measures and the days it is in force. */
export interface MeasuresText {
  /** What decisions are stored with: `wuchang-2014`. */
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly effectiveFrom: PlainDate;
  /** Last day in force, when the text names one; without it the text holds until the next. */
  readonly effectiveTo?: PlainDate;
}

/** The text this program was made for. 第二十二条: in force from the day of issue. */
const wuchang2014: MeasuresText = {
  id: 'wuchang-2014',
  title: '武昌区名师工作室建设管理办法',
  documentNumber: '武昌人才办〔2014〕2号',
  effectiveFrom: plainDate('2014-10-10'),
};

/** Each quantity of the Measures with its provision. */
export type MeasuresValues = { readonly [Name in ParameterName]: DatedValue<ParameterValue<Name>> };

/** A later text added as data: it holds only the values it changes. `checkAddedMeasures` makes one out of what somebody typed. */
export interface AddedMeasures extends MeasuresText {
  readonly values: Partial<MeasuresValues>;
}

/** The Measures as they stand on one day: the text in force and each of its quantities with its provision. */
export interface Measures extends MeasuresText {
  readonly values: MeasuresValues;
}

/** All texts, the oldest first. */
export function publishedTexts(added: readonly AddedMeasures[] = []): readonly MeasuresText[] {
  return [wuchang2014, ...inOrder(added)];
}

/**
 * The Measures in force on a day, later texts included. Refuses a day no text covers rather than guess: before the first took effect
 * (第二十二条), or after the last one's own end.
 */
export function measuresOn(on: PlainDate, added: readonly AddedMeasures[] = []): Measures {
  const text = publishedTexts(added).findLast(({ effectiveFrom }) => effectiveFrom <= on);
  if (text === undefined) {
    throw new Refusal(`无法按《办法》办理 ${on} 的事项：《办法》自 ${wuchang2014.effectiveFrom} 起施行。请核对日期。`, article(22));
  }
  if (text.effectiveTo !== undefined && text.effectiveTo < on) {
    throw new Refusal(
      `无法按《办法》办理 ${on} 的事项：${text.documentNumber}《${text.title}》施行至 ${text.effectiveTo}，之后没有新的办法。请先增加新的办法，或核对日期。`,
    );
  }
  return { ...text, values: { ...firstValues(on), ...changedValues(on, added) } };
}

/** The Measures a decision was taken under, by their id, whatever has been added since. Refuses an id nobody has added. */
export function measuresById(id: string, added: readonly AddedMeasures[] = []): Measures {
  const text = publishedTexts(added).find((candidate) => candidate.id === id);
  if (text === undefined) throw new Refusal(`无法取得编号为「${id}」的办法：本机没有这一办法。请先增加该办法。`);
  return measuresOn(text.effectiveFrom, added);
}

/** The document that set each value in force on a day: the text itself, or the last one before it that spoke of the value. */
export function documentNumbersOn(on: PlainDate, added: readonly AddedMeasures[]): Readonly<Record<ParameterName, string>> {
  const byThen = inOrder(added).filter(({ effectiveFrom }) => effectiveFrom <= on);
  const entries = parameterNames.map((name) => {
    const text = byThen.findLast(({ values }) => values[name] !== undefined) ?? wuchang2014;
    return [name, text.documentNumber] as const;
  });
  return Object.fromEntries(entries) as Record<ParameterName, string>;
}

function inOrder(added: readonly AddedMeasures[]): readonly AddedMeasures[] {
  return added.toSorted((left, right) => (left.effectiveFrom < right.effectiveFrom ? -1 : 1));
}

/** What the declared parameters say on a day. */
function firstValues(on: PlainDate): MeasuresValues {
  const entries = parameterNames.map((name) => {
    const declared = parameters[name] as Parameter<unknown>;
    const value = valueOn(declared, on);
    if (value === undefined) throw new Refusal(`无法确定「${declared.label}」在 ${on} 的数值：《办法》没有规定。`);
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as unknown as MeasuresValues;
}

/** What the later texts in force by a day have changed, the latest word last. */
function changedValues(on: PlainDate, added: readonly AddedMeasures[]): Partial<MeasuresValues> {
  return Object.assign({}, ...inOrder(added.filter(({ effectiveFrom }) => effectiveFrom <= on)).map(({ values }) => values));
}
