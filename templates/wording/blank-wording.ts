import { type PlainDate, plainDate } from '../../policy/plain-date.ts';
import type { DocumentKind } from '../document-kind.ts';
import { blankLines } from '../kit/blank-lines.ts';
import { bodyText } from '../kit/body-text.ts';
import type { Block, Cell, DocumentContent, NewPages, Paragraph, Row, Table } from '../kit/document-content.ts';
import { type Imprint, imprintBox } from '../kit/imprint.ts';
import { millimetres, points } from '../kit/length.ts';
import { packDocument } from '../kit/pack-document.ts';
import { linePitch } from '../kit/page.ts';
import { labelCell, tableText, textCell } from '../kit/table-text.ts';
import { title } from '../kit/title.ts';
import type { FontSettings } from '../kit/typefaces.ts';
import { fieldsOfKind, type Stand, specimenOf } from './specimen.ts';
import { rowNumber, rowNumberInWords, type WordingField } from './wording-fields.ts';

/** What somebody who wants another wording gets. */
export interface BlankWording {
  /** The document with names of fields instead of values, to be changed in Word or WPS. */
  readonly wording: Uint8Array;
  /** 字段说明: every field with what it prints. */
  readonly guide: Uint8Array;
  /** Whether `wording` is the built-in text; otherwise it is a plain frame with every field. */
  readonly ownText: boolean;
}

/** A kind as a wording to begin from. The same kind, department and fonts give the same bytes. */
export async function blankWording(kind: DocumentKind, issuer: string, fonts: FontSettings): Promise<BlankWording> {
  const appearance = { fonts, draft: false };
  const ownText = kind.ownText !== undefined;
  const fields = fieldsOfKind(kind, issuer);
  const content = ownText ? namedText(kind, issuer) : plainFrame(kind, issuer, fields);
  return {
    wording: await packDocument(content, appearance),
    guide: await packDocument(guideTo(kind, issuer, fields), appearance),
    ownText,
  };
}

/** No document's day: the properties of a blank say nothing of when it was made. */
const noDay: PlainDate = plainDate('2000-01-01');

function nameOf(kind: DocumentKind): string {
  return `${kind.title}（自定义文本）`;
}

/** The built-in document composed of a specimen, each text that stands for a field replaced by the field's name. */
function namedText(kind: DocumentKind, issuer: string): DocumentContent {
  const { input, say, stands } = specimenOf(kind, issuer);
  const { imprint, ...content } = kind.compose(input as never, say);
  const names = namer(stands);
  const blocks: (Block | NewPages)[] = [];
  /** Names of the passages that the document itself has opened. */
  const passages: string[] = [];
  let open: string | undefined;
  const turnTo = (list: string | undefined): void => {
    if (open === list) return;
    if (open !== undefined) blocks.push(bodyText(`{{/${open}}}`));
    if (list !== undefined) blocks.push(bodyText(`{{#${list}}}`));
    open = list;
  };
  for (const block of content.blocks) {
    const edge = block.kind === 'paragraph' ? passageEdge(block) : undefined;
    const found = block.kind === 'paragraph' ? names.found(textsOf(block)) : [];
    const list = found.find((stand) => stand.list !== undefined && !passages.includes(stand.list))?.list;
    turnTo(list);
    if (edge !== undefined) {
      if (edge.opens) passages.push(edge.name);
      else passages.pop();
      blocks.push(block);
    } else if (block.kind === 'new-pages') blocks.push(block);
    else if (block.kind === 'table') blocks.push({ ...block, rows: block.rows.map((row) => namedRow(row, names, passages)) });
    else {
      const only = list === undefined ? wholePassage(block, found) : undefined;
      if (only === undefined || passages.includes(only)) {
        const inRow = list !== undefined || found.some((stand) => stand.list !== undefined);
        blocks.push(namedParagraph(block, names.replaced, inRow));
      } else blocks.push(bodyText(`{{#${only}}}`), namedParagraph(block, names.named, false), bodyText(`{{/${only}}}`));
    }
  }
  turnTo(undefined);
  const foot = imprint === undefined ? {} : { foot: namedImprint(imprint, names) };
  return { ...content, title: nameOf(kind), issuer, date: noDay, blocks, ...foot };
}

