import { contentOf, startTags } from './markup-tags.ts';
import { type Relation, readRelations, relationsPartOf } from './package-relations.ts';
import type { RawSheet, RawWorkbook } from './raw-workbook.ts';
import { readSharedStrings } from './shared-strings-xml.ts';
import { readSheet } from './sheet-xml.ts';
import { readNumberLooks } from './styles-xml.ts';
import { UnusualMarkup } from './unusual-markup.ts';
import { textCell } from './value-cell.ts';
import type { WorkbookPackage } from './workbook-package.ts';

/** The workbook that lies in the parts of an .xlsx file. Throws UnusualMarkup for what is not written as usual. */
export function readParts(parts: WorkbookPackage): RawWorkbook {
  const book = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
  const markup = textOf(parts, book);
  const relations = relationsOf(parts, book);
  const texts = partOfType(parts, relations, 'sharedStrings');
  const styles = partOfType(parts, relations, 'styles');
  const context = {
    texts: texts === undefined ? [] : readSharedStrings(texts).map(textCell),
    looks: styles === undefined ? [] : readNumberLooks(styles),
    from1904: startTags(markup, 'workbookPr').some((properties) => isTrue(properties.get('date1904'))),
  };
  const sheets = startTags(contentOf(markup, 'sheets'), 'sheet').map((sheet): RawSheet => {
    const id = [...sheet].find(([name]) => name.endsWith(':id'))?.[1];
    const part = relations.find((relation) => relation.id === id && relation.type === 'worksheet')?.target ?? '';
    const name = sheet.get('name') ?? '';
    if (name === '') throw new UnusualMarkup();
    return { name, visibility: visibilities[sheet.get('state') ?? ''] ?? 'visible', ...readSheet(textOf(parts, part), context) };
  });
  return { sheets, linksOutside: relations.some(({ type, target }) => type === 'externalLink' && Object.hasOwn(parts, target)) };
}

const visibilities: Readonly<Record<string, RawSheet['visibility']>> = { hidden: 'hidden', veryHidden: 'very-hidden' };

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** The relations of a part, all of which have to be understood. */
function relationsOf(parts: WorkbookPackage, part: string): Relation[] {
  const name = relationsPartOf(part);
  const markup = textOf(parts, name);
  const relations = readRelations(part, markup);
  if (markup.includes("'") || markup.includes('&') || relations.some(({ id, type, target }) => id === '' || type === '' || target === '')) {
    throw new UnusualMarkup();
  }
  return relations;
}

function partOfType(parts: WorkbookPackage, relations: readonly Relation[], type: string): string | undefined {
  const target = relations.find((relation) => relation.type === type)?.target;
  return target === undefined || !Object.hasOwn(parts, target) ? undefined : textOf(parts, target);
}

/** The text of a part that has to be there. A byte order mark is no part of it. */
function textOf(parts: WorkbookPackage, name: string): string {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (part === undefined) throw new UnusualMarkup();
  return new TextDecoder().decode(part);
}
