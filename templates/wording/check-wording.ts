import { Refusal } from '../../policy/refusal.ts';
import type { DocumentKind } from '../document-kind.ts';
import { compiled } from './fill-wording.ts';
import { fieldsOfKind, printedNames } from './specimen.ts';
import { namedFields, type WordingField } from './wording-fields.ts';
import { openWording, paragraphsOf, printedParts } from './wording-file.ts';

/** A name between braces, with the sign before it. */
interface Tag {
  readonly sign: '' | '#' | '/' | '^';
  readonly name: string;
}

/** A tag and the table row or text box it stands in. */
interface PlacedTag extends Tag {
  readonly within: number;
}

/** A passage that is open: a list that repeats, or what is printed only where there is something. */
interface Open {
  readonly field: WordingField | undefined;
  readonly name: string;
  readonly within: number;
  readonly rows: readonly WordingField[] | undefined;
}

/** What keeps a wording from being used. */
export interface WordingFault {
  /** 正文第1个表格第2行; 全文 for what stands nowhere. */
  readonly place: string;
  /** The text it is in; empty for what stands nowhere. */
  readonly passage: string;
  /** Why, and what to do. */
  readonly advice: string;
}

/** So many mistakes are told in one sentence. */
const mostTold = 6;

/** Parts in which no field is filled in. */
const notesPart = /^word\/(?:foot|end)notes\.xml$/u;

/** Fields without which a document of any kind is not one: by the names kinds declare them under. */
const needed = ['number', 'department', 'hostUnit', 'issuedOn', 'signedOn'];

/** Refuses a wording somebody gives back with what `wordingFaults` finds wrong in it. */
export function checkWording(kind: DocumentKind, issuer: string, bytes: Uint8Array, fileName: string): void {
  const faults = wordingFaults(kind, issuer, bytes, fileName);
  if (faults.length === 0) return;
  const told = faults
    .slice(0, mostTold)
    .map(({ place, passage, advice }, index) => `${index + 1}. ${place}${passage === '' ? '' : `「${passage}」`}：${advice}`);
  const more = faults.length > mostTold ? `（另有 ${faults.length - mostTold} 处）` : '';
  throw new Refusal(
    `无法使用「${fileName}」，有 ${faults.length} 处要改：\n${told.join('\n')}${more}\n写法见导出时一并给出的字段说明。改好后请重新交回。`,
  );
}

/**
 * Everything wrong with a wording somebody gives back: a field there is not (with the nearest there is), braces that do not pair, a row's field
 * outside its list, and a field without which the document would not be one. Throws a Refusal for what is no plain document at all.
 */
export function wordingFaults(kind: DocumentKind, issuer: string, bytes: Uint8Array, fileName: string): readonly WordingFault[] {
  const fields = fieldsOfKind(kind, issuer);
  const faults: WordingFault[] = [];
  const used = new Set<string>();
  /** Names that stand where nothing is left out. */
  const always = new Set<string>();
  for (const { name: part, place, xml } of printedParts(openWording(bytes, fileName))) {
    const open: Open[] = [];
    for (const { text, within, where } of paragraphsOf(xml)) {
      const tell = (advice: string, around = text): void =>
        void faults.push({ place: `${place}${where}`, passage: shortened(around), advice });
      for (const why of brokenBraces(text)) tell(why);
      if (notesPart.test(part) && tagsOf(text).length > 0) tell('脚注和尾注里的字段不会换成登记内容，请移到正文、页眉或页脚');
      if (/(?<![A-Za-z])(?:undefined|null|NaN)(?![A-Za-z])/u.test(text)) tell('有不该打印的字样（undefined、null、NaN），请删去');
      for (const { tag, at } of tagsOf(text))
        readTag({ ...tag, within }, fields, open, { used, always }, (why) =>
          tell(why, text.slice(Math.max(0, at - 10), at + tag.name.length + 14)),
        );
    }
    for (const { name } of open)
      faults.push({ place, passage: `{{#${name}}}`, advice: `{{#${name}}} 没有结束，请在要重复或可省略的内容后面补上 {{/${name}}}` });
  }
  for (const { name, isList } of neededFields(kind, issuer)) {
    if (always.has(name) || (isList && used.has(name))) continue;
    const why = used.has(name) ? `{{${name}}} 只写在可省略的内容里` : `没有 {{${name}}}`;
    faults.push({ place: '全文', passage: '', advice: `${why}，文书不能缺这项内容，请在要打印的位置补上` });
  }
  if (faults.length > 0) return faults;
  const fault = compiled(bytes);
  return typeof fault === 'string' ? [{ place: '全文', passage: '', advice: fault }] : [];
}

