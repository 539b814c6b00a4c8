import { z } from 'zod';
import { roundSteps } from '../../policy/round/round-step.ts';

/** A studio's part in a district round, as far as it came. Money in fen. */
export const roundEntrySchema = z.object({
  year: z.number(),
  studioId: z.string(),
  studio: z.string(),
  sector: z.string(),
  bureau: z.string(),
  step: z.enum(roundSteps),
  stepLabel: z.string(),
  appliedOn: z.string(),
  unitAgreedOn: z.string(),
  unitOpinion: z.string().nullable(),
  recommendation: z.object({ onDate: z.string(), rank: z.number(), reason: z.string() }).nullable(),
  inspection: z.object({ onDate: z.string(), inspectors: z.string(), passed: z.boolean(), opinion: z.string().nullable() }).nullable(),
  /** Every expert of the round: the total out of 100, null while there is none; who keeps out, and why. */
  scores: z.array(z.object({ expert: z.string(), total: z.number().nullable(), conflict: z.string().nullable() })),
  /** Null until every expert without a conflict of interest has scored. */
  average: z.number().nullable(),
  shortlist: z
    .object({ onDate: z.string(), place: z.number().nullable(), average: z.number().nullable(), reason: z.string().nullable() })
    .nullable(),
  approval: z
    .object({ onDate: z.string(), decisionLabel: z.string(), minutes: z.string().nullable(), opinion: z.string().nullable() })
    .nullable(),
  notice: z
    .object({ number: z.string(), postedOn: z.string(), firstDay: z.string(), lastDay: z.string(), place: z.string().nullable() })
    .nullable(),
  objections: z.array(
    z.object({
      number: z.number(),
      receivedOn: z.string(),
      objector: z.string(),
      content: z.string(),
      settledOn: z.string().nullable(),
      outcomeLabel: z.string().nullable(),
      finding: z.string().nullable(),
    }),
  ),
  award: z.object({ onDate: z.string(), number: z.string().nullable() }).nullable(),
  grant: z
    .object({
      natureLabel: z.string(),
      amount: z.number(),
      decidedOn: z.string(),
      number: z.string(),
      payments: z.array(z.object({ paidOn: z.string(), amount: z.number(), constructionSpent: z.number(), voucher: z.string() })),
    })
    .nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
});
export type RoundEntryView = z.infer<typeof roundEntrySchema>;

/** One year's district round on one page. */
export const roundSchema = z.object({
  year: z.number(),
  openedOn: z.string(),
  documentNumber: z.string().nullable(),
  measuresId: z.string(),
  /** District studios of the year at most, those on the shortlist, those with a plaque. */
  quota: z.number(),
  shortlisted: z.number(),
  awarded: z.number(),
  recommendationLimit: z.number(),
  bureaus: z.array(z.object({ name: z.string(), applied: z.number(), recommended: z.number() })),
  dropsExtremes: z.boolean(),
  criteria: z.array(z.object({ code: z.string(), title: z.string(), points: z.number(), weight: z.number() })),
  experts: z.array(
    z.object({
      name: z.string(),
      employer: z.string(),
      professionalTitle: z.string().nullable(),
      declaredOn: z.string(),
      conflicts: z.array(z.object({ studio: z.string(), reason: z.string() })),
    }),
  ),
  /** With the commands this seat may give to each now. */
  entries: z.array(roundEntrySchema.extend({ commands: z.array(z.string()) })),
  /** Studios of this seat that may still apply. */
  mayApply: z.array(z.object({ studioId: z.string(), studio: z.string() })),
  /** Places of the ranking, several studios where they tie; empty while it is not complete, and `pending` says what is missing. */
  ranking: z.array(z.object({ place: z.number(), average: z.number(), studios: z.array(z.string()) })),
  pending: z.string().nullable(),
  /** The studios that tie across the line of the places left, of whom a person chooses so many; how it was decided, if it was. */
  tie: z
    .object({
      studios: z.array(z.string()),
      places: z.number(),
      decided: z.object({ chosen: z.array(z.string()), decidedBy: z.string(), reason: z.string() }).nullable(),
    })
    .nullable(),
});
export type RoundView = z.infer<typeof roundSchema>;
