import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Dice } from '../workflow/model/dice.ts';

type Parts = Record<string, Uint8Array>;

/** A number where none, or another, is expected. */
const numbers = ['-1', '0', '99999999', '4294967296', '1e400', 'NaN', '', '1.5', '0x10', '９'] as const;
/** What stands between tags instead of a text. */
const contents = [
  '&a;',
  '&#0;',
  '&#x10FFFF;',
  '&#x110000;',
  '&#xD800;',
  '&',
  '<',
  ']]>',
  '<![CDATA[<a>]]>',
  '<!--',
  '<?x',
  '_xFFFF_',
  '\u0000',
  '\uFFFE',
  '𠮷',
] as const;
/** Most elements a tower of this test has. */
const tower = 5000;

/** One change to the text of an XML part, by its name. */
const textChanges: Readonly<Record<string, (text: string, dice: Dice) => string>> = {
  'drop-tag': (text, dice) => replaceOne(text, /<[^>]*>/gu, dice, () => ''),
  'double-tag': (text, dice) => replaceOne(text, /<[^>]*>/gu, dice, (tag) => tag + tag),
  'rename-tag': (text, dice) =>
    replaceOne(text, /(?<=<\/?)[\w:]+/gu, dice, (name) => dice.oneOf(['x', `${name}x`, 'row', 'c', 'v', 'sheet', 'si'])),
  'drop-attribute': (text, dice) => replaceOne(text, /\s[\w:]+="[^"]*"/gu, dice, () => ''),
  'double-attribute': (text, dice) => replaceOne(text, /\s[\w:]+="[^"]*"/gu, dice, (attribute) => attribute + attribute),
  'other-attribute': (text, dice) =>
    replaceOne(text, /(?<==")[^"]*(?=")/gu, dice, (value) =>
      dice.oneOf([...numbers, 'x'.repeat(100_000), value + value, '../../x', 'constructor']),
    ),
  'huge-index': (text, dice) =>
    replaceOne(
      text,
      /(?<=\s(?:r|s|t|min|max|count|uniqueCount|spans|ref|sqref|sheetId|(?:table:number-\w+-repeated))=")[^"]*/gu,
      dice,
      () => dice.oneOf([...numbers, 'XFD1048576', 'A1:XFD1048576', 'ZZZZZZ99999999999', 'A0', '__proto__']),
    ),
  'other-number': (text, dice) =>
    replaceOne(text, /(?<=>)-?\d[\d.]*(?=<)/gu, dice, () => dice.oneOf([...numbers, '-99999999', '2958466', '1e308', '0.1e-300'])),
  'other-content': (text, dice) =>
    replaceOne(text, /(?<=>)[^<]+(?=<)/gu, dice, (content) => dice.oneOf([...contents, content.repeat(2000).slice(0, 200_000)])),
  'in-content': (text, dice) => replaceOne(text, /(?<=>)[^<]+(?=<)/gu, dice, (content) => content + dice.oneOf(contents)),
  truncate: (text, dice) => text.slice(0, dice.below(text.length + 1)),
  nest: (text, dice) => replaceOne(text, /<\/[\w:]+>/gu, dice, (tag) => `${'<a>'.repeat(dice.below(tower))}${tag}`),
  entity: (text, dice) =>
    `<!${dice.oneOf(['DOCTYPE', 'doctype', 'ENTITY'])} a [<!ENTITY b "cccccccc"><!ENTITY d "&b;&b;&b;&b;">]>${text.replaceAll('</t>', '&d;</t>')}`,
  'repeat-element': (text, dice) =>
    replaceOne(text, /<(row|c|mergeCell|table:table-row|table:table-cell)\b[^>]*>.*?<\/\1>/gu, dice, (element) =>
      element.repeat(Math.min(3000, Math.ceil(300_000 / element.length))),
    ),
};

/** One change to what parts there are, by its name. */
const partChanges: Readonly<Record<string, (parts: Parts, dice: Dice) => Parts>> = {
  'missing-part'(parts, dice) {
    const without = dice.oneOf(Object.keys(parts));
    return Object.fromEntries(Object.entries(parts).filter(([name]) => name !== without));
  },
  'swapped-parts'(parts, dice) {
    const [one, other] = [dice.oneOf(Object.keys(parts)), dice.oneOf(Object.keys(parts))];
    return { ...parts, [one]: parts[other] ?? new Uint8Array(), [other]: parts[one] ?? new Uint8Array() };
  },
  'double-part'(parts, dice) {
    const name = dice.oneOf(Object.keys(parts));
    return {
      ...parts,
      [dice.oneOf([name.toUpperCase(), `/${name}`, `./${name}`, `../${name}`, name.replaceAll('/', '\\')])]:
        parts[name] ?? new Uint8Array(),
    };
  },
  'empty-part': (parts, dice) => ({ ...parts, [dice.oneOf(Object.keys(parts))]: new Uint8Array() }),
  'strange-part': (parts, dice) => ({
    ...parts,
    [dice.oneOf(['constructor', 'toString', 'xl/vbaProject.bin', 'xl/x.xml', 'x'.repeat(60_000)])]: strToU8('<a/>'),
  }),
  'other-bytes'(parts, dice) {
    const name = dice.oneOf(Object.keys(parts));
    const part = (parts[name] ?? new Uint8Array()).slice();
    for (let count = dice.below(12); count >= 0 && part.length > 0; count--) part[dice.below(part.length)] = dice.below(256);
    return { ...parts, [name]: part };
  },
};

function replaceOne(text: string, pattern: RegExp, dice: Dice, change: (found: string) => string): string {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return text;
  const { 0: found, index } = dice.oneOf(places);
  return text.slice(0, index) + change(found) + text.slice(index + found.length);
}

function changedText(parts: Parts, dice: Dice, change: (text: string, dice: Dice) => string): Parts {
  const markup = Object.keys(parts).filter((part) => /\.(?:xml|rels|vml)$/u.test(part));
  // Most of what is read stands in the sheets.
  const sheets = markup.filter((part) => /sheet\d+\.xml$|sharedStrings|content\.xml/u.test(part));
  const name = dice.oneOf(dice.percent(60) && sheets.length > 0 ? sheets : markup);
  let text = strFromU8(parts[name] ?? new Uint8Array());
  for (let times = dice.percent(70) ? 1 : 1 + dice.below(6); times > 0; times--) text = change(text, dice);
  return { ...parts, [name]: strToU8(text) };
}

/** A package with a change to the XML of a part or to its parts, packed again, and the name of the change. */
export function mutateParts(bytes: Uint8Array, dice: Dice): { readonly change: string; readonly bytes: Uint8Array } {
  const parts = unzipSync(bytes);
  const pack = (changed: Parts) => zipSync(changed, { level: 1, mtime: new Date(1980, 0, 1) });
  if (dice.percent(25)) {
    const [name, change] = dice.oneOf(Object.entries(partChanges));
    return { change: `parts ${name}`, bytes: pack(change(parts, dice)) };
  }
  const [name, change] = dice.oneOf(Object.entries(textChanges));
  return { change: `xml ${name}`, bytes: pack(changedText(parts, dice, change)) };
}
