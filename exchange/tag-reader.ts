import { UnusualMarkup } from './unusual-markup.ts';

const space = 0x20;
const quotation = 0x22;
const slash = 0x2f;
const equals = 0x3d;
const greaterThan = 0x3e;
const lessThan = 0x3c;

/**
 * Goes through the rows of a worksheet part, element by element, and keeps of each only what is asked for: half a million of them have to be
 * read while somebody waits. Throws UnusualMarkup where a prefix, a comment or anything else stands that is not written as usual.
 */
export class TagReader {
  readonly markup: string;
  /** Where it is: behind the last element or text it has read. */
  at: number;
  /** Of the last start tag. Row and column of `r` from 0, -1 where it does not say them; `t`, empty without; `s`, -1 without. */
  row = -1;
  column = -1;
  type = '';
  style = -1;
  hidden = false;
  /** Whether the formula is one shared with other cells. */
  shared = false;

  constructor(markup: string, at: number) {
    this.markup = markup;
    this.at = at;
  }

  /** Goes over an element of that name that begins next, as far as its attributes, if there is one. */
  begins(name: string): boolean {
    const start = this.#next();
    const end = start + 1 + name.length;
    if (!this.markup.startsWith(name, start + 1) || this.markup.charCodeAt(end) > greaterThan) return false;
    this.at = end;
    return true;
  }

  /** Goes over the end tag of that name, if it stands next. */
  ends(name: string): boolean {
    const start = this.#next();
    if (this.markup.charCodeAt(start + 1) !== slash) return false;
    const end = start + 2 + name.length;
    if (!this.markup.startsWith(name, start + 2) || this.markup.charCodeAt(end) !== greaterThan) throw new UnusualMarkup();
    this.at = end + 1;
    return true;
  }

  /** Reads the attributes of a start tag, and whether it is the end of its element too. */
  attributes(): boolean {
    const { markup } = this;
    this.row = -1;
    this.column = -1;
    this.type = '';
    this.style = -1;
    this.hidden = false;
    this.shared = false;
    for (let { at } = this; ; ) {
      let code = markup.charCodeAt(at);
      while (code === space || (code >= 9 && code <= 13)) code = markup.charCodeAt(++at);
      if (code === greaterThan) {
        this.at = at + 1;
        return false;
      }
      if (code === slash && markup.charCodeAt(at + 1) === greaterThan) {
        this.at = at + 2;
        return true;
      }
      const name = at;
      while (code > space && code !== equals && code !== greaterThan && code !== lessThan) code = markup.charCodeAt(++at);
      if (at === name || code !== equals || markup.charCodeAt(at + 1) !== quotation) throw new UnusualMarkup();
      const from = at + 2;
      const end = markup.indexOf('"', from);
      if (end === -1) throw new UnusualMarkup();
      this.#keep(name, at, from, end);
      at = end + 1;
    }
  }

  /** The text up to the end of the element of that name, which has nothing else in it. */
  text(name: string): string {
    const end = this.markup.indexOf('<', this.at);
    const text = this.markup.slice(this.at, end);
    this.at = end;
    if (!this.ends(name)) throw new UnusualMarkup();
    return text;
  }

  /** The markup up to the end of the element of that name. */
  content(name: string): string {
    const end = this.markup.indexOf(`</${name}>`, this.at);
    if (end === -1) throw new UnusualMarkup();
    const content = this.markup.slice(this.at, end);
    this.at = end + name.length + 3;
    return content;
  }

  #next(): number {
    const start = this.markup.indexOf('<', this.at);
    if (start === -1) throw new UnusualMarkup();
    return start;
  }

  #keep(name: number, nameEnd: number, from: number, end: number): void {
    const { markup } = this;
    if (nameEnd - name === 1) {
      const letter = markup.charCodeAt(name);
      if (letter === 0x72) this.#keepAddress(from, end);
      else if (letter === 0x73) this.style = digits(markup, from, end);
      else if (letter === 0x74) this.type = markup.slice(from, end);
    } else if (nameEnd - name === 2) this.shared ||= markup.startsWith('si', name) && digits(markup, from, end) >= 0;
    else if (markup.startsWith('hidden=', name)) this.hidden = markup.slice(from, end) === '1' || markup.slice(from, end) === 'true';
  }

  #keepAddress(from: number, end: number): void {
    let at = from;
    let column = 0;
    for (let code = this.markup.charCodeAt(at); code >= 0x41 && code <= 0x5a; code = this.markup.charCodeAt(++at))
      column = column * 26 + code - 0x40;
    this.column = column - 1;
    this.row = digits(this.markup, at, end) - 1;
    if (this.row < 0) throw new UnusualMarkup();
  }
}

/** The whole number that stands there in digits and nothing else. */
export function digits(text: string, from: number, end: number): number {
  let number = 0;
  for (let at = from; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) throw new UnusualMarkup();
    number = number * 10 + digit;
  }
  if (end <= from || end - from > 9) throw new UnusualMarkup();
  return number;
}
