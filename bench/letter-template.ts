import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { makeDocument } from '../templates/document-kinds.ts';
import { letter } from '../test/templates/samples.ts';

/** What differs from letter to letter, by the name of its field. */
export interface LetterData {
  readonly studio: string;
  readonly number: string;
  readonly lead: string;
  readonly hostUnit: string;
  readonly tasks: readonly Readonly<Record<string, string>>[];
}

/** The cells of a task, in their order. */
const taskCells = ['code', 'group', 'title', 'baseline', 'yearly', 'cycle', 'evidence', 'schedule'] as const;

/**
 * The program's own letter as a template with `{{fields}}` for others to fill: the same parts, styles and page, a field for what differs from
 * letter to letter, one row of tasks to be repeated.
 */
export async function letterTemplate(): Promise<Uint8Array> {
  const { bytes } = await makeDocument('commitment-letter', letter);
  const parts = unzipSync(bytes);
  const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const fields = { studio: letter.studio, number: letter.number, lead: letter.lead, hostUnit: letter.hostUnit };
  const table = taskRows(main);
  const withLoop = main.replace(table.join(''), loopRow(table[0] ?? ''));
  const filled = Object.entries(fields).reduce((text, [name, value]) => text.replaceAll(value, `{{${name}}}`), withLoop);
  return zipSync({ ...parts, 'word/document.xml': strToU8(filled) }, { level: 6 });
}

/** The rows of tasks: those after the heading of the first table. */
function taskRows(main: string): readonly string[] {
  const table = /<w:tbl>.*?<\/w:tbl>/su.exec(main)?.[0] ?? '';
  const rows = (table.match(/<w:tr>.*?<\/w:tr>/gsu) ?? []).slice(1);
  if (rows.length !== letter.tasks.length) throw new Error('the letter has no table of its tasks');
  return rows;
}

function loopRow(row: string): string {
  let cell = -1;
  return row.replaceAll(/<w:t([^>]*)>[^<]*<\/w:t>/gu, (_text, attributes: string) => {
    cell += 1;
    const tag = `{{${taskCells[cell] ?? ''}}}`;
    const text = cell === 0 ? `{{#tasks}}${tag}` : cell === taskCells.length - 1 ? `${tag}{{/tasks}}` : tag;
    return `<w:t${attributes}>${text}</w:t>`;
  });
}
