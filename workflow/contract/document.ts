import { z } from 'zod';

/** A kind of document as people choose it. */
export const documentKindSchema = z.object({ id: z.string(), title: z.string(), perStudio: z.boolean(), who: z.string() });
export type DocumentKindView = z.infer<typeof documentKindSchema>;

/** Which document: of one studio, or of a year for lists. */
export const documentRequestSchema = z.object({
  kind: z.string(),
  studioId: z.string().optional(),
  year: z.number().int().optional(),
  draft: z.boolean().default(false),
});

/** A document as it would be printed; nothing is registered and no number is used up. */
export const documentPreviewSchema = z.object({
  fileName: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

/** Documents to make into a folder; without studio ids, all that the kind applies to. */
export const makeDocumentsSchema = z.object({
  kind: z.string(),
  studioIds: z.array(z.string()).optional(),
  year: z.number().int().optional(),
  folder: z.string().min(1),
  /** One file for printing instead of one a studio. */
  oneFile: z.boolean().default(false),
  draft: z.boolean().default(false),
});

export const madeDocumentsSchema = z.object({
  files: z.array(
    z.object({ path: z.string(), kind: z.string(), studio: z.string().nullable(), number: z.string().nullable(), sha256: z.string() }),
  ),
  refused: z.array(z.object({ studio: z.string(), reason: z.string() })),
});
export type MadeDocuments = z.infer<typeof madeDocumentsSchema>;

/** One line of the register of issued documents. */
export const issuedDocumentSchema = z.object({
  kind: z.string(),
  kindTitle: z.string(),
  studio: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: z.string(),
  fileName: z.string(),
  sha256: z.string(),
});
