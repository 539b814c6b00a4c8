import { articleOf, articleText } from '../policy/article.ts';
import type { Measures } from '../policy/measures.ts';
import type { DatedValue, Parameter } from '../policy/parameter.ts';
import { type ParameterName, parameters } from '../policy/parameters/all-parameters.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import { dayOf } from './cell-types/calendar-date.ts';
import { readDate } from './date-text.ts';
import { type ParameterCells, type ParameterLeaf, parameterLeaves, parameterTable, partAt, setItem, setParts } from './parameter-table.ts';
import type { CellProblem, ReadRow } from './read-result.ts';
import { columnLabel } from './workbook-kind.ts';

type Row = ReadRow<ParameterCells>;
type Key = keyof ParameterCells;

/** A set of the Measures as a table states it; `checkAddedMeasures` has the last word. */
export interface StatedMeasures {
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo?: PlainDate;
  readonly values: Readonly<Partial<Record<ParameterName, DatedValue<unknown>>>>;
}

/** The latest set there is, and the document that set each of its values: what a table is compared with. */
export interface PresentSet {
  readonly measures: Measures;
  readonly numbers: Readonly<Record<ParameterName, string>>;
}

/** What a table comes to: a set of the Measures, or all that is wrong with it, each with its cell. */
export interface TableReading {
  readonly stated?: StatedMeasures;
  readonly problems: readonly CellProblem[];
}

function labelOf(key: Key): string {
  const column = parameterTable.columns.find((candidate) => candidate.key === key);
  return column === undefined ? '' : columnLabel(column);
}

function problemAt(row: Row, key: Key, message: string): CellProblem {
  const what = [row.record.item, row.record.part].filter((text) => text !== undefined && text !== '').join(' ');
  return { sheet: row.sheet, cell: row.cells[key] ?? '', studio: '', field: labelOf(key), message: `「${what}」${message}` };
}

/** Blanks inside a name say nothing. */
function plain(text: string | undefined): string {
  return (text ?? '').replaceAll(/\s/gu, '');
}

function dayIn(text: string): PlainDate | undefined {
  // A day typed into a cell without the format of a date is its serial number.
  const partial = readDate(/^\d+$/.test(text) ? { kind: 'number', number: Number(text) } : { kind: 'text', text });
  return partial === undefined ? undefined : dayOf(partial);
}

/** What the first rows say of the set itself. */
function readHead(rows: readonly Row[], { measures: last }: PresentSet): TableReading {
  const problems: CellProblem[] = [];
  const rowOf = (part: string) => rows.find((row) => plain(row.record.part) === part);
  const required = (part: string): string => {
    const row = rowOf(part);
    const text = row?.record.value ?? '';
    if (row === undefined) {
      const [first] = rows;
      const message = `没有「${setItem} ${part}」这一行：请补上，或重新导出参数表填写。`;
      problems.push({ sheet: first?.sheet ?? '', cell: '', studio: '', field: labelOf('item'), message });
    } else if (text === '') problems.push(problemAt(row, 'value', '没有填写：请补填。'));
    return text;
  };
  const day = (part: string, text: string): PlainDate | undefined => {
    const read = dayIn(text);
    const row = rowOf(part);
    if (read === undefined && text !== '' && row !== undefined) {
      problems.push(problemAt(row, 'value', `的日期「${text}」无法识别：请写成 2027年3月1日 的样子。`));
    }
    return read;
  };
  const title = required(setParts.title);
  const documentNumber = required(setParts.documentNumber);
  const effectiveFrom = day(setParts.effectiveFrom, required(setParts.effectiveFrom));
  const effectiveTo = day(setParts.effectiveTo, rowOf(setParts.effectiveTo)?.record.value ?? '');
  const fromRow = rowOf(setParts.effectiveFrom);
  if (effectiveFrom !== undefined && fromRow !== undefined && effectiveFrom <= last.effectiveFrom) {
    const limit = `上一办法（${last.documentNumber}）的施行日期 ${last.effectiveFrom}`;
    problems.push(problemAt(fromRow, 'value', `${effectiveFrom} 应晚于${limit}：请核对日期，或该办法是否已经增加。`));
  }
  const toRow = rowOf(setParts.effectiveTo);
  if (effectiveFrom !== undefined && effectiveTo !== undefined && toRow !== undefined && effectiveTo < effectiveFrom) {
    problems.push(problemAt(toRow, 'value', `${effectiveTo} 早于施行日期 ${effectiveFrom}：请核对日期。`));
  }
  const known = rows.filter(({ record }) => !Object.values<string>(setParts).includes(plain(record.part)));
  problems.push(...known.map((row) => problemAt(row, 'part', '不是办法的一项：请照导出的参数表填写。')));
  if (problems.length > 0 || effectiveFrom === undefined) return { problems };
  const stated = {
    id: `wuchang-${effectiveFrom}`,
    title,
    documentNumber,
    effectiveFrom,
    ...(effectiveTo === undefined ? {} : { effectiveTo }),
    values: {},
  };
  return { stated, problems };
}

