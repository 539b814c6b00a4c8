import { z } from 'zod';

const shared = { code: z.string(), title: z.string() };
const scored = { ...shared, points: z.number(), weight: z.number(), mayNotApply: z.boolean(), bonus: z.boolean() };

/** One criterion with all that is needed to answer it: its bands, its target, or the levels its achievements have. */
const reviewItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('veto'), ...shared }),
  z.object({
    kind: z.literal('bands'),
    ...scored,
    bands: z.array(z.object({ label: z.string(), least: z.number(), most: z.number() })),
  }),
  z.object({ kind: z.literal('deduction'), ...scored, target: z.number(), unit: z.string(), step: z.number(), deduct: z.number() }),
  z.object({
    kind: z.literal('counted'),
    ...scored,
    each: z.number(),
    levels: z.array(z.object({ label: z.string(), coefficient: z.number() })),
  }),
]);
export type ReviewItemView = z.infer<typeof reviewItemSchema>;

/** The review criteria of a bureau in force. 第十一条. */
export const reviewSheetSchema = z.object({
  title: z.string(),
  validFrom: z.string(),
  bonusAbove100: z.boolean(),
  thresholds: z.object({ excellent: z.number(), qualified: z.number() }).nullable(),
  items: z.array(reviewItemSchema),
});
export type ReviewSheetView = z.infer<typeof reviewSheetSchema>;
