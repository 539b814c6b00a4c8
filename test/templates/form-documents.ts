import { makeDocument } from '../../templates/document-kinds.ts';
import { acceptanceOf, filledInspection, inspectionOf, returnOf } from './form-samples.ts';

/** Letters, forms and wide tables, short and long, by the names their measurements go under. */
export async function formDocuments(): Promise<ReadonlyMap<string, Uint8Array>> {
  const making = {
    'return-1': makeDocument('return-notice', returnOf(1)),
    'return-3': makeDocument('return-notice', returnOf(3)),
    'return-20': makeDocument('return-notice', returnOf(20)),
    'acceptance-0': makeDocument('acceptance-notice', acceptanceOf(0)),
    'acceptance-4': makeDocument('acceptance-notice', acceptanceOf(4)),
    'acceptance-30': makeDocument('acceptance-notice', acceptanceOf(30)),
    'inspection-blank': makeDocument('inspection-form', inspectionOf(17)),
    'inspection-filled': makeDocument('inspection-form', filledInspection),
    'inspection-60': makeDocument('inspection-form', inspectionOf(60)),
  };
  const made = await Promise.all(Object.entries(making).map(async ([name, document]) => [name, (await document).bytes] as const));
  return new Map(made);
}
