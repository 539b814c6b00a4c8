import { join } from 'node:path';
import { asWorkedOut, type DocumentKind, readInput } from '../../templates/document-kind.ts';
import { type DocumentInput, type DocumentKindId, documentKindIds, documentKinds, makeDocument } from '../../templates/document-kinds.ts';
import type { Drawn, Signature } from './conformity.ts';
import { type LengthSample, lengthSamples } from './length-samples.ts';
import { measureDocuments, redTop } from './measured-documents.ts';
import { samplesOfKinds } from './samples-of-kinds.ts';

/** How each kind is signed. A commitment letter has three blocks of its own. */
const signatures: Readonly<Record<DocumentKindId, Signature>> = {
  'commitment-letter': 'none',
  'rectification-notice': 'sealed',
  'award-list': 'sealed',
  'plaque-list': 'none',
  'plaque-face': 'none',
  'grant-table': 'none',
  'expense-statement': 'none',
  'return-notice': 'sealed',
  'acceptance-notice': 'sealed',
  'inspection-form': 'none',
  'application-form': 'none',
  'assessment-form': 'none',
  'rectification-report': 'none',
  'reinspection-form': 'none',
  'score-sheet': 'none',
  'score-summary': 'none',
  'naming-decision': 'sealed',
  'approval-request': 'sealed',
  'public-notice': 'sealed',
  'public-notice-report': 'sealed',
  'plaque-decision': 'sealed',
  'revocation-decision': 'sealed',
  'grant-notice': 'sealed',
  'filing-report': 'sealed',
  'recommendation-letter': 'sealed',
  'reclaim-notice': 'sealed',
  'criticism-circular': 'sealed',
  'assessment-notice': 'sealed',
  'assessment-circular': 'sealed',
  'meeting-paper': 'none',
};

/** A sample of a kind as LibreOffice draws it. The .docx and the PDF lie in the folder under its name. */
export interface DrawnSample {
  readonly id: DocumentKindId;
  /** `naming-decision-usual`. */
  readonly name: string;
  readonly drawing: Drawn;
}

/** Samples of every kind, and those that are there for their length. */
const samplesToDraw: readonly LengthSample[] = [
  ...documentKindIds.flatMap((id) =>
    Object.entries(samplesOfKinds[id]).map(([name, input]) => ({ id, name, input: input as DocumentInput<DocumentKindId> })),
  ),
  ...lengthSamples,
];

/** The samples as LibreOffice draws them, all in one run. */
export async function drawnSamples(folder: string): Promise<readonly DrawnSample[]> {
  const samples = samplesToDraw.map(({ name, ...sample }) => ({ ...sample, name: `${sample.id}-${name}` }));
  const made = new Map<string, Uint8Array>();
  for (const { id, name, input } of samples) made.set(name, (await makeDocument(id, input)).bytes);
  const measured = await measureDocuments(made, folder);
  const result: DrawnSample[] = [];
  for (const { id, name, input } of samples) {
    const kind = documentKinds[id] as unknown as DocumentKind;
    const content = kind.compose(readInput(kind, input), asWorkedOut);
    const red = await redTop(join(folder, `${name}.pdf`), folder);
    result.push({ id, name, drawing: { content, signature: signatures[id], pages: measured.get(name) ?? [], redTop: red } });
  }
  return result;
}
