import { z } from 'zod';
import { plainDateSchema } from './fields.ts';

/** A line of a statement: what for, and how much in fen. */
const lineSchema = z.object({ key: z.string(), label: z.string(), amount: z.number() });

/** The money of a period, in fen: what there was, what came, went and went back, what is left. 第十八条. */
export const fundStatementSchema = z.object({
  from: z.string(),
  to: z.string(),
  opening: z.number(),
  income: z.array(lineSchema),
  expenses: z.array(lineSchema),
  returns: z.array(lineSchema),
  totals: z.object({ income: z.number(), expenses: z.number(), returns: z.number() }),
  closing: z.number(),
});
export type FundStatementView = z.infer<typeof fundStatementSchema>;

/** Whose statement, from which day to which, both included. */
export const fundStatementQuerySchema = z.object({ studioId: z.string(), from: plainDateSchema, to: plainDateSchema });

const accountSchema = z.object({
  hostUnit: z.string(),
  name: z.string(),
  bank: z.string().nullable(),
  accountNumber: z.string().nullable(),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  closeReason: z.string().nullable(),
});

/** One entry of the account, amounts in fen. `change` is what it does to the balance, `balance` what there was at the end of it. */
const entrySchema = z.object({
  sequence: z.number(),
  kindLabel: z.string(),
  /** Source of income and of what goes back, purpose of an expense. */
  item: z.string(),
  date: z.string(),
  voucherNumber: z.string(),
  summary: z.string(),
  amount: z.number(),
  change: z.number(),
  balance: z.number(),
  counterparty: z.string().nullable(),
  handler: z.string().nullable(),
  signedBy: z.string().nullable(),
  signedOn: z.string().nullable(),
  checkedBy: z.string().nullable(),
  checkedOn: z.string().nullable(),
  overdraftReason: z.string().nullable(),
  recordedOn: z.string(),
  department: z.string(),
  /** Sequence of the entry this one takes back, or stands in the stead of. */
  reverses: z.number().nullable(),
  replaces: z.number().nullable(),
  /** Whether a later entry has taken this one back. */
  reversed: z.boolean(),
  reason: z.string().nullable(),
});

/** What money may be spent on under one set of the Measures, from its first day on. 第十八条. */
const purposesSchema = z.object({ from: z.string(), purposes: z.array(z.object({ code: z.string(), label: z.string() })) });

/** The money of one studio: its accounts (the latest first), entries by day, balance, this year's statement. */
export const studioFundsSchema = z.object({
  accounts: z.array(accountSchema),
  entries: z.array(entrySchema),
  balance: z.number(),
  /** Spent on construction so far: what a grant looks at before it is paid. */
  constructionSpent: z.number(),
  thisYear: fundStatementSchema,
  /** What an expense may be for: of every set that has begun, the oldest first, since an expense is judged by the set of its day. */
  purposesBySet: z.array(purposesSchema),
});
export type StudioFundsView = z.infer<typeof studioFundsSchema>;
