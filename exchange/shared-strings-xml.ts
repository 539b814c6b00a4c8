import { plainText } from './markup-tags.ts';
import { UnusualMarkup } from './unusual-markup.ts';

const root = /^\s*(?:<\?xml[^>]*\?>\s*)?<sst(?:\s[^>]*)?>/u;
/** How nearly every text stands in the part. */
const plainStarts = ['<si><t>', '<si><t xml:space="preserve">'];
const plainEnd = '</t></si>';

/** The texts of a workbook from its part `sharedStrings.xml` (ECMA-376-1, 18.4.9). Throws UnusualMarkup for what is not written as usual. */
export function readSharedStrings(markup: string): string[] {
  const start = root.exec(markup)?.[0];
  if (start === undefined) throw new UnusualMarkup();
  const texts: string[] = [];
  if (start.endsWith('/>')) return texts;
  for (let at = markup.indexOf('<', start.length); !markup.startsWith('</sst>', at); at = markup.indexOf('<', at)) {
    const plain = plainStarts.find((each) => markup.startsWith(each, at));
    const textEnd = plain === undefined ? -1 : markup.indexOf('<', at + plain.length);
    if (plain !== undefined && markup.startsWith(plainEnd, textEnd)) {
      texts.push(withoutEscapes(plainText(markup.slice(at + plain.length, textEnd))));
      at = textEnd + plainEnd.length;
    } else if (markup.startsWith('<si/>', at)) {
      texts.push('');
      at += '<si/>'.length;
    } else {
      const end = markup.startsWith('<si>', at) ? markup.indexOf('</si>', at) : -1;
      if (end === -1) throw new UnusualMarkup();
      texts.push(stringItem(markup.slice(at + '<si>'.length, end)));
      at = end + '</si>'.length;
    }
  }
  return texts;
}

const runText = /<t(?:\s[^<>]*?)?(?:\/>|>([^<]*)<\/t>)/gu;

/** The text of a string item: of its runs, one after another; how it is pronounced is not what it says. */
export function stringItem(markup: string): string {
  const said = markup.replaceAll(/<rPh[\s>].*?<\/rPh>/gsu, '');
  const runs = [...said.matchAll(runText)];
  // Something else where a text should be, a prefix, or an item inside an item.
  if (/<!|<[\w.-]+:|<si[\s>]/u.test(said) || runs.length !== [...said.matchAll(/<t[\s/>]/gu)].length) throw new UnusualMarkup();
  return runs.map(([, text = '']) => withoutEscapes(plainText(text))).join('');
}

/** `_x000D_` is how the format writes a character XML cannot hold. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([\da-fA-F]{4})_/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
