import { type Article, article } from './article.ts';
import { type AddedMeasures, publishedTexts } from './measures.ts';
import type { Parameter } from './parameter.ts';
import { type ParameterName, parameters } from './parameters/all-parameters.ts';
import { isPlainDate, type PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';
import { record, type Shape, wholeNumber, words } from './shape.ts';

const day: Shape<PlainDate> = {
  problems: (value, where) => (typeof value === 'string' && isPlainDate(value) ? [] : [`${where}应是写成 2026-08-10 样子的日期`]),
  text: String,
  leaves: [],
};

const identifier: Shape<string> = {
  problems: (value, where) =>
    typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? [] : [`${where}应是小写字母、数字和短横，如 wuchang-2027`],
  text: String,
  leaves: [],
};

const anything: Shape<unknown> = { problems: () => [], text: String, leaves: [] };

/** Numbers a provision can be cited by. */
const numeral = wholeNumber(1, 99);

/** The header of a set. What the Measures call things stands beside what the file calls them. */
const header = {
  id: ['编号', identifier],
  title: ['名称', words],
  documentNumber: ['文号', words],
  effectiveFrom: ['施行日期', day],
  values: ['数值', anything],
} as const;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function headerProblems(data: unknown): readonly string[] {
  if (!isObject(data)) return record(header).problems(data, '办法');
  const { effectiveTo: end, ...required } = data;
  const problems = record(header).problems(required, '办法');
  return end === undefined ? problems : [...problems, ...day.problems(end, '办法的终止日期')];
}

function sourceProblems(source: unknown, where: string): readonly string[] {
  if (!isObject(source)) return [`${where}的出处应写明条，如 {"article": 12, "item": 4}`];
  const finer = { paragraph: '款', item: '项' } satisfies Record<Exclude<keyof Article, 'article'>, string>;
  const unknown = Object.keys(source).filter((key) => key !== 'article' && !Object.hasOwn(finer, key));
  return [
    ...unknown.map((key) => `${where}的出处没有「${key}」这一项`),
    ...numeral.problems(source['article'], `${where}的出处（条）`),
    ...(['paragraph', 'item'] as const).flatMap((key) =>
      source[key] === undefined ? [] : numeral.problems(source[key], `${where}的出处（${finer[key]}）`),
    ),
  ];
}

function valueProblems(values: unknown): readonly string[] {
  if (!isObject(values)) return ['办法的数值应逐项列出，只列有变化的项目'];
  return Object.entries(values).flatMap(([name, entry]) => {
    if (!Object.hasOwn(parameters, name)) return [`没有名为「${name}」的数值`];
    const declared = parameters[name as ParameterName] as Parameter<unknown>;
    const where = `「${declared.label}」（${name}）`;
    if (!isObject(entry)) return [`${where}应写成 {"value": …, "source": {"article": …}}`];
    const unknown = Object.keys(entry).filter((key) => key !== 'value' && key !== 'source');
    return [
      ...unknown.map((key) => `${where}没有「${key}」这一项`),
      ...declared.shape.problems(entry['value'], where),
      ...sourceProblems(entry['source'], where),
    ];
  });
}

/** What the days and the id of a sound set must not do beside the texts there are. */
function orderProblems(
  { id, effectiveFrom, effectiveTo = effectiveFrom }: AddedMeasures,
  earlier: readonly AddedMeasures[],
): readonly string[] {
  const texts = publishedTexts(earlier);
  const notBefore = texts.findLast((text) => effectiveFrom <= text.effectiveFrom);
  return [
    ...(texts.some((text) => text.id === id) ? [`编号「${id}」已被使用`] : []),
    ...(notBefore === undefined
      ? []
      : [`施行日期 ${effectiveFrom} 应晚于上一办法（${notBefore.documentNumber}）的施行日期 ${notBefore.effectiveFrom}`]),
    ...(effectiveTo < effectiveFrom ? [`终止日期 ${effectiveTo} 早于施行日期 ${effectiveFrom}`] : []),
  ];
}

/**
 * A later text of the Measures out of plain data (`{ id, title, documentNumber, effectiveFrom, effectiveTo?, values: { name: { value,
 * source: { article, paragraph?, item? } } } }`), holding only the values it changes; money in fen. Refuses, all at once: names the Measures
 * do not have, values of the wrong shape, an id in use, a day of effect that is not after the last text's.
 */
export function checkAddedMeasures(data: unknown, earlier: readonly AddedMeasures[] = []): AddedMeasures {
  const shapeProblems = [
    ...headerProblems(data),
    ...(isObject(data) && Object.hasOwn(data, 'values') ? valueProblems(data['values']) : []),
  ];
  const problems = shapeProblems.length > 0 ? shapeProblems : orderProblems(data as AddedMeasures, earlier);
  if (problems.length > 0) {
    throw new Refusal(`无法增加办法：${problems.join('；')}。请改正后重新增加。`, article(21));
  }
  return data as AddedMeasures;
}
