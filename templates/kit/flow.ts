import { countLines } from './count-lines.ts';
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

/** What engines do differently, and how far the count may be out. */
export interface FlowRules {
  /** Stops hang over the right edge, as in Word; LibreOffice sets them on the next line. */
  readonly hangs: boolean;
  /** Lines a page has more or fewer than it should, to see what one line would change. */
  readonly lines: number;
}

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
export function flow(content: Flowing, { hangs, lines }: FlowRules): Ending {
  const boxes = boxesOf(content, hangs);
  let form: PageForm = content.form ?? 'standard';
  let height = rooms[form].height + lines * linePitch;
  let number = 1;
  let used = 0;
  const turn = (box: Box, more: number): void => {
    number += 1;
    used = box.repeated;
    form = box.form;
    height = rooms[form].height + more * linePitch;
  };
  for (let index = 0; index < boxes.length; ) {
    const chain = chainFrom(boxes, index);
    const needed = chain.reduce((total, box) => total + box.height, 0);
    const [first] = chain;
    if (first?.startsPage === true && used > 0) turn(first, lines);
    else if (first !== undefined && used > 0 && used + needed > height && needed <= rooms[first.form].height) turn(first, 0);
    for (const box of chain) {
      if (used > 0 && used + box.height > height) turn(box, 0);
      used += box.height;
    }
    index += chain.length;
  }
  return { page: number, form, free: Math.max(0, rooms[form].height - used) };
}

function boxesOf({ form: first = 'standard', blocks }: Flowing, hangs: boolean): Box[] {
  const boxes: Box[] = [];
  let form = first;
  let startsPage = false;
  for (const block of blocks) {
    if (block.kind === 'new-pages') {
      form = block.form;
      startsPage = true;
      continue;
    }
    const [head, ...others] = blockBoxes(block, form, hangs);
    if (head !== undefined) boxes.push({ ...head, startsPage: head.startsPage || startsPage }, ...others);
    startsPage = false;
  }
  return boxes;
}

function blockBoxes(block: Block, form: PageForm, hangs: boolean): Box[] {
  return block.kind === 'paragraph' ? paragraphBoxes(block, form, hangs) : tableBoxes(block, form, hangs);
}

/** The box and all that must be on its page: up to and with the first that does not keep with the next. */
function chainFrom(boxes: readonly Box[], start: number): readonly Box[] {
  let end = start;
  while (boxes[end]?.keepNext === true && boxes[end + 1]?.startsPage === false) end += 1;
  return boxes.slice(start, end + 1);
}

function paragraphBoxes(paragraph: Paragraph, form: PageForm, hangs: boolean): Box[] {
  const { before = 0, after = 0, line = linePitch, keepNext = false, pageBreakBefore = false } = paragraph;
  const count = countLines(paragraph, rooms[form].width, hangs);
  return Array.from({ length: count }, (_, index) => ({
    height: line + (index === 0 ? before : 0) + (index === count - 1 ? after : 0),
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

function tableBoxes({ columns, headerRows, rows }: Table, form: PageForm, hangs: boolean): Box[] {
  // How many rows more a cell from above covers in each column.
  const covered = columns.map(() => 0);
  const heights = rows.map((row) => rowHeight(row, columns, covered, hangs));
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
function rowHeight({ cells, height = 0 }: Row, columns: readonly Twips[], covered: number[], hangs: boolean): Twips {
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
    if (rows === 1) highest = Math.max(highest, cellHeight(cell, width - cellSides, hangs));
    column += span;
  }
  return highest + border;
}

function cellHeight({ paragraphs }: Cell, width: Twips, hangs: boolean): Twips {
  return paragraphs.reduce((total, paragraph) => {
    const { before = 0, after = 0, line = linePitch } = paragraph;
    return total + before + after + countLines(paragraph, width, hangs) * line;
  }, cellEdges);
}
