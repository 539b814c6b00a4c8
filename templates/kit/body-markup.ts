import type { Block, Cell, Paragraph, Row, Rule, Run, Table } from './document-content.ts';
import { points, type Twips } from './length.ts';
import { characterData, element, type Markup, nothing, sequence } from './markup.ts';
import { bodyCharacter, bodySize, linePitch } from './page.ts';
import { textBox } from './text-box.ts';
import { type FontSettings, stretches } from './typefaces.ts';

/**
 * The blocks as WordprocessingML. Written here rather than by the docx package, which cannot say what the standard
 * needs of a paragraph (snapToGrid, hanging punctuation) and numbers its objects by process instead of by document.
 */
export function bodyMarkup(blocks: readonly Block[], fonts: FontSettings): Markup {
  const written = blocks.map((block) => (block.kind === 'paragraph' ? paragraph(block, fonts) : table(block, fonts)));
  // Word needs a paragraph after the last table, and LibreOffice drops a floating one without it.
  return sequence(blocks.at(-1)?.kind === 'table' ? [...written, closingParagraph] : written);
}

const closingParagraph = element(
  'w:p',
  {},
  element('w:pPr', {}, element('w:snapToGrid', { 'w:val': 0 }), element('w:spacing', { 'w:line': 20, 'w:lineRule': 'exact' })),
);

function paragraph(content: Paragraph, fonts: FontSettings): Markup {
  return element(
    'w:p',
    {},
    element('w:pPr', {}, ...paragraphProperties(content)),
    content.box === undefined ? nothing : textBox(content.box, sequence(content.box.paragraphs.map((inside) => paragraph(inside, fonts)))),
    ...content.runs.flatMap((run) => runMarkup(run, fonts)),
  );
}

/** In the order the schema asks for. */
function paragraphProperties(content: Paragraph): Markup[] {
  const { keepNext, pageBreakBefore, below, rightTab, outlineLevel, align } = content;
  return [
    keepNext === true ? element('w:keepNext') : nothing,
    pageBreakBefore === true ? element('w:pageBreakBefore') : nothing,
    below === undefined ? nothing : element('w:pBdr', {}, rule('w:bottom', below)),
    rightTab === undefined ? nothing : element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:pos': rightTab })),
    // LibreOffice gives a line of another height as many lines of the grid as it touches.
    content.line === undefined ? nothing : element('w:snapToGrid', { 'w:val': 0 }),
    element('w:spacing', {
      'w:before': content.before,
      'w:after': content.after,
      'w:line': content.line ?? linePitch,
      'w:lineRule': 'exact',
    }),
    indent(content),
    align === undefined ? nothing : element('w:jc', { 'w:val': align }),
    outlineLevel === undefined ? nothing : element('w:outlineLvl', { 'w:val': outlineLevel - 1 }),
  ];
}

/** Indents in characters carry twips as well: LibreOffice reads only those. */
function indent({ firstLineCharacters, left, right, hanging }: Paragraph): Markup {
  if (firstLineCharacters === undefined && left === undefined && right === undefined && hanging === undefined) return nothing;
  return element('w:ind', {
    'w:left': left,
    'w:right': right,
    'w:firstLineChars': firstLineCharacters === undefined ? undefined : firstLineCharacters * 100,
    'w:firstLine': firstLineCharacters === undefined ? undefined : firstLineCharacters * bodyCharacter,
    'w:hanging': hanging,
  });
}

const ruleStyles = { dashed: 'dashed', 'thick-thin': 'thickThinSmallGap', 'thin-thick': 'thinThickSmallGap' } as const;

function rule(side: string, { width, colour, distance, style }: Rule): Markup {
  return element(side, {
    'w:val': style === undefined ? 'single' : ruleStyles[style],
    'w:sz': width,
    'w:space': distance,
    'w:color': colour,
  });
}

/** Every run names its typeface for all scripts: the theme never decides, nor does Word take “ ” — … for Latin. */
function runMarkup(run: Run, fonts: FontSettings): Markup[] {
  return stretches(run.text, run.face ?? 'body', fonts).map(({ text, font }, index) =>
    element(
      'w:r',
      {},
      runProperties(run, font),
      run.tabBefore === true && index === 0 ? element('w:tab') : nothing,
      element('w:t', { 'xml:space': 'preserve' }, characterData(text)),
    ),
  );
}

function runProperties({ size, colour, spacing = size === undefined ? undefined : 0 }: Run, font: string): Markup {
  return element(
    'w:rPr',
    {},
    element('w:rFonts', { 'w:hint': 'eastAsia', 'w:ascii': font, 'w:hAnsi': font, 'w:eastAsia': font, 'w:cs': font }),
    colour === undefined ? nothing : element('w:color', { 'w:val': colour }),
    spacing === undefined ? nothing : element('w:spacing', { 'w:val': spacing }),
    element('w:sz', { 'w:val': (size ?? bodySize) * 2 }),
    element('w:szCs', { 'w:val': (size ?? bodySize) * 2 }),
  );
}

