/** A piece of XML. Made by `element`, which escapes what it is given; never by hand from a value. */
export type Markup = string & { readonly brand: 'Markup' };

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** `<name attribute="…">children</name>`, or the empty form without children. An undefined attribute is left out. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Markup[]): Markup {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) start += ` ${key}="${escape(String(value))}"`;
  return (children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`) as Markup;
}

/** Text as character data. */
export function characterData(text: string): Markup {
  return escape(text) as Markup;
}

/** Several pieces in a row. */
export function sequence(pieces: readonly Markup[]): Markup {
  return pieces.join('') as Markup;
}

/** No markup at all. */
export const nothing = '' as Markup;

function escape(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text;
}
