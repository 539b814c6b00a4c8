import { countLines, fewestLines, type LineBreaks, libreOfficeBreaks, mostLines } from './count-lines.ts';
import type { Block, Cell, DocumentContent, Paragraph, Row, Table } from './document-content.ts';
import { millimetres, points, type Twips } from './length.ts';
import { linePitch, type PageForm, page, textWidth } from './page.ts';

/** What is laid out: blocks, on pages of which form. */
export type Flowing = Pick<DocumentContent, 'form' | 'blocks'>;

/** Where the text of a document ends: on which page, counted from 1, of which form, and how much of that page it leaves free. */
export interface Ending {
  readonly page: number;
  readonly form: PageForm;
  readonly free: Twips;
}

/** What engines do differently: the same blocks take more room in one than in another. */
export interface FlowRules {
  readonly breaks: LineBreaks;
  /** What a table row is higher than the count says. */
  readonly row: Twips;
  /** The rule under a paragraph takes room of its own. */
  readonly rulesTakeRoom: boolean;
}

/** As LibreOffice lays out. */
export const likelyFlow: FlowRules = { breaks: libreOfficeBreaks, row: 0, rulesTakeRoom: false };
/** No engine takes less room than the one, or more than the other. */
export const tightestFlow: FlowRules = { breaks: fewestLines, row: -points(0.5), rulesTakeRoom: false };
export const loosestFlow: FlowRules = { breaks: mostLines, row: points(0.5), rulesTakeRoom: true };

/** A line or a table row: what no page end cuts. */
interface Box {
  readonly height: Twips;
  /** Stays on the page of the next one. */
  readonly keepNext: boolean;
  readonly startsPage: boolean;
  /** What is repeated above it when it begins a page: the header rows of its table. */
  readonly repeated: Twips;
  /** The form of the pages it stands on. */
  readonly form: PageForm;
}

/** What a page of each form holds. */
const rooms: Readonly<Record<PageForm, { readonly width: Twips; readonly height: Twips }>> = {
  standard: { width: textWidth, height: page.height - page.margin.top - page.margin.bottom },
  letter: { width: textWidth, height: page.height - page.margin.top - page.margin.bottom },
  form: { width: textWidth, height: millimetres(225) },
  cover: { width: textWidth, height: millimetres(225) },
  landscape: { width: millimetres(225), height: textWidth },
};

/**
 * Lays the blocks out page by page, as Word and LibreOffice do: lines are exactly as high as they say, rows as high as their fullest cell,
 * and what keeps with the next moves to the next page with it.
 */
export function flow(content: Flowing, rules: FlowRules): Ending {
  const boxes = boxesOf(content, rules);
  let form: PageForm = content.form ?? 'standard';
  let height = rooms[form].height;
  let number = 1;
  let used = 0;
  const turn = (box: Box): void => {
    number += 1;
    used = box.repeated;
    form = box.form;
    height = rooms[form].height;
  };
  for (let index = 0; index < boxes.length; ) {
    const chain = chainFrom(boxes, index);
    const needed = chain.reduce((total, box) => total + box.height, 0);
    const [first] = chain;
    if (first !== undefined && used > 0 && (first.startsPage || (used + needed > height && needed <= rooms[first.form].height)))
      turn(first);
    for (const box of chain) {
      if (used > 0 && used + box.height > height) turn(box);
      used += box.height;
    }
    index += chain.length;
  }
  return { page: number, form, free: Math.max(0, rooms[form].height - used) };
}

function boxesOf({ form: first = 'standard', blocks }: Flowing, rules: FlowRules): Box[] {
  const boxes: Box[] = [];
  let form = first;
  let startsPage = false;
  for (const block of blocks) {
    if (block.kind === 'new-pages') {
      form = block.form;
      startsPage = true;
      continue;
    }
    const [head, ...others] = blockBoxes(block, form, rules);
    if (head !== undefined) boxes.push({ ...head, startsPage: head.startsPage || startsPage }, ...others);
    startsPage = false;
  }
  return boxes;
}

function blockBoxes(block: Block, form: PageForm, rules: FlowRules): Box[] {
  return block.kind === 'paragraph' ? paragraphBoxes(block, form, rules) : tableBoxes(block, form, rules);
}

/** The box and all that must be on its page: up to and with the first that does not keep with the next. */
function chainFrom(boxes: readonly Box[], start: number): readonly Box[] {
  let end = start;
  while (boxes[end]?.keepNext === true && boxes[end + 1]?.startsPage === false) end += 1;
  return boxes.slice(start, end + 1);
}

function paragraphBoxes(paragraph: Paragraph, form: PageForm, rules: FlowRules): Box[] {
  const { before = 0, after = 0, line = linePitch, keepNext = false, pageBreakBefore = false, below } = paragraph;
  const ruled = below !== undefined && rules.rulesTakeRoom ? points(below.distance + below.width / 8) : 0;
  const count = countLines(paragraph, rooms[form].width, rules.breaks);
  return Array.from({ length: count }, (_, index) => ({
    height: line + (index === 0 ? before : 0) + (index === count - 1 ? after + ruled : 0),
    // A paragraph that keeps with the next moves as a whole.
    keepNext,
    startsPage: pageBreakBefore && index === 0,
    repeated: 0,
    form,
  }));
}

/** Cells have two points above and below their text; a border takes half a point. */
const cellEdges: Twips = points(4);
const cellSides: Twips = points(6);
const border: Twips = points(0.5);

function tableBoxes({ columns, headerRows, rows }: Table, form: PageForm, rules: FlowRules): Box[] {
  // How many rows more a cell from above covers in each column.
  const covered = columns.map(() => 0);
  const heights = rows.map((row) => rowHeight(row, columns, covered, rules));
  const repeated = heights.slice(0, headerRows).reduce((total, height) => total + height, 0);
  return rows.map(({ keepNext = false }, index) => ({
    height: heights[index] ?? 0,
    keepNext: keepNext || index < headerRows,
    startsPage: false,
    repeated: index < headerRows ? 0 : repeated,
    form,
  }));
}

/** As high as it says, or as its fullest cell that ends in it. */
function rowHeight({ cells, height = 0 }: Row, columns: readonly Twips[], covered: number[], rules: FlowRules): Twips {
  let highest = height;
  let column = 0;
  const waiting = [...cells];
  while (column < columns.length) {
    if ((covered[column] ?? 0) > 0) {
      covered[column] = (covered[column] ?? 0) - 1;
      column += 1;
      continue;
    }
    const cell = waiting.shift();
    if (cell === undefined) break;
    const { span = 1, rows = 1 } = cell;
    const width = columns.slice(column, column + span).reduce((total, each) => total + each, 0);
    covered.fill(rows - 1, column, column + span);
    if (rows === 1) highest = Math.max(highest, cellHeight(cell, width - cellSides, rules));
    column += span;
  }
  return highest + border + rules.row;
}

function cellHeight({ paragraphs }: Cell, width: Twips, rules: FlowRules): Twips {
  return paragraphs.reduce((total, paragraph) => {
    const { before = 0, after = 0, line = linePitch } = paragraph;
    return total + before + after + countLines(paragraph, width, rules.breaks) * line;
  }, cellEdges);
}
