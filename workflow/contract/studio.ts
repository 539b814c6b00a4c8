import { z } from 'zod';
import { studioLevelLabels } from '../../policy/seat.ts';
import {
  approvalSchema,
  caseSchema,
  filingSchema,
  proposalSchema,
  rectificationReportSchema,
  reinspectionSchema,
  reviewScoreSchema,
  revocationSchema,
  rewardSchema,
  studioChangeSchema,
  suggestionSchema,
} from './consequence.ts';
import { findingSchema } from './finding.ts';
import { studioFundsSchema } from './funds.ts';
import { activitySchema, taskLedgerSchema } from './ledger.ts';
import { roundEntrySchema } from './round.ts';

const sexSchema = z.enum(['male', 'female']);
const levelSchema = z.enum(['in-system', 'district']);

/** The levels of a title that a list can be narrowed down to. 第十条. */
export const studioLevelChoices = levelSchema.options.map((value) => ({ value, label: studioLevelLabels[value] }));

/** One studio in a list. `area` in square metres, `funds` in fen. */
export const studioRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  sector: z.string(),
  hostUnit: z.string().nullable(),
  status: z.string(),
  statusLabel: z.string(),
  levels: z.array(levelSchema),
  lead: z
    .object({ name: z.string(), sex: sexSchema.nullable(), birthDate: z.string().nullable(), idNumber: z.string().nullable() })
    .nullable(),
  members: z.array(z.object({ name: z.string() })),
  area: z.number().nullable(),
  funds: z.number().nullable(),
  appliedOn: z.string().nullable(),
});
export type StudioRow = z.infer<typeof studioRowSchema>;

/** How a list of studios goes: by the strokes or the sound of the lead's name, or by the day of application. */
export const studioOrders = ['strokes', 'pinyin', 'applied'] as const;
export const studioOrderLabels: Readonly<Record<(typeof studioOrders)[number], string>> = {
  strokes: '姓氏笔画',
  pinyin: '姓名拼音',
  applied: '申报日期',
};

/** Which studios to list, in what order. `search` looks at name, lead, unit, pinyin and the digits of ID numbers. */
export const studioQuerySchema = z.object({
  search: z.string().optional(),
  statuses: z.array(z.string()).optional(),
  sectors: z.array(z.string()).optional(),
  /** Titles that are held; several mean any of them. */
  levels: z.array(levelSchema).optional(),
  /** By strokes when left out. */
  order: z.enum(studioOrders).optional(),
});

/** Someone of the team with what is known of them. */
const personSchema = z.object({
  role: z.enum(['lead', 'member', 'trainee']),
  name: z.string(),
  sex: sexSchema.nullable(),
  birthDate: z.string().nullable(),
  age: z.number().nullable(),
  idNumber: z.string().nullable(),
  professionalTitle: z.string().nullable(),
  phone: z.string().nullable(),
  qualifications: z.array(
    z.object({
      kind: z.string(),
      kindLabel: z.string(),
      level: z.string(),
      levelLabel: z.string(),
      name: z.string(),
      year: z.number().nullable(),
    }),
  ),
});

/** One task of a commitment letter. */
const taskSchema = z.object({
  id: z.string(),
  code: z.string(),
  group: z.string(),
  title: z.string(),
  unit: z.string(),
  yearlyTarget: z.number(),
  evidence: z.string(),
  schedule: z.string(),
  loweredReason: z.string().nullable(),
  ledger: taskLedgerSchema,
});

/** Everything on the page of one studio. */
export const studioDetailSchema = z.object({
  studio: studioRowSchema,
  sectorBureau: z.string(),
  hostUnitKind: z.string().nullable(),
  trainingAudience: z.string().nullable(),
  traineeCount: z.number().nullable(),
  unitOpinion: z.string().nullable(),
  remarks: z.string().nullable(),
  people: z.array(personSchema),
  findings: z.array(findingSchema),
  confirmations: z.array(
    z.object({
      subject: z.string(),
      label: z.string(),
      holds: z.boolean(),
      confirmedBy: z.string(),
      confirmedOn: z.string(),
      evidence: z.string().nullable(),
    }),
  ),
  approvals: z.array(z.object({ rule: z.string(), reason: z.string(), approver: z.string(), onDate: z.string() })),
  steps: z.array(
    z.object({
      status: z.string(),
      statusLabel: z.string(),
      onDate: z.string(),
      department: z.string(),
      reason: z.string().nullable(),
      details: z.array(z.object({ label: z.string(), value: z.string() })),
    }),
  ),
  designations: z.array(
    z.object({
      level: levelSchema,
      levelLabel: z.string(),
      namedOn: z.string(),
      documentNumber: z.string().nullable(),
      filedOn: z.string().nullable(),
      filingNumber: z.string().nullable(),
      endedOn: z.string().nullable(),
      endKind: z.enum(['revoked', 'ended']).nullable(),
      endReason: z.string().nullable(),
    }),
  ),
  filings: z.array(filingSchema),
  reviewScores: z.array(reviewScoreSchema),
  letters: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      cycleFrom: z.string(),
      cycleTo: z.string(),
      signedOn: z.string().nullable(),
      copies: z.number(),
      tasks: z.array(taskSchema),
    }),
  ),
  suggestions: z.array(suggestionSchema),
  assessments: z.array(
    z.object({
      id: z.string(),
      level: levelSchema,
      levelLabel: z.string(),
      kindLabel: z.string(),
      cycleYear: z.number(),
      assessedOn: z.string(),
      assessors: z.string(),
      gradeLabel: z.string(),
      opinion: z.string().nullable(),
      selfAssessment: z.string().nullable(),
      suggestedGradeLabel: z.string().nullable(),
      suggestion: z.string().nullable(),
      approval: approvalSchema.nullable(),
      reward: rewardSchema.nullable(),
      items: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          target: z.number(),
          actual: z.number(),
          unit: z.string(),
          evidence: z.string().nullable(),
          /** Where the number differs from the ledger's. */
          remark: z.string().nullable(),
          /** What the studio itself counted. */
          selfReported: z.number().nullable(),
          /** The assessed year alone, where target and actual are sums over the cycle. */
          yearTarget: z.number().nullable(),
          yearActual: z.number().nullable(),
        }),
      ),
    }),
  ),
  activities: z.array(activitySchema),
  funds: studioFundsSchema,
  rectifications: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      issuedOn: z.string(),
      deadline: z.string(),
      /** Where it stands today: `notified`, `reported`, `passed`, `failed`, `overdue`. */
      stage: z.string(),
      stageLabel: z.string(),
      problems: z.array(z.object({ code: z.string(), problem: z.string(), target: z.number(), actual: z.number(), measure: z.string() })),
      reports: z.array(rectificationReportSchema),
      reinspections: z.array(reinspectionSchema),
    }),
  ),
  cases: z.array(caseSchema),
  proposals: z.array(proposalSchema),
  revocations: z.array(revocationSchema),
  changes: z.array(studioChangeSchema),
  /** Its part in every district round, the latest first. */
  rounds: z.array(roundEntrySchema),
  history: z.array(z.object({ at: z.string(), onDate: z.string(), department: z.string(), command: z.string(), title: z.string() })),
  /** Commands this seat may run on the studio now, with what each asks for. */
  commands: z.array(z.string()),
});
export type StudioDetail = z.infer<typeof studioDetailSchema>;
