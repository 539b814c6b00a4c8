import { z } from 'zod';

/** A sum of the ledger beside its target: the share is 1 when the target is reached, null where there is no target. */
const sumSchema = z.object({ sum: z.number(), target: z.number(), share: z.number().nullable() });

/** What the ledger says of one task: by year of the cycle, and for the whole cycle. */
export const taskLedgerSchema = z.object({ years: z.array(sumSchema.extend({ year: z.number() })), cycle: sumSchema });
export type TaskLedger = z.infer<typeof taskLedgerSchema>;

/** One row of the activity ledger. `sequence` is what people call it by; `amount` is below zero in a row that reverses another. */
export const activitySchema = z.object({
  sequence: z.number(),
  letter: z.string(),
  taskCode: z.string(),
  taskTitle: z.string(),
  kindLabel: z.string(),
  date: z.string(),
  title: z.string(),
  amount: z.number(),
  unit: z.string(),
  levelLabel: z.string().nullable(),
  evidence: z.string(),
  attachment: z.string().nullable(),
  recordedOn: z.string(),
  department: z.string(),
  /** Sequence of the row this one takes back, or stands in the stead of. */
  reverses: z.number().nullable(),
  replaces: z.number().nullable(),
  /** Whether a later row has taken this one back. */
  reversed: z.boolean(),
  reason: z.string().nullable(),
});
export type ActivityView = z.infer<typeof activitySchema>;
