import { z } from 'zod';
import { textSchema } from './fields.ts';

/** A kind of document as people choose it. */
export const documentKindSchema = z.object({ id: z.string(), title: z.string(), perStudio: z.boolean(), who: z.string() });
export type DocumentKindView = z.infer<typeof documentKindSchema>;

/** Kinds this seat may issue, or with `all` those of every seat: what there is, before there is a register. */
export const documentKindsAskedSchema = z.object({ all: z.boolean().default(false) });

/** Which document: of one studio, or of a year for lists. */
export const documentRequestSchema = z.object({
  kind: z.string(),
  studioId: z.string().optional(),
  year: z.number().int().optional(),
  draft: z.boolean().default(false),
  /** Which of them, counted from 1, where a year has several. */
  which: z.number().int().min(1).default(1),
});

/** A document as it would be printed; nothing is registered and no number is used up. `count` says of how many it is one. */
export const documentPreviewSchema = z.object({
  fileName: z.string(),
  count: z.number().int(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  /** How many of it are signed, where the document says so (一式四份); else one. */
  copies: z.number().int().min(1).max(99),
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

/** How a document in the register stands. */
const documentStatusSchema = z.enum(['in-force', 'renewed', 'void']);

/** One line of the register of issued documents. */
export const issuedDocumentSchema = z.object({
  id: z.string(),
  kind: z.string(),
  kindTitle: z.string(),
  studio: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  /** Whether it is in custom wording. */
  customWording: z.boolean(),
  status: documentStatusSchema,
  statusLabel: z.string(),
  /** When and why it ended. */
  closedOn: z.string().nullable(),
  reason: z.string().nullable(),
  /** Number of the void document it took the place of. */
  replaces: z.string().nullable(),
  /** Whether it can be declared void, and made anew: this seat's own, and not followed by another. */
  own: z.boolean(),
  followed: z.boolean(),
  scans: z.array(z.object({ name: z.string(), sha256: z.string(), addedOn: z.string() })),
});
export type IssuedDocumentView = z.infer<typeof issuedDocumentSchema>;

const reasonSchema = textSchema.max(500, '不能超过 500 字');

/** Declares a document void. Its number is not used again. */
export const voidDocumentSchema = z.object({ documentId: z.string(), reason: reasonSchema });

/** Makes a document anew: what it said under a new number, or what the register says now; the old one becomes void. */
export const reissueDocumentSchema = z.object({
  documentId: z.string(),
  reason: reasonSchema,
  content: z.enum(['same', 'corrected']),
  folder: z.string().min(1),
});

/** Keeps a scan of a document's signed paper. */
export const attachScanSchema = z.object({ documentId: z.string(), path: z.string().min(1) });
