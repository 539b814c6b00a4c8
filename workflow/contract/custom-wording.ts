import { z } from 'zod';

/** How a kind of document is worded here. */
export const wordingSchema = z.object({
  kind: z.string(),
  title: z.string(),
  /** Whether an export begins with the built-in text; otherwise with a plain frame of every field. */
  ownText: z.boolean(),
  /** The custom wording in force; null where documents are in the built-in one. */
  custom: z.object({ fileName: z.string(), sha256: z.string(), acceptedOn: z.string() }).nullable(),
});
export type WordingView = z.infer<typeof wordingSchema>;

/** Writes a kind with names of fields to a file, and beside it what the fields are. */
export const exportWordingSchema = z.object({ kind: z.string(), target: z.string().min(1) });
export const exportedWordingSchema = z.object({ path: z.string(), guide: z.string(), ownText: z.boolean() });

/** Takes back a file with another wording. */
export const acceptWordingSchema = z.object({ kind: z.string(), path: z.string().min(1) });