/** Table width, grid and cell widths all say the same: Word goes by the first, WPS by the second, others by the third. */
function table({ columns, headerRows, rows, rules }: Table, fonts: FontSettings): Markup {
  const tableWidth = sum(columns);
  const sides = rules !== undefined ? [] : ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const open: OpenCell[] = columns.map(() => ({ rows: 0, span: 1 }));
  const written = rows.map((row, index) => rowMarkup(row, columns, { isHeader: index < headerRows, rules, open }, fonts));
  const last = open.find((cell) => cell.rows > 0);
  if (last !== undefined) throw new RangeError(`表格到最后一行，还有单元格要向下延伸 ${last.rows} 行`);
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': tableWidth, 'w:type': 'dxa' }),
      element('w:jc', { 'w:val': 'center' }),
      sides.length === 0 ? nothing : element('w:tblBorders', {}, ...sides.map((side) => rule(`w:${side}`, tableRule))),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element(
        'w:tblCellMar',
        {},
        ...Object.entries(cellMargins).map(([side, width]) => element(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' })),
      ),
    ),
    element('w:tblGrid', {}, ...columns.map((column) => element('w:gridCol', { 'w:w': column }))),
    ...written,
  );
}

/** A cell that reaches down into the next rows: how many of them yet, and over how many columns. */
interface OpenCell {
  rows: number;
  span: number;
}

const tableRule: Rule = { width: 4, colour: '000000', distance: 0 };

/** Between a cell's text and its borders, in the order the schema asks for. */
const cellMargins = { top: points(2), left: points(3), bottom: points(2), right: points(3) } as const;

/** What a row has to know of its table. */
interface RowPlace {
  readonly isHeader: boolean;
  readonly rules: Table['rules'];
  /** For each column, the cell above that reaches down; moved on to the next row. */
  readonly open: OpenCell[];
}

function rowMarkup({ cells, height, keepNext }: Row, columns: readonly Twips[], place: RowPlace, fonts: FontSettings): Markup {
  const keeps = keepNext === true || place.isHeader;
  const written: Markup[] = [];
  let column = 0;
  const passCovered = (): void => {
    for (let above = place.open[column]; above !== undefined && above.rows > 0; above = place.open[column]) {
      above.rows--;
      const width = sum(columns.slice(column, column + above.span));
      written.push(cellMarkup({ ...coveredCell, span: above.span }, { width, keepNext: keeps, merge: 'continue' }, fonts));
      column += above.span;
    }
  };
  for (const cell of cells) {
    passCovered();
    const span = cell.span ?? 1;
    const width = sum(columns.slice(column, column + span));
    const merge = cell.rows === undefined || cell.rows === 1 ? undefined : 'restart';
    const underlined = place.rules === 'blanks' && written.length % 2 === 1;
    written.push(cellMarkup(cell, { width, keepNext: keeps, merge, underlined }, fonts));
    if (merge !== undefined) place.open[column] = { rows: (cell.rows ?? 1) - 1, span };
    column += span;
  }
  passCovered();
  if (column !== columns.length) throw new RangeError(`表格有 ${columns.length} 列，这一行写了 ${column} 列`);
  return element(
    'w:tr',
    {},
    element(
      'w:trPr',
      {},
      element('w:cantSplit'),
      height === undefined ? nothing : element('w:trHeight', { 'w:val': height, 'w:hRule': 'atLeast' }),
      place.isHeader ? element('w:tblHeader') : nothing,
    ),
    ...written,
  );
}

const coveredCell: Cell = { paragraphs: [{ kind: 'paragraph', runs: [], line: points(12) }] };

/** What a cell has to know of its row. */
interface CellPlace {
  readonly width: Twips;
  readonly keepNext: boolean;
  readonly merge: 'restart' | 'continue' | undefined;
  readonly underlined?: boolean;
}

const bareSides = ['left', 'bottom', 'right'].map((side) => element(`w:${side}`, { 'w:val': 'nil' }));
const noMargins = Object.keys(cellMargins).map((side) => element(`w:${side}`, { 'w:w': 0, 'w:type': 'dxa' }));

function cellMarkup(
  { paragraphs, span, vertical, bare }: Cell,
  { width, keepNext, merge, underlined }: CellPlace,
  fonts: FontSettings,
): Markup {
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      span === undefined || span === 1 ? nothing : element('w:gridSpan', { 'w:val': span }),
      merge === undefined ? nothing : element('w:vMerge', { 'w:val': merge }),
      underlined === true ? element('w:tcBorders', {}, rule('w:bottom', tableRule)) : nothing,
      bare === true ? sequence([element('w:tcBorders', {}, ...bareSides), element('w:tcMar', {}, ...noMargins)]) : nothing,
      element('w:vAlign', { 'w:val': vertical ?? 'center' }),
    ),
    ...paragraphs.map((content) => paragraph(keepNext ? { ...content, keepNext } : content, fonts)),
  );
}

function sum(lengths: readonly Twips[]): Twips {
  return lengths.reduce((total, length) => total + length, 0);
}