/** A row that states a part of a parameter, with what it states. */
interface StatedPart {
  readonly row: Row;
  readonly leaf: ParameterLeaf;
  readonly value: unknown;
  readonly changed: boolean;
}

/** A value with another part at the end of a path. */
function withPart(value: unknown, [key, ...rest]: readonly string[], part: unknown): unknown {
  if (key === undefined) return part;
  const whole = value as Readonly<Record<string, unknown>>;
  return { ...whole, [key]: withPart(whole[key], rest, part) };
}

/** One row against the present value: the same, changed, or wrong. */
function readPart(row: Row, leaf: ParameterLeaf, present: PresentSet, documentNumber: string): StatedPart | CellProblem {
  const { record } = row;
  const dated = present.measures.values[leaf.name];
  const presentNumber = present.numbers[leaf.name];
  if (plain(record.unit) !== leaf.unit) {
    return problemAt(row, 'unit', `的单位应为「${leaf.unit}」，不能改成「${record.unit ?? ''}」：请按原单位填写数值。`);
  }
  const text = record.value ?? '';
  if (text === '') return problemAt(row, 'value', '没有填写数值：请补填，没有变化的填现行数值。');
  // The sign of the unit may be typed with the number.
  const value = leaf.leaf.read(leaf.unit === '%' ? text.replace(/\s*[%％]$/u, '') : text);
  const [wrong] = leaf.leaf.problems(value, '');
  if (wrong !== undefined) return problemAt(row, 'value', `的数值「${text}」不对：${wrong}。`);
  const before = partAt(dated.value, leaf.leaf.path);
  const differs = leaf.leaf.write(value) !== leaf.leaf.write(before);
  const number = plain(record.number);
  const moved = plain(record.article) !== '' && plain(record.article) !== articleText(dated.source);
  const changed = differs || moved || (number === plain(documentNumber) && number !== plain(presentNumber));
  if (!changed) {
    return number === '' || documentNumber === '' || number === plain(presentNumber)
      ? { row, leaf, value, changed }
      : problemAt(row, 'number', `的依据文号「${record.number ?? ''}」既不是现行的「${presentNumber}」，也不是新办法的文号：请核对。`);
  }
  // Without the new document's number, which is a problem of its own, there is nothing to compare with.
  if (number !== '' && documentNumber !== '' && number !== plain(documentNumber)) {
    return problemAt(
      row,
      'number',
      `已改动（现行 ${leaf.leaf.write(before)}，${articleText(dated.source)}），依据文号仍是「${record.number ?? ''}」：请改为新办法的文号，或恢复原来的数值和条款。`,
    );
  }
  if (plain(record.article) === '') return problemAt(row, 'article', '已改动，没有填写依据条款：请补填，如 第五条第四项。');
  if (articleOf(record.article ?? '') === undefined) {
    return problemAt(row, 'article', `的依据条款「${record.article ?? ''}」无法识别：请写成 第五条第四项 的样子。`);
  }
  return { row, leaf, value, changed };
}

