import { readRelations, relationsPartOf } from './package-relations.ts';
import type { WorkbookParts } from './workbook-parts.ts';

/** A formula of another file, of another program (DDE: `cmd|'/c calc'!A0`), or that fetches or opens an address. */
const reachesOutside = /\[[^\]]+\][^!]*!|\|[^!]*!|\b(?:HYPERLINK|WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC)\s*\(/iu;
/** What belongs to the workbook and goes: the files it points at, and the order of its formulas, which every program makes again. */
const cutTypes: readonly string[] = ['externalLink', 'calcChain'];

/**
 * Cuts what reaches beyond a workbook, so that nothing of somebody's file acts from a file this program wrote: cells keep the value they
 * show and lose such a formula; links to other files go, with the names that stand for them. A workbook without any of it stays as it is.
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
  const { book } = parts.layOut();
  const related = readRelations(book, parts.text(relationsPartOf(book)));
  if (!changed && !related.some(({ type }) => type === 'externalLink')) return;
  for (const { id, type, target } of related) {
    if (!cutTypes.includes(type)) continue;
    parts.remove(target);
    parts.remove(relationsPartOf(target));
    parts.write(
      relationsPartOf(book),
      (parts.text(relationsPartOf(book)) ?? '').replace(new RegExp(`<(?:\\w+:)?Relationship\\b[^>]*\\bId="${id}"[^>]*/>`, 'u'), ''),
    );
  }
  parts.write(
    book,
    (parts.text(book) ?? '')
      .replaceAll(/<((?:\w+:)?)externalReferences\b[^>]*>.*?<\/\1externalReferences>/gsu, '')
      .replaceAll(/<((?:\w+:)?)definedName\b[^>]*>[^<]*<\/\1definedName>/gu, (name) => (reachesOutside.test(name) ? '' : name))
      .replaceAll(/<((?:\w+:)?)definedNames\b[^>]*>\s*<\/\1definedNames>/gu, ''),
  );
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
