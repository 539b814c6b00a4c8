import { chineseDate, type PlainDate } from '../../policy/plain-date.ts';
import { countLines, mostLines } from './count-lines.ts';
import type { Paragraph, Rule, TextBox } from './document-content.ts';
import { date, optional, record, text, texts } from './fields.ts';
import { millimetres, points, type Twips } from './length.ts';
import { page, textWidth } from './page.ts';
import { textLength } from './text-length.ts';

/** What an imprint is written from. */
export const imprintFields = record('版记', {
  copyTo: optional(texts('抄送机关', '，')),
  printer: text('印发机关'),
  printedOn: date('印发日期'),
});

/** 版记: who gets a copy, who printed the document, and when. GB/T 9704-2012 7.4. */
export interface Imprint {
  /** 抄送机关, as they are addressed; none leaves the line out. */
  readonly copyTo?: readonly string[] | undefined;
  /** 印发机关, usually the department's own office. */
  readonly printer: string;
  readonly printedOn: PlainDate;
}

/** 4号. */
const size = 14;
const character: Twips = points(size);
const lineHeight: Twips = points(24);
/** A rule is a line of its own height, because a border would follow the indents of its paragraph. */
const ruleHeight: Twips = points(2);

/** First and last lines of 0.35 mm, between them lines of 0.25 mm, in eighths of a point. */
const outerRule: Rule = { width: 8, colour: '000000', distance: 0 };
const innerRule: Rule = { width: 6, colour: '000000', distance: 0 };

/**
 * The imprint, hung on a paragraph of one point: its last line lies on the foot of the text area, 262 mm down, whatever the text above does.
 * It rests on that line, so that it stays right even if 抄送 takes a line more than counted.
 */
export function imprintBox(imprint: Imprint): Paragraph {
  const height = imprintHeight(imprint);
  const box: TextBox = {
    left: page.margin.left,
    top: millimetres(262) - height,
    width: textWidth,
    height,
    rests: 'bottom',
    paragraphs: imprintParagraphs(imprint),
  };
  return { kind: 'paragraph', runs: [], line: 20, box };
}

/** The imprint's paragraphs, top to bottom, as wide as the text area. */
function imprintParagraphs({ copyTo = [], printer, printedOn }: Imprint): readonly Paragraph[] {
  const copies = copyTo.length === 0 ? [] : [copyLine(copyTo), ruleLine(innerRule)];
  return [ruleLine(outerRule), ...copies, printLine(printer, printedOn), ruleLine(outerRule)];
}

/** How high the imprint is. */
export function imprintHeight(imprint: Imprint): Twips {
  const { copyTo = [] } = imprint;
  const copies = copyTo.length === 0 ? 0 : countLines(copyLine(copyTo), textWidth, mostLines) * lineHeight + ruleHeight;
  return copies + lineHeight + 2 * ruleHeight;
}

function copyLine(copyTo: readonly string[]): Paragraph {
  const label = '抄送：';
  return {
    kind: 'paragraph',
    runs: [{ text: `${label}${copyTo.join('，')}。`, size }],
    align: 'left',
    left: (1 + label.length) * character,
    right: character,
    hanging: label.length * character,
    line: lineHeight,
  };
}

/** 印发机关 one character from the left, 印发日期 one character from the right, on one line; a long name is drawn together to fit. */
function printLine(printer: string, printedOn: PlainDate): Paragraph {
  const printed = `${chineseDate(printedOn)}印发`;
  const room = textWidth - 3 * character - textLength(printed, size, 0);
  const spacing = Math.min(0, Math.floor((room - textLength(printer, size, 0)) / Array.from(printer).length));
  return {
    kind: 'paragraph',
    runs: [
      { text: printer, size, spacing },
      { text: printed, size, tabBefore: true },
    ],
    align: 'left',
    left: character,
    right: character,
    line: lineHeight,
    rightTab: textWidth - character,
  };
}

function ruleLine(rule: Rule): Paragraph {
  return { kind: 'paragraph', runs: [], line: ruleHeight, below: rule };
}
