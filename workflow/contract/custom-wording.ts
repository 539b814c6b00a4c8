import { z } from 'zod';

/** How a kind of document is worded here. */
export const wordingSchema = z.object({
  kind: z.string(),
  title: z.string(),
  /** Whether an export begins with the built-in text; otherwise with a plain frame of every field. */
  ownText: z.boolean(),
  /** The custom wording in force; null where documents are in the built-in one. */
  custom: z.object({ fileName: z.string(), sha256: z.string(), acceptedOn: z.string(), acceptedBy: z.string() }).nullable(),
});
export type WordingView = z.infer<typeof wordingSchema>;

/** Writes a kind with names of fields to a file, and beside it what the fields are. */
export const exportWordingSchema = z.object({ kind: z.string(), target: z.string().min(1) });
export const exportedWordingSchema = z.object({ path: z.string(), guide: z.string(), ownText: z.boolean() });

/** A file with another wording. */
export const givenWordingSchema = z.object({ kind: z.string(), path: z.string().min(1) });

/** What a file somebody gives back is, and everything in it that keeps it from being used: where, beside what, why and what to do. */
export const checkedWordingSchema = z.object({
  fileName: z.string(),
  sha256: z.string(),
  faults: z.array(z.object({ place: z.string(), passage: z.string(), advice: z.string() })),
});
export type CheckedWording = z.infer<typeof checkedWordingSchema>;

/** The file as it was looked at before: refused when it has changed since. */
export const sameWordingSchema = givenWordingSchema.extend({ sha256: z.string().optional() });
