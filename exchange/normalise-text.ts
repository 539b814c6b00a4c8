/** Blanks of every width, with tabs and line breaks. */
const blank = String.raw`\s\u1680\u2000-\u200a\u202f\u205f\u3000\u3164\uffa0`;
/** Characters without width that get pasted along: joiners, marks of direction, byte order mark, soft hyphen. */
const unseen = String.raw`\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff`;
const blanks = new RegExp(`[${blank}]+`, 'gu');
const invisible = new RegExp(`[${unseen}]`, 'gu');
const visible = new RegExp(`[^${blank}${unseen}]`, 'u');
const fullWidthAscii = /[\uff01-\uff5e]/gu;
const fullWidthLetterOrDigit = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu;
/** Nothing but what every normalisation leaves as it is: most cells. */
const plain = /^[\u0021-\u007e\u4e00-\u9fff]*$/u;
const han = /\p{Script=Han}/u;

function toHalfWidth(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0);
}

/** The text without characters nobody sees. Blanks and line breaks stay. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '').replace(/\r\n?/gu, '\n');
}

/** For numbers, dates and codes: no blank at all, full-width digits, letters and punctuation made half-width. */
export function compactCode(text: string): string {
  return plain.test(text) ? text : withoutInvisible(text).replace(blanks, '').replace(fullWidthAscii, toHalfWidth);
}

/**
 * For names of studios, units and titles: one line, full-width letters and digits made half-width, punctuation kept.
 * Blanks between Chinese characters go (it is how people stretch a cell); between Latin words one stays.
 */
export function singleLine(text: string): string {
  if (plain.test(text)) return text;
  const parts = withoutInvisible(text)
    .replace(fullWidthLetterOrDigit, toHalfWidth)
    .split(blanks)
    .filter((part) => part !== '');
  if (parts.length === 1) return parts[0] ?? '';
  let joined = '';
  for (const part of parts) {
    const last = [...joined].at(-1);
    const first = [...part][0];
    const bothLatin = last !== undefined && first !== undefined && isLatin(last) && isLatin(first);
    joined += bothLatin ? ` ${part}` : part;
  }
  return joined;
}

function isLatin(character: string): boolean {
  return !han.test(character) && /[\p{L}\p{N}]/u.test(character);
}

/** For remarks and opinions: line breaks stay, blanks at both ends of each line and empty lines go. */
export function longText(text: string): string {
  if (plain.test(text)) return text;
  return withoutInvisible(text)
    .split('\n')
    .map((line) => line.replace(blanks, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** True when nothing can be seen in the text. */
export function isBlank(text: string): boolean {
  return !visible.test(text);
}
