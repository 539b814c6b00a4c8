import { z } from 'zod';

/** One thing a command asks for: its key (`--set key=…`), what people call it, and the kind of answer. */
const commandFieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'date', 'number', 'yes-no', 'choice', 'per-task-number', 'per-task-text']),
  required: z.boolean(),
  hint: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
});
export type CommandField = z.infer<typeof commandFieldSchema>;

/** A command as people see it: what it is called, its article, who may give it, what it needs. */
export const commandDescriptionSchema = z.object({
  name: z.string(),
  title: z.string(),
  article: z.string(),
  who: z.string(),
  summary: z.string(),
  fields: z.array(commandFieldSchema),
});
export type CommandDescription = z.infer<typeof commandDescriptionSchema>;

/** Runs one command on one studio with its answers by key. */
export const runCommandSchema = z.object({
  command: z.string(),
  studioId: z.string(),
  answers: z.record(z.string(), z.unknown()).default({}),
});

/** What a command did, in a sentence, with what deserves attention. */
export const commandOutcomeSchema = z.object({
  command: z.string(),
  studio: z.string(),
  status: z.string(),
  statusLabel: z.string(),
  message: z.string(),
  warnings: z.array(z.string()),
});
export type CommandOutcome = z.infer<typeof commandOutcomeSchema>;
