import { ownerOfRelations, type Relation, readRelations, relationsPartOf, withoutRelations } from './package-relations.ts';
import type { WorkbookParts } from './workbook-parts.ts';

/** A formula of another file, of another program (DDE: `cmd|'/c calc'!A0`), or that fetches or opens an address. */
const reachesOutside = /\[[^\]]+\][^!]*!|\|[^!]*!|\b(?:HYPERLINK|WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC)\s*\(/iu;
/** What belongs to the workbook and goes: the files it points at, and the order of its formulas, which every program makes again. */
const cutTypes: readonly string[] = ['externalLink', 'calcChain'];
/** Parts that fetch, or bring a program with them. */
const actingTypes: readonly string[] = ['connections', 'queryTable', 'oleObject', 'package', 'control', 'webextensiontaskpanes'];

/** Whether more in a workbook reaches beyond it than can be cut from it: data connections, queries, embedded objects, pictures kept elsewhere. */
export function actsOutside(parts: WorkbookParts): boolean {
  const owners = ownersOfRelations(parts);
  const cut = owners.flatMap(({ related }) => related.filter(({ type }) => cutTypes.includes(type)).map(({ target }) => target));
  return owners
    .filter(({ owner }) => !cut.includes(owner))
    .some(({ related }) => related.some(({ type, outside }) => (outside && type !== 'hyperlink') || actingTypes.includes(type)));
}

/**
 * Cuts what reaches beyond a workbook, so that nothing of somebody's file acts from a file this program wrote: cells keep the value they
 * show and lose such a formula or link; links to other files go, with the names that stand for them. A workbook without any of it stays as it is.
 */
export function cutOutside(parts: WorkbookParts, sheetParts: readonly string[]): void {
  let changed = false;
  for (const name of sheetParts) {
    const markup = parts.text(name) ?? '';
    const cut = withoutFormulas(markup);
    if (cut === markup) continue;
    changed = true;
    parts.write(name, cut);
  }
  cutLinksOutside(parts);
  const { book } = parts.layOut();
  const related = readRelations(book, parts.text(relationsPartOf(book)));
  if (!changed && !related.some(({ type }) => type === 'externalLink')) return;
  const cut = related.filter(({ type }) => cutTypes.includes(type));
  for (const { target } of cut) {
    parts.remove(target);
    parts.remove(relationsPartOf(target));
  }
  parts.write(relationsPartOf(book), withoutRelations(parts.text(relationsPartOf(book)) ?? '', new Set(cut.map(({ id }) => id))));
  parts.write(
    book,
    (parts.text(book) ?? '')
      .replaceAll(/<((?:\w+:)?)externalReferences\b[^>]*>.*?<\/\1externalReferences>/gsu, '')
      .replaceAll(/<((?:\w+:)?)definedName\b[^>]*>[^<]*<\/\1definedName>/gu, (name) => (reachesOutside.test(name) ? '' : name))
      .replaceAll(/<((?:\w+:)?)definedNames\b[^>]*>\s*<\/\1definedNames>/gu, ''),
  );
}

/** The parts that have relations, with them. */
function ownersOfRelations(parts: WorkbookParts): readonly { readonly owner: string; readonly related: readonly Relation[] }[] {
  return [...parts.all.keys()].flatMap((name) => {
    const owner = ownerOfRelations(name);
    return owner === undefined ? [] : [{ owner, related: readRelations(owner, parts.text(name)) }];
  });
}

/** Takes the links of cells and shapes to addresses away; what they stand on stays. The boxes of comments bear theirs themselves. */
function cutLinksOutside(parts: WorkbookParts): void {
  for (const name of [...parts.all.keys()].filter((each) => each.endsWith('.vml'))) {
    const drawing = parts.text(name) ?? '';
    const cut = drawing.replaceAll(/\shref="[^"]*"/gu, '');
    if (cut !== drawing) parts.write(name, cut);
  }
  for (const { owner, related } of ownersOfRelations(parts)) {
    // Some programs write a place in the workbook itself as an address: `#表1!A1`.
    const links = related.filter(({ type, outside, target }) => outside && type === 'hyperlink' && !target.startsWith('#'));
    const ids = new Set(links.map(({ id }) => id));
    const markup = parts.text(owner);
    if (ids.size === 0 || markup === undefined) continue;
    const link = /<((?:\w+:)?(?:hyperlink|hlinkClick|hlinkHover))\b([^>]*?)(?:\/>|>.*?<\/\1>)/gsu;
    const cut = markup
      .replaceAll(link, (whole, _name, attributes: string) => (ids.has(/\b\w+:id="([^"]*)"/u.exec(attributes)?.[1] ?? '') ? '' : whole))
      .replaceAll(/<((?:\w+:)?hyperlinks)\b[^>]*>\s*<\/\1>/gu, '');
    parts.write(owner, cut);
    parts.write(relationsPartOf(owner), withoutRelations(parts.text(relationsPartOf(owner)) ?? '', ids));
  }
}

/** The sheet without the formulas that reach outside; of a formula shared by several cells none is left. */
function withoutFormulas(markup: string): string {
  const formula = /<((?:\w+:)?)f\b([^>]*?)(?:\/>|>([^<]*)<\/\1f>)/gu;
  const groupOf = (attributes: string) => /\bsi="([^"]*)"/u.exec(attributes)?.[1];
  const cutGroups = new Set(
    [...markup.matchAll(formula)].flatMap(([, , attributes = '', text = '']) =>
      reachesOutside.test(text) ? (groupOf(attributes) ?? []) : [],
    ),
  );
  return markup.replaceAll(formula, (whole: string, _prefix: string, attributes: string, text: string | undefined) => {
    const group = groupOf(attributes);
    return reachesOutside.test(text ?? '') || (group !== undefined && cutGroups.has(group)) ? '' : whole;
  });
}
