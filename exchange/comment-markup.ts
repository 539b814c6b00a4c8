import { escapeXml, rootPrefix } from './sheet-markup.ts';

/** Whose comments they are: an earlier report's are known by it and replaced. */
const author = '名师工作室管理台';

/** A remark on a cell. Rows and columns count from 0. */
export interface CellComment {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly text: string;
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The comments of a sheet with ours in them. Ours of an earlier report go; a cell somebody else remarked on keeps that remark before ours. */
export function writeComments(
  present: string | undefined,
  comments: readonly CellComment[],
): { markup: string; removed: readonly string[] } {
  const source =
    present ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${spreadsheet}"><authors></authors><commentList></commentList></comments>`;
  const prefix = rootPrefix(source);
  const authors = [...source.matchAll(new RegExp(`<${prefix}author\\s*(?:/>|>(.*?)</${prefix}author>)`, 'gsu'))].map(
    ([, name = '']) => name,
  );
  const known = authors.indexOf(author);
  const authorId = known === -1 ? authors.length : known;
  const isOurs = (comment: string): boolean =>
    known !== -1 && new RegExp(`\\bauthorId="${known}"`, 'u').test(comment.slice(0, comment.indexOf('>')));
  const entries = [...source.matchAll(new RegExp(`<${prefix}comment\\b.*?</${prefix}comment>`, 'gsu'))].map(([text]) => ({
    text,
    address: /\bref="([A-Z]+\d+)"/u.exec(text)?.[1] ?? '',
  }));
  const removed = entries.filter(({ text }) => isOurs(text)).map(({ address }) => address);
  const kept = new Map(entries.filter(({ text }) => !isOurs(text)).map((entry) => [entry.address, entry.text]));
  for (const { address, text } of comments) {
    const run = `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;
    const other = kept.get(address);
    const joined = other?.replace(
      new RegExp(`</${prefix}text>`, 'u'),
      () => `${run.replace('preserve">', 'preserve">\n')}</${prefix}text>`,
    );
    kept.set(
      address,
      joined ?? `<${prefix}comment ref="${address}" authorId="${authorId}"><${prefix}text>${run}</${prefix}text></${prefix}comment>`,
    );
  }
  const names = known === -1 ? [...authors, author] : authors;
  const list = names.map((name) => `<${prefix}author>${name}</${prefix}author>`).join('');
  return {
    markup: source
      .replace(
        new RegExp(`<${prefix}authors\\s*(?:/>|>.*?</${prefix}authors>)`, 'su'),
        () => `<${prefix}authors>${list}</${prefix}authors>`,
      )
      .replace(
        new RegExp(`<${prefix}commentList\\s*(?:/>|>.*?</${prefix}commentList>)`, 'su'),
        () => `<${prefix}commentList>${[...kept.values()].join('')}</${prefix}commentList>`,
      ),
    removed,
  };
}

/** Shape ids of a sheet's first drawing begin after it. */
const lastReservedId = 1024;
const emptyDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';

/** The boxes the comments are shown in: without one a comment is not shown. `removed` are positions whose box goes. */
export function writeCommentBoxes(
  present: string | undefined,
  comments: readonly CellComment[],
  removed: readonly { row: number; column: number }[],
): string {
  const positionOf = (shape: string): string => `${/<x:Row>(\d+)</u.exec(shape)?.[1]},${/<x:Column>(\d+)</u.exec(shape)?.[1]}`;
  const gone = new Set(removed.map(({ row, column }) => `${row},${column}`));
  const source = (present ?? emptyDrawing).replaceAll(/<v:shape\b.*?<\/v:shape>/gsu, (shape) => (gone.has(positionOf(shape)) ? '' : shape));
  const shown = new Set([...source.matchAll(/<v:shape\b.*?<\/v:shape>/gsu)].map(([shape]) => positionOf(shape)));
  const taken = [...source.matchAll(/\bid="_x0000_s(\d+)"/gu)].map(([, id]) => Number(id));
  const firstId = Math.max(lastReservedId, ...taken) + 1;
  const boxes = comments
    .filter(({ row, column }) => !shown.has(`${row},${column}`))
    .map((comment, index) => boxMarkup(comment, firstId + index));
  return source.replace('</xml>', () => `${boxes.join('')}</xml>`);
}

function boxMarkup({ row, column, text }: CellComment, id: number): string {
  const height = Math.min(12, 3 + Math.ceil(text.length / 14));
  const anchor = [column + 1, 15, Math.max(0, row - 1), 4, column + 4, 15, Math.max(0, row - 1) + height, 4].join(',');
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