/** The name of a passage that a paragraph opens or closes, where that is all it says. */
function passageEdge({ runs }: Paragraph): { readonly name: string; readonly opens: boolean } | undefined {
  const [, sign, name] = /^\{\{([#/])([^{}]*)\}\}$/u.exec(runs.map(({ text }) => text).join('')) ?? [];
  return name === undefined ? undefined : { name, opens: sign === '#' };
}

/**
 * The name without which a paragraph is left out: all it says may be absent, or it is one text the document works out. A sentence with such a text
 * in it stays.
 */
function wholePassage({ runs }: Paragraph, found: readonly Stand[]): string | undefined {
  const [first] = found;
  if (first === undefined || found.some(({ optional, list }) => !optional || list !== undefined)) return undefined;
  if (found.some(({ worksOut }) => !worksOut)) return found.find(({ worksOut }) => !worksOut)?.name;
  return /^([\uE000-\uF8FF])\1*$/u.test(runs.map(({ text }) => text).join('')) ? first.name : undefined;
}

/** 版记: the line of those who get a copy goes with the rule under it. */
function namedImprint(imprint: Imprint, names: Namer): Paragraph {
  const { box, ...anchor } = imprintBox(imprint);
  if (box === undefined) throw new Error('the imprint has no box');
  const named = box.paragraphs.map((each) => namedParagraph(each, names.named, false));
  const at = box.paragraphs.findIndex((each) => names.found(textsOf(each)).some(({ optional }) => optional));
  const name = names.found(textsOf(box.paragraphs[at] ?? anchor))[0]?.name ?? '';
  if (at < 0) return { ...anchor, box: { ...box, paragraphs: named } };
  const edges = [bodyText(`{{#${name}}}`), bodyText(`{{/${name}}}`)] as const;
  const paragraphs = [...named.slice(0, at), edges[0], ...named.slice(at, at + 2), edges[1], ...named.slice(at + 2)];
  // The box rests on its foot: room for the edges is above.
  const room = edges.length * linePitch;
  return { ...anchor, box: { ...box, top: box.top - room, height: box.height + room, paragraphs } };
}

interface Namer {
  readonly found: (texts: readonly string[]) => readonly Stand[];
  /** Names for marks. */
  readonly named: (text: string) => string;
  /** As `named`, what may be absent in a passage of its own. */
  readonly replaced: (text: string) => string;
}

function namer(stands: ReadonlyMap<string, Stand>): Namer {
  const longestFirst = [...stands.keys()].toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map(patternOf).join('|'), 'gu');
  const standOf = (matched: string): Stand | undefined =>
    stands.get(matched) ?? [...stands].find(([text]) => text.startsWith(matched))?.[1];
  return {
    found: (texts) => texts.flatMap((text) => [...text.matchAll(pattern)].flatMap(([matched]) => standOf(matched) ?? [])),
    named: (text) => text.replace(pattern, (matched) => `{{${standOf(matched)?.name ?? ''}}}`),
    replaced: (text) =>
      text.replace(pattern, (matched) => {
        const { name = '', optional = false, worksOut = false } = standOf(matched) ?? {};
        return optional && !worksOut ? passage(name) : `{{${name}}}`;
      }),
  };
}

/** A mark may have been cut short by the end of a line. */
function patternOf(text: string): string {
  return /^[\uE000-\uF8FF]/u.test(text) ? `${text.slice(0, 1)}+` : text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}

function textsOf(paragraph: Paragraph): readonly string[] {
  return [...paragraph.runs.map(({ text }) => text), ...(paragraph.box?.paragraphs.flatMap(textsOf) ?? [])];
}

function namedParagraph(paragraph: Paragraph, rename: (text: string) => string, inList: boolean): Paragraph {
  const { box } = paragraph;
  return {
    ...paragraph,
    runs: paragraph.runs.map((run, index) => {
      const text = rename(run.text);
      return { ...run, text: inList && index === 0 ? numbered(text) : text };
    }),
    ...(box === undefined ? {} : { box: { ...box, paragraphs: box.paragraphs.map((each) => namedParagraph(each, rename, false)) } }),
  };
}

/** The specimen's lists have one row: what counts it counts every row. */
function numbered(text: string): string {
  return text.replace(/^（一）/u, `（{{${rowNumberInWords}}}）`).replace(/^1(?=\.|$)/u, `{{${rowNumber}}}`);
}

function namedRow(row: Row, names: Namer, passages: readonly string[]): Row {
  const [stand] = row.cells
    .flatMap(({ paragraphs }) => names.found(paragraphs.flatMap(textsOf)))
    .filter(({ list }) => list !== undefined && !passages.includes(list));
  const cells = row.cells.map((cell) => ({
    ...cell,
    paragraphs: cell.paragraphs.map((each) => namedParagraph(each, names.replaced, stand !== undefined)),
  }));
  return { ...row, cells: stand?.list === undefined ? cells : repeated(cells, stand.list) };
}

/** Cells of a row that is repeated for each item of a list. */
function repeated(cells: readonly Cell[], list: string): readonly Cell[] {
  return cells.map((cell, index) => {
    const opens = index === 0 ? `{{#${list}}}` : '';
    const closes = index === cells.length - 1 ? `{{/${list}}}` : '';
    const last = cell.paragraphs.length - 1;
    return {
      ...cell,
      paragraphs: cell.paragraphs.map((paragraph, at) => {
        const runs = paragraph.runs.length === 0 ? [{ text: '' }] : paragraph.runs;
        return {
          ...paragraph,
          runs: runs.map((run, place) => ({
            ...run,
            text: `${at === 0 && place === 0 ? opens : ''}${run.text}${at === last && place === runs.length - 1 ? closes : ''}`,
          })),
        };
      }),
    };
  });
}

/** Every field once, for a kind whose own layout is made by counting (a form, a summary). */
function plainFrame(kind: DocumentKind, issuer: string, fields: readonly WordingField[]): DocumentContent {
  const singles = fields.filter(({ rows }) => rows === undefined);
  const lists = fields.filter(({ rows }) => rows !== undefined);
  const table: Table = {
    kind: 'table',
    columns: [50, 106].map(millimetres),
    headerRows: 0,
    rows: singles.map(({ name, optional }) => ({
      height: millimetres(9),
      cells: [labelCell(name, 12), textCell(optional ? passage(name) : `{{${name}}}`, 12, 'left')],
    })),
  };
  return {
    title: nameOf(kind),
    issuer,
    date: noDay,
    blocks: [
      ...title([kind.title]),
      ...blankLines(1),
      table,
      ...lists.flatMap((list) => [{ ...tableText(list.name, 12), before: points(8), keepNext: true }, ...frameOfList(list)]),
    ],
  };
}

function passage(name: string): string {
  return `{{#${name}}}{{${name}}}{{/${name}}}`;
}

/** A table has room for so many columns. */
const mostColumns = 8;

function frameOfList({ name, rows = [] }: WordingField): Block[] {
  const columns = rows.filter((row) => row.name !== rowNumberInWords);
  const texts = columns.map((row) => textOfColumn(row));
  if (columns.length > mostColumns) {
    return [
      bodyText(`{{#${name}}}`),
      ...columns.map((row, index) => tableText(`${row.name}：${texts[index] ?? ''}`, 12, 'left')),
      bodyText(`{{/${name}}}`),
    ];
  }
  const width = millimetres(Math.floor(156 / columns.length));
  return [
    {
      kind: 'table',
      columns: columns.map(() => width),
      headerRows: 1,
      rows: [
        { cells: columns.map((row) => labelCell(row.name, 10.5)) },
        {
          cells: repeated(
            texts.map((text) => textCell(text, 10.5)),
            name,
          ),
        },
      ],
    },
  ];
}

function textOfColumn({ name, rows, optional }: WordingField): string {
  if (rows !== undefined)
    return `{{#${name}}}${rows
      .filter((row) => row.name !== rowNumberInWords)
      .map(textOfColumn)
      .join(' ')}；{{/${name}}}`;
  return optional ? passage(name) : `{{${name}}}`;
}

function guideTo(kind: DocumentKind, issuer: string, fields: readonly WordingField[]): DocumentContent {
  const header: Row = { cells: ['写法', '打印出来是', '说明'].map((label) => labelCell(label, 12)) };
  const table: Table = {
    kind: 'table',
    columns: [66, 56, 34].map(millimetres),
    headerRows: 1,
    rows: [header, ...fields.flatMap((field) => guideRows(field, ''))],
  };
  const rules = [
    '在 Word 或 WPS 中改好文字和版式，字段照下表的写法留在要打印的位置，正文、页眉、页脚、表格里都可以用。花括号用半角，成对书写。',
    '列表写作 {{#名称}}……{{/名称}}：中间的内容每项重复一次；放在表格一行的首格和末格，就是每项一行。',
    '可能没有的内容，也用 {{#名称}}……{{/名称}} 包起来：有就打印，没有就整段不打印。',
  ];
  return {
    title: `${kind.title}字段说明`,
    issuer,
    date: noDay,
    blocks: [...title([`${kind.title}字段说明`]), ...blankLines(1), ...rules.map(bodyText), table],
  };
}

function guideRows({ name, meaning, optional, rows }: WordingField, inside: string): Row[] {
  const written = rows === undefined ? `{{${name}}}` : `{{#${name}}}……{{/${name}}}`;
  const remark = [inside === '' ? '' : `用在「${inside}」里面`, optional ? '可能没有' : ''].filter((text) => text !== '').join('；');
  const row: Row = { cells: [textCell(written, 10.5, 'left'), textCell(meaning, 10.5, 'left'), textCell(remark, 10.5, 'left')] };
  return [row, ...(rows ?? []).flatMap((each) => guideRows(each, name))];
}
