import type { Paragraph, Run } from './document-content.ts';
import { points, type Twips } from './length.ts';
import { bodyCharacter, bodySize, bodySpacing } from './page.ts';

/** Never first on a line, never last on a line. Word, WPS and LibreOffice agree on these for Chinese. */
const neverFirst = /^[!%),.:;>?\]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠]$/u;
const neverLast = /^[$(£¥·‘“〈《「『【〔〖〝﹗﹙﹛﹝＄（．［｛￡￥]$/u;

/** How an engine breaks lines, as far as engines differ. */
export interface LineBreaks {
  /** Stops hang over the right edge, as in Word; LibreOffice sets them on the next line. */
  readonly hangs: boolean;
  /** Between a Hanzi and a digit or letter, in ems: a quarter in Word, a fifth in LibreOffice. */
  readonly gap: number;
  /** What a line holds more or less than its width: what the two round differently. */
  readonly slack: Twips;
}

/** As LibreOffice breaks. */
export const libreOfficeBreaks: LineBreaks = { hangs: false, gap: 0.2, slack: 0 };
/** No engine makes fewer lines than the one, or more than the other. */
export const fewestLines: LineBreaks = { hangs: true, gap: 0.2, slack: points(1) };
export const mostLines: LineBreaks = { hangs: false, gap: 0.25, slack: -points(1) };

/** What Word lets hang over the edge of the text area, at the end of a line. */
const mayHang = /[，。、；：！？]$/u;

/** What a line cannot be broken inside of, and its width. */
interface Piece {
  readonly text: string;
  readonly width: Twips;
}

/**
 * How many lines a paragraph takes in a column so wide, broken as `breaks` says. Counted with a Hanzi of one em and an ASCII character of
 * half of one; a paragraph without text is one line.
 */
export function countLines(paragraph: Paragraph, width: Twips, { hangs, gap, slack }: LineBreaks): number {
  const { left = 0, right = 0, hanging = 0, firstLineCharacters = 0 } = paragraph;
  const room = width - left - right + slack;
  let free = room - firstLineCharacters * bodyCharacter + hanging;
  let lines = 1;
  for (const { text, width: needed } of pieces(paragraph.runs, gap)) {
    const over = hangs && mayHang.test(text) ? bodyCharacter : 0;
    if (needed <= free + over) free -= needed;
    else {
      // A word longer than a line is broken where the line ends.
      const more = Math.max(1, Math.ceil((needed - over) / room));
      lines += more;
      free = more * room - needed;
    }
  }
  return lines;
}

/** The text cut wherever a line may end: between any two Hanzi, but not inside a word or number, and not where a mark would stand wrong. */
function pieces(runs: readonly Run[], quarter: number): Piece[] {
  const result: { text: string; width: number }[] = [];
  for (const { text, size = bodySize, spacing = size === bodySize ? bodySpacing : 0 } of runs) {
    const em = points(size);
    for (const character of text) {
      const last = result.at(-1);
      const before = last === undefined ? '' : (Array.from(last.text).at(-1) ?? '');
      const gap = meet(before, character) ? quarter * em : 0;
      const width = (isAscii(character) ? em / 2 : em) + spacing + gap;
      const together =
        last !== undefined &&
        (neverFirst.test(character) || neverLast.test(before) || (isAscii(before) && isAscii(character) && before !== ' '));
      if (together) {
        last.text += character;
        last.width += width;
      } else result.push({ text: character, width });
    }
  }
  return result;
}

function isAscii(character: string): boolean {
  return character !== '' && character.charCodeAt(0) < 0x80;
}

/** A Hanzi beside a digit or letter: engines set them apart. */
function meet(before: string, after: string): boolean {
  return before !== '' && isAscii(before) !== isAscii(after) && /^[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]$/u.test(after);
}