/** A parameter put together from its rows: undefined when nothing about it has changed. */
function assemble(name: ParameterName, parts: readonly StatedPart[], present: PresentSet): DatedValue<unknown> | CellProblem | undefined {
  const changed = parts.filter((part) => part.changed);
  const [first] = changed;
  if (first === undefined) return undefined;
  const odd = changed.find(({ row }) => plain(row.record.article) !== plain(first.row.record.article));
  if (odd !== undefined) {
    const other = `「${first.row.record.article ?? ''}」（${first.row.cells.article ?? ''}）`;
    return problemAt(odd.row, 'article', `的依据条款与同一项目的${other}不一致：一个项目只写一个条款。`);
  }
  const value = parts.reduce(
    (whole, part) => withPart(whole, part.leaf.leaf.path, part.value),
    present.measures.values[name].value as unknown,
  );
  const { shape } = parameters[name] as Parameter<unknown>;
  const [wrong] = shape.problems(value, '');
  if (wrong !== undefined) {
    const cells = parts.map(({ row }) => row.cells.value ?? '').join('、');
    return problemAt(first.row, 'value', `等数值（${cells}）合在一起不对：${wrong.replace(/^的/u, '')}。`);
  }
  const source = articleOf(first.row.record.article ?? '');
  if (source === undefined) throw new Error(`a changed row of ${name} without its article passed the checks`);
  return { value, source };
}

function isProblem(given: object): given is CellProblem {
  return 'message' in given;
}

/**
 * The set of the Measures a filled-in table states: what differs from the latest set, or bears the new document's number. Every wrong cell
 * is a problem of its own; with any there is no set.
 */
export function measuresOfTable(rows: readonly Row[], present: PresentSet): TableReading {
  const heads = rows.filter(({ record }) => plain(record.item) === setItem);
  const head = readHead(heads, present);
  const documentNumber = heads.find(({ record }) => plain(record.part) === setParts.documentNumber)?.record.value ?? '';
  const problems: CellProblem[] = [...rows.flatMap(({ errors }) => errors), ...head.problems];
  const found = new Map<ParameterLeaf, StatedPart>();
  const seen = new Map<ParameterLeaf, Row>();
  for (const row of rows.filter((candidate) => !heads.includes(candidate) && candidate.record.item !== undefined)) {
    const own = parameterLeaves.filter(({ item }) => plain(item) === plain(row.record.item));
    const leaf = own.find((candidate) => plain(candidate.leaf.label) === plain(row.record.part));
    const earlier = leaf === undefined ? undefined : seen.get(leaf);
    if (own.length === 0) problems.push(problemAt(row, 'item', '不是办法的项目：请照导出的参数表填写，或删去这一行。'));
    else if (leaf === undefined) {
      const parts = own.map((candidate) => `「${candidate.leaf.label}」`).join('、');
      problems.push(problemAt(row, 'part', `没有这个细目：应为${parts === '「」' ? '空白' : parts}。`));
    } else if (earlier !== undefined) problems.push(problemAt(row, 'item', `与第 ${earlier.row} 行重复：请删去多余的一行。`));
    else {
      seen.set(leaf, row);
      const read = readPart(row, leaf, present, documentNumber);
      if (isProblem(read)) problems.push(read);
      else found.set(leaf, read);
    }
  }
  const values: Partial<Record<ParameterName, DatedValue<unknown>>> = {};
  for (const [name, parts] of Map.groupBy(found.values(), ({ leaf }) => leaf.name)) {
    const assembled = assemble(name, parts, present);
    if (assembled === undefined) continue;
    if (isProblem(assembled)) problems.push(assembled);
    else values[name] = assembled;
  }
  return problems.length > 0 || head.stated === undefined ? { problems } : { stated: { ...head.stated, values }, problems };
}
