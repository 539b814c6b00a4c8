import { z } from 'zod';

/** One thing a command asks for: its key (`--set key=…`), what people call it, and the kind of answer. */
const commandFieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum([
    'text',
    'date',
    'number',
    'yes-no',
    'choice',
    'per-task-number',
    'per-task-text',
    'per-criterion-number',
    'per-criterion-text',
  ]),
  required: z.boolean(),
  hint: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type CommandField = z.infer<typeof commandFieldSchema>;

/** A command as people see it: what it is called, its article, who may give it, what it needs. */
export const commandDescriptionSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** `desk`: an act on no single studio, such as opening the yearly round. */
  scope: z.enum(['studio', 'desk']),
  article: z.string(),
  who: z.string(),
  summary: z.string(),
  fields: z.array(commandFieldSchema),
});
export type CommandDescription = z.infer<typeof commandDescriptionSchema>;

/** Runs one command with its answers by key, on one studio or, for one of scope `desk`, on none. */
export const runCommandSchema = z.object({
  command: z.string(),
  studioId: z.string().optional(),
  answers: z.record(z.string(), z.unknown()).default({}),
});

/** What a command did, in a sentence, with what deserves attention. */
export const commandOutcomeSchema = z.object({
  command: z.string(),
  /** Null for a command on the desk as a whole. */
  studio: z.string().nullable(),
  status: z.string(),
  statusLabel: z.string(),
  message: z.string(),
  warnings: z.array(z.string()),
});
export type CommandOutcome = z.infer<typeof commandOutcomeSchema>;
