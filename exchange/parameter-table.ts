import { articleText } from '../policy/article.ts';
import type { Measures } from '../policy/measures.ts';
import type { Parameter } from '../policy/parameter.ts';
import { type ParameterName, parameterNames, parameters } from '../policy/parameters/all-parameters.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import type { Leaf } from '../policy/shape.ts';
import type { CellType } from './cell-type.ts';
import { lineOfText } from './cell-types/plain-text.ts';
import { formLine } from './form-line.ts';
import { singleLine } from './normalise-text.ts';
import { planGuidanceSheet } from './plan-guidance-sheet.ts';
import { listColumn, planListSheet } from './plan-list-sheet.ts';
import { planMetaSheet } from './plan-meta-sheet.ts';
import { cellText, columnLetters, numberText } from './raw-workbook.ts';
import type { ReadRow, WrittenWorkbook } from './read-result.ts';
import { readWorkbook } from './read-workbook.ts';
import { renderWorkbook } from './render-workbook.ts';
import { workbookFileName } from './workbook-file-name.ts';
import type { WorkbookKind } from './workbook-kind.ts';

/** What the cells of a row say: all of them as they stand there. */
export interface ParameterCells {
  readonly item: string;
  readonly part: string;
  readonly value: string;
  readonly unit: string;
  readonly article: string;
  readonly number: string;
}

/** A value as a person types it: a number stays a number of the spreadsheet, so that it can be counted with. */
const typedValue: CellType<string> = {
  read: (cell) => ({ value: cell.kind === 'number' && cell.percent === true ? percentText(cell.number) : singleLine(cellText(cell)) }),
  write: (value) => (/^-?\d+(?:\.\d+)?$/.test(value) && String(Number(value)) === value ? Number(value) : value),
  show: (value) => value,
  numberFormat: 'General',
  align: 'center',
  guidance: '改动的填新的数值，没有改动的保持原样。金额以万元为单位；日期写成 2027年3月1日 的样子。',
};

/** What people see in a cell with the format of a percentage: 100% where the number is 1. */
function percentText(number: number): string {
  return `${numberText(number * 100)}%`;
}

/** 参数表: every quantity of the Measures, a cell each, to be changed and added as a new set. 第二十一条. */
export const parameterTable: WorkbookKind<'parameter-table', ParameterCells, ParameterCells> = {
  id: 'parameter-table',
  title: '参数表',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: {},
  studio: 'item',
  distinct: [],
  columns: [
    {
      key: 'item',
      header: '项目',
      aliases: ['参数', '参数名称'],
      type: lineOfText('不能改动；没有变化的项目可以删去整行。'),
      width: 40,
      required: true,
    },
    { key: 'part', header: '细目', type: lineOfText('不能改动。'), width: 24 },
    { key: 'value', header: '数值', aliases: ['规定', '值'], type: typedValue, width: 26 },
    { key: 'unit', header: '单位', type: lineOfText('不能改动。', 'center'), width: 8 },
    {
      key: 'article',
      header: '依据条款',
      aliases: ['条款', '依据'],
      type: lineOfText('数值所在的条款，写成 第五条第四项 的样子；改动的必填。', 'center'),
      width: 18,
    },
    {
      key: 'number',
      header: '依据文号',
      aliases: ['文号'],
      type: lineOfText('改动的填新办法的文号，或留空；没有改动的保持原样。', 'center'),
      width: 24,
    },
  ],
  complete: (cells) => ({ record: cells, remarks: [] }),
  cellsOf: (record) => record,
};

/** The rows that say of a set what it is, by what people call each. */
export const setItem = '办法';
export const setParts = { title: '名称', documentNumber: '文号', effectiveFrom: '施行日期', effectiveTo: '终止日期' } as const;

/** A cell's worth of a parameter: which one, and which part of its value. */
export interface ParameterLeaf {
  readonly name: ParameterName;
  readonly item: string;
  readonly unit: string;
  readonly leaf: Leaf;
}

/** Every cell's worth of every parameter, in the order of the articles. */
export const parameterLeaves: readonly ParameterLeaf[] = parameterNames.flatMap((name) => {
  const { label, unit, shape } = parameters[name] as Parameter<unknown>;
  return shape.leaves.map((leaf) => ({ name, item: label, unit: leaf.unit ?? unit, leaf }));
});

/** The part of a value at the end of a path of keys. */
export function partAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>>)[key], value);
}

/** Who writes the table out, of which set. */
export interface ParameterTableHeader {
  readonly department: string;
  readonly date: PlainDate;
  /** The document that set each value. */
  readonly numbers: Readonly<Record<ParameterName, string>>;
}

const rules = [
  '一、本表列出现行办法的全部数值。办法修订后，先填表头四行（名称、文号、施行日期，有期限的填终止日期），再逐项改动数值、依据条款和依据文号。',
  '二、没有改动的项目不必删除；数值、条款或文号有一处改动的，作为新办法的规定。',
  '三、新办法自施行日期起适用，此前的决定仍按原办法；增加后在「关于本办法」中查看涉及的工作室。',
  '四、同一文件可送其他部门，各自增加。',
] as const;

const notes = ['注：「办法未定，默认值」的项目是本程序对条文的理解，可按本地规定改动。'];

/** Writes the present values out, to be changed and brought back. The same values and header give the same bytes. */
export async function writeParameterTable(present: Measures, header: ParameterTableHeader): Promise<WrittenWorkbook> {
  const title = `《${present.title}》参数表`;
  const { department, date, numbers } = header;
  const head = Object.values(setParts).map(
    (part): Partial<ParameterCells> => ({ item: setItem, part, ...(part === setParts.title ? { value: present.title } : {}) }),
  );
  const body = parameterLeaves.map(({ name, item, unit, leaf }): Partial<ParameterCells> => {
    const { value, source } = present.values[name];
    return {
      item,
      part: leaf.label,
      value: leaf.write(partAt(value, leaf.path)),
      unit,
      article: articleText(source),
      number: numbers[name],
    };
  });
  const { sheet, firstRow } = planListSheet({
    kind: parameterTable,
    name: '参数表',
    title,
    formLine: formLine({ department, date }),
    paper: 'A4',
    orientation: 'landscape',
    rows: [...head, ...body],
    blankRows: 0,
    totals: {},
    notes,
    open: ({ key }) => key === 'value' || key === 'article' || key === 'number',
    choices: {},
  });
  const letters = columnLetters(listColumn(parameterTable, 'value'));
  const choices = parameterLeaves.flatMap(({ leaf }, index) =>
    leaf.choices === undefined ? [] : [{ range: `${letters}${firstRow + head.length + index + 1}`, entries: leaf.choices }],
  );
  const bytes = await renderWorkbook({
    title,
    author: department,
    date,
    sheets: [
      { ...sheet, choices },
      planGuidanceSheet(parameterTable, rules),
      planMetaSheet({
        kind: parameterTable.id,
        title: parameterTable.title,
        schemaVersion: parameterTable.schemaVersion,
        programVersion: parameterTable.schemaSince,
        measuresId: present.id,
        sender: department,
        writtenOn: date,
        records: [],
      }),
    ],
  });
  return { fileName: workbookFileName(`${present.title}参数表`, department), bytes };
}

/** The rows of a table somebody has filled in. Refuses a file that is none. */
export async function readParameterTable(bytes: Uint8Array, fileName: string): Promise<readonly ReadRow<ParameterCells>[]> {
  return (await readWorkbook(parameterTable, bytes, fileName)).rows;
}
