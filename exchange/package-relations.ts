import { escapeXml } from './sheet-markup.ts';

/** One relation of a part: what it is to it, and where it is. */
export interface Relation {
  readonly id: string;
  /** Last word of the relation's type: `comments`, `vmlDrawing`, `worksheet`. */
  readonly type: string;
  /** Name of the part in the package; the address as written for something outside it. */
  readonly target: string;
  readonly outside: boolean;
}

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const emptyRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** `xl/worksheets/_rels/sheet1.xml.rels` for `xl/worksheets/sheet1.xml`. */
export function relationsPartOf(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** The relations a part has. */
export function readRelations(part: string, markup: string | undefined): Relation[] {
  return [...(markup ?? '').matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/gu)].map(([, attributes = '']) => {
    const attribute = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? '';
    const outside = attribute('TargetMode') === 'External';
    const target = attribute('Target');
    return {
      id: attribute('Id'),
      type: attribute('Type').split('/').at(-1) ?? '',
      target: outside ? target : resolve(part, target),
      outside,
    };
  });
}

/** The relations of a part with one more, and its id. */
export function addRelation(owner: string, markup: string | undefined, type: string, target: string): { markup: string; id: string } {
  const source = markup ?? emptyRelations;
  const taken = new Set([...source.matchAll(/\bId="([^"]*)"/gu)].map(([, id]) => id));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  const prefix = /<(\w+:)?Relationships\b/u.exec(source)?.[1] ?? '';
  const relation = `<${prefix}Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${escapeXml(relativePath(owner, target))}"/>`;
  const opened = source
    .replace(/<((?:\w+:)?Relationships\b[^>]*?)\/>/u, '<$1></$1>')
    .replace(/<\/((?:\w+:)?Relationships)\s[^>]*>/u, '</$1>');
  return { markup: opened.replace(`</${prefix}Relationships>`, () => `${relation}</${prefix}Relationships>`), id };
}

/** A part as seen from another one: `../comments1.xml`. Targets from the root are allowed, but not every program follows them. */
function relativePath(owner: string, target: string): string {
  const from = owner.split('/').slice(0, -1);
  const to = target.split('/');
  const common = from.findIndex((step, index) => step !== to[index]);
  const shared = common === -1 ? from.length : common;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** The relations of a part without some of them. */
export function withoutRelations(markup: string, ids: ReadonlySet<string>): string {
  return markup.replaceAll(/<(?:\w+:)?Relationship\b([^>]*)>/gu, (whole, attributes: string) =>
    ids.has(/\bId="([^"]*)"/u.exec(attributes)?.[1] ?? '') ? '' : whole,
  );
}

/** The part whose relations a part holds, or `undefined` for a part that holds none. */
export function ownerOfRelations(part: string): string | undefined {
  const [, folder, name] = /^(.*?)_rels\/([^/]*)\.rels$/su.exec(part) ?? [];
  return folder === undefined || name === undefined ? undefined : folder + name;
}

/** A part's name from a target that may be relative to the part that names it. */
function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
