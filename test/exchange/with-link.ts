import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook with a link to another file, and a name that stands for a cell of it. */
export function withLink(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const changed = (name: string, from: string, to: string) => {
    const markup = strFromU8(parts[name] ?? new Uint8Array());
    if (!markup.includes(from)) throw new Error(`${name} has no ${from}`);
    return strToU8(markup.replace(from, () => to));
  };
  return zipSync({
    ...parts,
    '[Content_Types].xml': changed(
      '[Content_Types].xml',
      '</Types>',
      '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/></Types>',
    ),
    'xl/_rels/workbook.xml.rels': changed(
      'xl/_rels/workbook.xml.rels',
      '</Relationships>',
      `<Relationship Id="rIdLink" Type="${relations}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': changed(
      'xl/workbook.xml',
      '</sheets>',
      `</sheets><externalReferences><externalReference xmlns:r="${relations}" r:id="rIdLink"/></externalReferences><definedNames><definedName name="外来">[1]表!$A$1</definedName></definedNames>`,
    ),
    'xl/externalLinks/externalLink1.xml': strToU8(
      `<externalLink xmlns="${main}"><externalBook xmlns:r="${relations}" r:id="rId1"><sheetNames><sheetName val="表"/></sheetNames></externalBook></externalLink>`,
    ),
    'xl/externalLinks/_rels/externalLink1.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/externalLinkPath" Target="file:///别处.xlsx" TargetMode="External"/></Relationships>`,
    ),
  });
}
