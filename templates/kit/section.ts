import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  HorizontalPositionRelativeFrom,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import { millimetres, points, type Twips } from './length.ts';
import { linePitch, type PageForm, page } from './page.ts';
import type { FontSettings } from './typefaces.ts';

type Section = Pick<ISectionOptions, 'properties' | 'footers'>;
type Side = 'odd' | 'even';

/** 4号, the size of page numbers, in points. GB/T 9704-2012 7.5. */
const size = 14;

const sections: Readonly<Record<PageForm, (fonts: FontSettings) => Section>> = {
  standard: (fonts) => upright(page.margin, numbers(fonts)),
  letter,
  form: (fonts) => upright(formMargin, numbers(fonts)),
  cover: () => upright(formMargin, { default: noFooter(), even: noFooter() }),
  landscape,
};

/** Pages of a form: size, margins, grid and footers, as the docx package takes them. */
export function sectionOf(form: PageForm, fonts: FontSettings): Section {
  return sections[form](fonts);
}

type Footers = NonNullable<ISectionOptions['footers']>;

/** Tables have no leading above their first line: the margins are those of the text area itself. */
const formMargin = { top: millimetres(37), bottom: millimetres(35), left: page.margin.left, right: page.margin.right } as const;

function upright(margin: Readonly<Record<'top' | 'bottom' | 'left' | 'right', Twips>>, footers: Footers, footer: Twips = page.footer) {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      ...(footers.first === undefined ? {} : { titlePage: true }),
      page: { size: { width: page.width, height: page.height }, margin: { ...margin, header: page.header, footer, gutter: 0 } },
      grid: { type: DocumentGridType.LINES, linePitch },
    },
    footers,
  };
}

function numbers(fonts: FontSettings): Footers {
  return { default: new Footer({ children: [numberLine('odd', fonts)] }), even: new Footer({ children: [numberLine('even', fonts)] }) };
}

function noFooter(): Footer {
  return new Footer({ children: [new Paragraph({ spacing: { line: points(1), lineRule: LineRuleType.EXACT } })] });
}

/** — 1 —, one character in from the outer edge: right on odd pages, left on even ones. GB/T 9704-2012 7.5. */
function numberLine(side: Side, fonts: FontSettings): Paragraph {
  return new Paragraph({
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === 'odd' ? { right: points(size) } : { left: points(size) },
    spacing: { line: points(size), lineRule: LineRuleType.EXACT },
    children: [numberRun(fonts)],
  });
}

function numberRun(fonts: FontSettings): TextRun {
  const { name } = fonts.pageNumber;
  return new TextRun({
    font: { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' },
    size: size * 2,
    characterSpacing: 0,
    children: ['— ', PageNumber.CURRENT, ' —'],
  });
}

/** The red double line of a letter's first page, thin above thick, 20 mm above the page's foot, stands below where page numbers do. 10.1. */
function letter(fonts: FontSettings): Section {
  const foot = millimetres(20);
  const space = new Paragraph({ spacing: { line: page.footer - foot, lineRule: LineRuleType.EXACT } });
  const first = new Footer({
    children: [
      new Paragraph({
        indent: { left: -millimetres(8), right: -millimetres(6) },
        spacing: { line: points(4), lineRule: LineRuleType.EXACT },
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: 'FF0000', space: 0 } },
      }),
    ],
  });
  const numbered = (side: Side) => new Footer({ children: [numberLine(side, fonts), space] });
  return upright(page.margin, { first, default: numbered('odd'), even: numbered('even') }, foot);
}

/**
 * The portrait page turned a quarter to the right: its head is the right edge, its left edge the top. The number keeps its place on the sheet,
 * and so stands left of the table, turned as well.
 */
function landscape(fonts: FontSettings): Section {
  const margin = { top: millimetres(28), right: millimetres(37), bottom: millimetres(26), left: millimetres(35) };
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { orientation: PageOrientation.LANDSCAPE, width: page.width, height: page.height },
        margin: { ...margin, header: page.header, footer: millimetres(10), gutter: 0 },
      },
      grid: { type: DocumentGridType.LINES, linePitch },
    },
    footers: { default: turnedNumber('odd', fonts), even: turnedNumber('even', fonts) },
  };
}

function turnedNumber(side: Side, fonts: FontSettings): Footer {
  const box = new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(8), height: pixels(156) },
    fill: 'none',
    line: 'none',
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: emu(22.3) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: emu(28) },
    },
    textOptions: { direction: 'topToBottom', margins: { top: 0, right: 0, bottom: 0, left: 0 }, verticalAlignment: 'top' },
    children: [numberLine(side, fonts)],
  });
  return new Footer({
    children: [new Paragraph({ spacing: { line: points(1), lineRule: LineRuleType.EXACT }, children: [box] })],
  });
}

/** What the docx package counts shapes in: 96 to the inch. */
function pixels(length: number): number {
  return (length * 96) / 25.4;
}

/** English Metric Units for millimetres. */
function emu(length: number): number {
  return Math.round(length * 36_000);
}
