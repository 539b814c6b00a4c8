import { z } from 'zod';

/** A rule's answer as it is shown: the article in words (第五条第四项). */
export const findingSchema = z.object({
  rule: z.string(),
  article: z.string(),
  outcome: z.enum(['met', 'needs-approval', 'unmet', 'missing']),
  message: z.string(),
  evidence: z.string(),
});
export type FindingView = z.infer<typeof findingSchema>;
