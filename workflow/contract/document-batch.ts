import { z } from 'zod';
import { madeDocumentsSchema } from './document.ts';

/** Documents of several kinds to make; without studio ids, for all that each kind applies to. */
export const startBatchSchema = z.object({
  kinds: z.array(z.string()).min(1, '至少选一种文书'),
  studioIds: z.array(z.string()).optional(),
  year: z.number().int().optional(),
  folder: z.string().min(1),
  /** One file for printing instead of one a document. */
  oneFile: z.boolean().default(false),
  draft: z.boolean().default(false),
});

/** How a batch stands. `files`, `refused` and `list` are told when it has ended. */
export const batchSchema = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  total: z.number(),
  done: z.number(),
  /** The document in hand. */
  now: z.string(),
  folder: z.string(),
  files: madeDocumentsSchema.shape.files,
  refused: z.array(z.object({ kind: z.string(), title: z.string(), studio: z.string(), reason: z.string() })),
  /** Path of the contents list. */
  list: z.string().nullable(),
});
export type BatchView = z.infer<typeof batchSchema>;
