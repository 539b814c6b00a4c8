import type { Block, DocumentContent, Paragraph, Table } from './document-content.ts';
import { type Ending, flow, likelyFlow, loosestFlow, tightestFlow } from './flow.ts';
import { type Imprint, imprintHeight } from './imprint.ts';
import { millimetres, type Twips } from './length.ts';
import { linePitch } from './page.ts';

type Blocks = DocumentContent['blocks'];

/** Where the imprint stands: at the foot of the last page of text, or of an even page of its own. */
export type ImprintPlace =
  | { readonly kind: 'last-page' }
  /** Without a page number when a blank page goes before it. 7.5. */
  | { readonly kind: 'own-page'; readonly numbered: boolean };

/** A text and the place of the imprint after it. */
export interface Settled {
  readonly blocks: Blocks;
  readonly place: ImprintPlace;
}

/** What a page may leave free above a break that is put there for the imprint. */
const mostLeftFree: Twips = millimetres(100);

/**
 * Where the imprint goes: the foot of the last page when that is an even one with room, otherwise the foot of the even page after it. Where a blank page would
 * come between, or where the place hangs on a line that one engine makes and another does not, the last paragraphs begin a page of
 * their own: then all engines have the same pages, and none is blank. Where no such break does it, the blank page stays. 7.4, 7.5.
 */
export function settleImprint(content: DocumentContent, imprint: Imprint): Settled {
  const { blocks } = content;
  const place = placeAfter(endingsOf(content, blocks), imprint);
  if (place !== undefined && !followsBlankPage(place)) return { blocks, place };
  for (const broken of brokenFromTheEnd(content)) {
    const found = placeAfter(endingsOf(content, broken), imprint);
    if (found !== undefined && !followsBlankPage(found)) return { blocks: broken, place: found };
  }
  return { blocks, place: { kind: 'own-page', numbered: false } };
}

/** The place of the imprint after a text, when it is the same however the text is laid out. */
function placeAfter(endings: readonly Ending[], imprint: Imprint): ImprintPlace | undefined {
  if (endings.every(isOdd)) return { kind: 'own-page', numbered: true };
  if (endings.some(isOdd)) return undefined;
  // A line more, for the lower part of the seal.
  const room = imprintHeight(imprint) + linePitch;
  const holds = endings.map(({ form, free }) => form === 'standard' && free >= room);
  if (holds.every(Boolean)) return { kind: 'last-page' };
  return holds.some(Boolean) ? undefined : { kind: 'own-page', numbered: false };
}

function followsBlankPage(place: ImprintPlace): boolean {
  return place.kind === 'own-page' && !place.numbered;
}

function isOdd({ page }: Ending): boolean {
  return page % 2 === 1;
}

function endingsOf({ form }: Pick<DocumentContent, 'form'>, blocks: Blocks): readonly Ending[] {
  const content = form === undefined ? { blocks } : { form, blocks };
  return [tightestFlow, likelyFlow, loosestFlow].map((rules) => flow(content, rules));
}

/** The text with a page broken once, at each place where that may be, the last first, and only near the foot of a page. */
function* brokenFromTheEnd(content: DocumentContent): Generator<Blocks> {
  for (const [index, block] of [...content.blocks.entries()].toReversed()) {
    const before = content.blocks.slice(0, index);
    const after = content.blocks.slice(index + 1);
    for (const parts of block.kind === 'new-pages' ? [] : block.kind === 'table' ? partedRows(block) : partedFrom(block, before.at(-1))) {
      const endings = endingsOf(content, [...before, ...parts.above]);
      if (endings.every(({ free }) => free <= mostLeftFree)) yield [...before, ...parts.above, ...parts.below, ...after];
    }
  }
}

/** What stays above a break, and what begins the page below it. */
interface Parted {
  readonly above: readonly Block[];
  readonly below: readonly Block[];
}

/** A paragraph begins a page where the one above is not kept with it. */
function partedFrom(paragraph: Paragraph, before: Blocks[number] | undefined): readonly Parted[] {
  const free = before?.kind === 'paragraph' && before.keepNext !== true;
  return free ? [{ above: [], below: [{ ...paragraph, pageBreakBefore: true }] }] : [];
}

/** No fewer rows than these on either side of a break. */
const fewestRows = 2;
/** A page holds no more of the lowest rows that stand in a list. */
const mostRows = 24;

/** A list as two tables, the second under its own header; none for a form, whose cells reach over rows. The lowest break first. */
function partedRows(table: Table): readonly Parted[] {
  const { headerRows, rows } = table;
  if (headerRows === 0 || rows.some(({ cells }) => cells.some((cell) => (cell.rows ?? 1) > 1))) return [];
  const lowest = rows.length - fewestRows;
  const highest = Math.max(headerRows + fewestRows, rows.length - mostRows);
  return Array.from({ length: Math.max(0, lowest - highest + 1) }, (_, index) => lowest - index)
    .filter((at) => rows[at - 1]?.keepNext !== true)
    .map((at) => ({
      above: [{ ...table, rows: rows.slice(0, at) }],
      // A table cannot begin a page by itself; a paragraph of one point does it, and keeps the two apart.
      below: [
        { kind: 'paragraph', runs: [], line: 20, pageBreakBefore: true, keepNext: true },
        { ...table, rows: [...rows.slice(0, headerRows), ...rows.slice(at)] },
      ],
    }));
}
