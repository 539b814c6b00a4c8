import { z } from 'zod';

const levelSchema = z.enum(['in-system', 'district']);

/** A filing with the HR bureau and its answer. 第十一条第三项. */
export const filingSchema = z.object({
  sentOn: z.string(),
  /** 备案中, 已备案, 退回. */
  answerLabel: z.string(),
  answeredOn: z.string().nullable(),
  number: z.string().nullable(),
  reason: z.string().nullable(),
});

/** An application scored by its bureau's own criteria. 第十一条. */
export const reviewScoreSchema = z.object({
  sheet: z.string(),
  scoredOn: z.string(),
  scorers: z.string(),
  total: z.number().nullable(),
  gradeLabel: z.string().nullable(),
  /** Veto items that were found. */
  vetoes: z.array(z.string()),
  opinion: z.string().nullable(),
  /** `score` is null for an item that does not apply. */
  items: z.array(z.object({ code: z.string(), title: z.string(), score: z.number().nullable(), points: z.number() })),
});

/** What the right body said to a periodic result. 第十九条第三款. */
export const approvalSchema = z.object({
  department: z.string(),
  decisionLabel: z.string(),
  decidedOn: z.string(),
  opinion: z.string().nullable(),
  number: z.string().nullable(),
});

/** What an excellent result brought. 第十九条第二款. Amounts in fen. */
export const rewardSchema = z.object({
  rewardedOn: z.string(),
  content: z.string(),
  amount: z.number().nullable(),
  number: z.string().nullable(),
});

/** What the program would suggest for an assessment that is due, from the ledger up to today. 第十九条第二款. */
export const suggestionSchema = z.object({
  level: levelSchema,
  levelLabel: z.string(),
  kindLabel: z.string(),
  year: z.number(),
  gradeLabel: z.string(),
  reasons: z.array(z.string()),
});

/** What the studio reported it had mended, and what a re-inspection found, by task code. */
export const rectificationReportSchema = z.object({
  reportedOn: z.string(),
  reporter: z.string(),
  summary: z.string(),
  results: z.array(z.object({ code: z.string(), result: z.string(), evidence: z.string().nullable() })),
});
export const reinspectionSchema = z.object({
  inspectedOn: z.string(),
  inspectors: z.string(),
  resultLabel: z.string(),
  opinion: z.string().nullable(),
  excuse: z.string().nullable(),
  items: z.array(z.object({ code: z.string(), mended: z.boolean(), finding: z.string().nullable() })),
});

/** A case of 第二十条. */
export const caseSchema = z.object({
  number: z.number(),
  kindLabel: z.string(),
  foundOn: z.string(),
  foundHow: z.string(),
  facts: z.string(),
  /** 待查核, 属实, 不属实. */
  stateLabel: z.string(),
  verification: z
    .object({
      verifiedOn: z.string(),
      verifiedBy: z.string(),
      findings: z.string(),
      evidence: z.array(z.string()),
      impact: z.string().nullable(),
      statement: z.string().nullable(),
    })
    .nullable(),
  circulars: z.array(
    z.object({ department: z.string(), number: z.string(), issuedOn: z.string(), people: z.string(), sanctions: z.string().nullable() }),
  ),
});

/** A title that was revoked, with what is to come back. Amounts in fen: granted is what is kept and what is reclaimed. */
export const revocationSchema = z.object({
  levelLabel: z.string(),
  department: z.string(),
  decidedOn: z.string(),
  number: z.string(),
  minutes: z.string(),
  groundLabel: z.string(),
  reason: z.string(),
  /** The other title: 由命名部门另行决定, 已决定保留, or null when there was none or it fell too. */
  otherTitle: z.string().nullable(),
  reclaimAmount: z.number(),
  reclaimReason: z.string().nullable(),
  reclaimed: z.number(),
  payments: z.array(z.object({ paidOn: z.string(), amount: z.number(), voucher: z.string() })),
  plaqueReturnedOn: z.string().nullable(),
  plaqueReceivedBy: z.string().nullable(),
});

/** A proposal to revoke the district title. */
export const proposalSchema = z.object({ proposedOn: z.string(), reason: z.string() });

/** One line of the trail of a studio's record. */
export const studioChangeSchema = z.object({
  number: z.number(),
  kindLabel: z.string(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string(),
  papers: z.array(z.object({ label: z.string(), value: z.string() })),
  approver: z.string().nullable(),
  onDate: z.string(),
  recordedOn: z.string(),
  department: z.string(),
});
