import Docxtemplater from 'docxtemplater';
import { strToU8, unzipSync } from 'fflate';
import PizZip from 'pizzip';
import { Refusal } from '../../policy/refusal.ts';
import { asWorkedOut, type DocumentKind, type Say } from '../document-kind.ts';
import type { Appearance } from '../kit/document-shell.ts';
import { deflate, zipArchive } from '../kit/zip-archive.ts';
import { withDraftMark } from './draft-mark.ts';
import { type FilledValues, filledRows, filledValues, rowNumbers } from './wording-fields.ts';
import { paragraphTexts, printedParts, type WordingParts } from './wording-file.ts';

/**
 * A document in custom wording: checked input in place of the names. The same wording and input give the same bytes. Throws a Refusal as the kind's
 * own text would, and for a value the wording names that the register has not.
 */
export async function fillWording(kind: DocumentKind, wording: Uint8Array, input: unknown, appearance: Appearance): Promise<Uint8Array> {
  const absent = new Set<string>();
  const template = compiled(wording, (name) => absent.add(name));
  if (typeof template === 'string') throw new Error(`a wording that was accepted cannot be read: ${template}`);
  template.render(valuesOf(kind, input));
  if (absent.size > 0) {
    const names = [...absent].map((name) => `「${name}」`).join('、');
    throw new Refusal(
      `无法生成《${kind.title}》：自定义文本用到${names}，登记里没有。请补登后重新生成，或在自定义文本里把它写成可省略的（{{#名称}}……{{/名称}}）。`,
    );
  }
  const filled = withoutDoubledStops(unzipSync(template.getZip().generate({ type: 'uint8array', compression: 'STORE' })));
  for (const { place, xml } of printedParts(filled)) {
    const left = paragraphTexts(xml).find((text) => leftover.test(text));
    if (left !== undefined)
      throw new Refusal(`无法生成《${kind.title}》：自定义文本的${place}里还有没替换的内容「${left}」。请改好后重新交回。`);
  }
  return packed(appearance.draft ? await withDraftMark(filled, appearance) : filled);
}

const leftover = /\{\{|\}\}|\[object |(?<![A-Za-z])(?:undefined|null|NaN)(?![A-Za-z])/u;

/** What the kind declares, and what it works out: the document itself is composed for that, and refuses what it would refuse. */
function valuesOf(kind: DocumentKind, input: unknown): FilledValues {
  const values: Record<string, FilledValues[string]> = { ...filledValues(kind.fields, input) };
  const inRows = new Map<string, string[]>();
  const heard = (name: string, text: string, list?: string): string => {
    if (list === undefined) values[name] = text;
    else inRows.set(`${list}\n${name}`, [...(inRows.get(`${list}\n${name}`) ?? []), text]);
    return text;
  };
  const rows = <Row>(list: string, ordered: readonly Row[]): readonly Row[] => {
    values[list] = filledRows(kind.fields, list, ordered);
    return ordered;
  };
  const say: Say = Object.assign(heard, { rows, passage: asWorkedOut.passage });
  kind.compose(input as never, say);
  for (const [key, texts] of inRows) {
    const [list = '', name = ''] = key.split('\n');
    const listed = values[list] ?? texts.map((_, index) => rowNumbers(index));
    if (!Array.isArray(listed) || listed.length !== texts.length)
      throw new Error(`${kind.id} says ${name} for other rows than those of ${list}`);
    values[list] = (listed as readonly FilledValues[]).map((row, index) => ({ ...row, [name]: texts[index] ?? '' }));
  }
  return values;
}

/** A wording ready to be filled, or what keeps it from that, in Chinese. `onAbsent` hears of a name without a value. */
export function compiled(wording: Uint8Array, onAbsent: (name: string) => void = () => undefined): Docxtemplater | string {
  try {
    return new Docxtemplater(new PizZip(wording), {
      delimiters: { start: '{{', end: '}}' },
      paragraphLoop: true,
      linebreaks: false,
      errorLogging: false,
      parser: (tag) => {
        const name = tag.trim();
        return { get: (scope: unknown, context) => valueIn(name, scope, context.scopeList) };
      },
      nullGetter(part) {
        // A passage of what is absent is left out; only text that should stand there is missing.
        if (part.module !== undefined && part.module !== '') return '';
        onAbsent(part.value.trim());
        return '';
      },
    });
  } catch (error) {
    return faultText(error);
  }
}

function valueIn(name: string, scope: unknown, outer: readonly unknown[]): unknown {
  for (const values of [scope, ...outer.toReversed()]) {
    if (typeof values === 'object' && values !== null && Object.hasOwn(values, name)) return (values as FilledValues)[name];
  }
  return undefined;
}

/** What docxtemplater says of a wording it cannot read. */
interface TemplateFault {
  readonly properties?: { readonly id?: string; readonly xtag?: string; readonly errors?: readonly TemplateFault[] };
}

function faultText(error: unknown): string {
  const { properties } = error as TemplateFault;
  if (properties === undefined) throw error;
  const faults = properties.errors ?? [error as TemplateFault];
  return faults
    .map(({ properties: { id = '', xtag = '' } = {} }) => {
      const where = xtag === '' ? '' : `「${xtag}」处`;
      switch (id) {
        case 'unclosed_tag':
          return `${where}的 {{ 没有配对的 }}`;
        case 'unopened_tag':
          return `${where}的 }} 没有配对的 {{`;
        case 'unclosed_loop':
        case 'unopened_loop':
        case 'closing_tag_does_not_match_opening_tag':
          return `${where}的 {{#……}} 和 {{/……}} 没有配对`;
        default:
          return `${where}的 {{#……}} 和 {{/……}} 不在同一层（一个在表格里，一个在表格外，或跨了单元格和段落）。请放在同一行表格的首格和末格，或各占一段`;
      }
    })
    .join('；');
}

/** Two stops of a paragraph with nothing between them but ends of runs. */
const doubledStop = /([。！？；])((?:<\/w:t>(?:(?!<\/w:p>|<w:t[\s>]|<w:tab\/>|<w:br\b).)*<w:t(?:\s[^>]*)?>)*)。/gsu;

/** A value that ends with a stop stands before one of the wording's own. */
function withoutDoubledStops(parts: WordingParts): WordingParts {
  const texts = new Map(printedParts(parts).map(({ name, xml }) => [name, xml]));
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => {
      const xml = texts.get(name);
      return [name, xml === undefined ? part : strToU8(xml.replace(doubledStop, '$1$2'))];
    }),
  );
}

/** Parts as an archive that is the same on any day: readers look for the content types first, then for the package's relations. */
function packed(parts: WordingParts): Uint8Array {
  const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
  const names = Object.keys(parts)
    .filter((name) => !name.endsWith('/'))
    .toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  return zipArchive(names.map((name) => deflate(name, parts[name] ?? new Uint8Array())));
}
