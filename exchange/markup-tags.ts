import { UnusualMarkup } from './unusual-markup.ts';

const attribute = /\s+([^\s=/>"'<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const tagEnd = /\s*\/?>/uy;

/** The attributes of every element of a local name, in their order. For small parts: throws UnusualMarkup where there are comments or CDATA. */
export function startTags(markup: string, name: string): ReadonlyMap<string, string>[] {
  if (markup.includes('<!')) throw new UnusualMarkup();
  return [...markup.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])`, 'gu'))].map(({ index, 0: start }) => {
    const attributes = new Map<string, string>();
    let at = index + start.length;
    for (let found = foundAt(attribute, markup, at); found !== null; found = foundAt(attribute, markup, at)) {
      attributes.set(found[1] ?? '', plainText(found[2] ?? found[3] ?? ''));
      at += found[0].length;
    }
    if (foundAt(tagEnd, markup, at) === null) throw new UnusualMarkup();
    return attributes;
  });
}

/** What stands inside the first element of a local name; nothing where there is none. */
export function contentOf(markup: string, name: string): string {
  const start = new RegExp(`<((?:[\\w.-]+:)?${name})(?:\\s[^>]*)?(?<!/)>`, 'u').exec(markup);
  if (start === null) return '';
  const from = start.index + start[0].length;
  const end = markup.indexOf(`</${start[1]}>`, from);
  if (end === -1) throw new UnusualMarkup();
  return markup.slice(from, end);
}

/** The text that markup without elements stands for. What is no entity of XML stays as it is. */
export function plainText(markup: string): string {
  if (!markup.includes('&')) return markup;
  return markup.replaceAll(
    /&(?:#[xX]([\da-fA-F]+)|#(\d+)|(amp|lt|gt|quot|apos));/gu,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? reference;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : reference;
    },
  );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function foundAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
