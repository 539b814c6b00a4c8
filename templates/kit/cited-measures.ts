import { record, text } from './fields.ts';

/** The Measures a document rests on. */
export const measuresField = record('依据的办法', { title: text('办法名称'), documentNumber: text('办法文号') });

/** The Measures as the first sentence of a document cites them; from there on they are 《办法》. */
export function citedMeasures({ title, documentNumber }: { readonly title: string; readonly documentNumber: string }): string {
  return `《${title}》（${documentNumber}，以下简称《办法》）`;
}
