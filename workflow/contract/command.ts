import { z } from 'zod';

/** Things of the register an answer is chosen from, so that nobody has to remember their names and numbers. */
const answerSources = [
  'tasks',
  'noticed-tasks',
  'activities',
  'fund-entries',
  'expense-purposes',
  'experts',
  'objections',
  'cases',
  'grounds',
  'tied-studios',
  'shortlisted-studios',
  'members',
  'departments',
  'withdrawable-measures',
  'round-criteria',
  'review-criteria',
] as const;

/** One thing a command asks for: its key (`--set key=…`), what people call it, and the kind of answer. */
const commandFieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum([
    'text',
    'date',
    'number',
    'money',
    'file',
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
  /** What the answer is one of, or several of; for answers by code, whose codes they are. Null where people write freely. */
  among: z.enum(answerSources).nullable(),
});
export type CommandField = z.infer<typeof commandFieldSchema>;

/** A command as people see it: what it is called, its article, who may give it, what it needs. */
export const commandDescriptionSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** `desk`: an act on no single studio, such as opening the yearly round. */
  scope: z.enum(['studio', 'desk']),
  article: z.string(),
  /** The number of the article, for lists in the order of the Measures. */
  articleNumber: z.number().int().positive(),
  who: z.string(),
  /** Kinds of departments that may give it. */
  powers: z.array(z.enum(['sector-bureau', 'hr-bureau', 'leading-group-office'])),
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