/** What may not be left out: number, issuer, addressee, day, what it is about, and every list, as far as the kind's own text has them. */
function neededFields(kind: DocumentKind, issuer: string): readonly { readonly name: string; readonly isList: boolean }[] {
  const printed = kind.ownText === undefined ? undefined : printedNames(kind, issuer);
  return namedFields(kind.fields).flatMap(({ name, keys, declared, optional }) => {
    const key = keys.join('.');
    const isList = declared.type === 'list';
    const isNeeded = !optional && (isList || key === kind.subject || needed.includes(key));
    return isNeeded && (printed === undefined || printed.has(name)) ? [{ name, isList }] : [];
  });
}

function brokenBraces(text: string): readonly string[] {
  if (/｛\s*｛|｝\s*｝/u.test(text)) return ['花括号是全角的，请改成半角 {{ }}'];
  const rest = text.replace(/\{\{[^{}]*\}\}/gu, '');
  if (rest.includes('{{')) return ['{{ 没有配对的 }}，请补上，并且写在同一段里'];
  if (rest.includes('}}')) return ['}} 没有配对的 {{，请补上，并且写在同一段里'];
  if (/[{}｛｝]/u.test(rest)) return ['有单个的花括号，会原样印出来。字段请写成 {{名称}}，不是字段的请删去'];
  return [];
}

function tagsOf(text: string): readonly { readonly tag: Tag; readonly at: number }[] {
  return [...text.matchAll(/\{\{([#/^]?)([^{}]*)\}\}/gu)].map((match) => ({
    tag: { sign: match[1] as Tag['sign'], name: match[2]?.trim() ?? '' },
    at: match.index,
  }));
}

function readTag(
  { sign, name, within }: PlacedTag,
  fields: readonly WordingField[],
  open: Open[],
  { used, always }: { readonly used: Set<string>; readonly always: Set<string> },
  tell: (why: string) => void,
): void {
  if (sign === '/') {
    const last = open.pop();
    if (last === undefined) tell(`{{/${name}}} 前面没有 {{#${name}}}，请补上，或删去它`);
    else if (last.name !== name) tell(`{{#${last.name}}} 还没有结束，就写了 {{/${name}}}，请按打开的次序结束`);
    else if (last.within !== within)
      tell(`{{#${name}}} 和 {{/${name}}} 一个在表格的一行里，一个不在同一行。请放在同一行的首格和末格，或都放在表格外面`);
    return;
  }
  const scopes = [fields, ...open.flatMap(({ rows }) => (rows === undefined ? [] : [rows]))];
  const field = scopes.findLast((scope) => scope.some((each) => each.name === name))?.find((each) => each.name === name);
  if (sign !== '') open.push({ field, name, within, rows: sign === '#' ? field?.rows : undefined });
  if (field === undefined) {
    tell(unknownName(name, fields, scopes));
    return;
  }
  used.add(name);
  if (sign === '' && open.every(({ field: opened, rows }) => rows !== undefined && opened?.optional === false)) always.add(name);
  if (sign === '' && field.rows !== undefined) tell(`「${name}」是列表，请写成 {{#${name}}}……{{/${name}}}，中间写每一项的字段`);
  if (sign !== '' && field.rows === undefined && !field.optional) tell(`「${name}」每份文书都有，不能写成可省略的，请写成 {{${name}}}`);
  if (sign === '' && field.optional && !open.some((each) => opensFor(each, field)) && field.worksOut !== true) {
    tell(`「${name}」可能没有，请把它连同前后的文字写在 {{#${name}}} 和 {{/${name}}} 之间`);
  }
}

/** Fields of one record are there together. */
function opensFor({ field: opened }: Open, field: WordingField): boolean {
  return opened?.name === field.name || (field.together !== undefined && opened?.together === field.together);
}

function unknownName(name: string, fields: readonly WordingField[], scopes: readonly (readonly WordingField[])[]): string {
  const owner = fields.find(({ rows }) => rows?.some((row) => row.name === name));
  if (owner !== undefined) return `「${name}」是「${owner.name}」里每一项的字段，请写在 {{#${owner.name}}} 和 {{/${owner.name}}} 之间`;
  const names = [...scopes.toReversed().flat(), ...fields.flatMap(({ rows }) => rows ?? [])].map((field) => field.name);
  const [nearest] = names.toSorted((one, other) => distance(name, one) - distance(name, other));
  const hint = nearest !== undefined && distance(name, nearest) <= Math.max(2, name.length / 2) ? `，是不是「${nearest}」？` : '。';
  return `没有「${name}」这个字段${hint}请照字段说明改正`;
}

/** Characters to change, add or leave out to get from one text to the other. */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, character] of [...one].entries()) {
    const next = [row + 1];
    for (let column = 1; column <= other.length; column++) {
      next.push(
        Math.min(
          (before[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (before[column - 1] ?? 0) + (character === other[column - 1] ? 0 : 1),
        ),
      );
    }
    before = next;
  }
  return before[other.length] ?? 0;
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
