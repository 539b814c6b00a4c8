import { z } from 'zod';

/** A set of the Measures, by what people call it. */
const measuresSetSchema = z.object({
  id: z.string(),
  title: z.string(),
  documentNumber: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
});

/** A quantity the Measures set, as it is read out, with its provision and the document that set it. */
const parameterLineSchema = z.object({
  name: z.string(),
  label: z.string(),
  value: z.string(),
  unit: z.string(),
  article: z.string(),
  documentNumber: z.string(),
});

/** Every set this register knows, and the values of one of them. */
export const measuresViewSchema = z.object({
  sets: z.array(
    measuresSetSchema.extend({
      /** In force today. */
      inForce: z.boolean(),
      /** The set may still be withdrawn: it was added last, has not begun, and no decision keeps it. */
      withdrawable: z.boolean(),
    }),
  ),
  shown: measuresSetSchema,
  lines: z.array(parameterLineSchema),
  /** The tasks a first letter under this set has. 第九条. */
  standardTasks: z.array(z.object({ code: z.string(), title: z.string(), unit: z.string(), yearlyTarget: z.number() })),
});
export type MeasuresView = z.infer<typeof measuresViewSchema>;

/** One of the sets by its id, or a table that has not been added yet. */
export const comparedSetSchema = z.union([z.object({ id: z.string() }), z.object({ path: z.string().min(1) })]);

/** What a set changes against the one before it, and the studios some rule would judge otherwise. */
export const measuresComparisonSchema = z.object({
  /** The file and its SHA-256, when a file was compared. */
  file: z.object({ fileName: z.string(), sha256: z.string() }).nullable(),
  before: measuresSetSchema,
  /** Null when the file states no sound set: `problems` says why, cell by cell. */
  after: measuresSetSchema.nullable(),
  changes: z.array(z.object({ label: z.string(), unit: z.string(), before: z.string(), after: z.string(), article: z.string() })),
  studios: z.array(
    z.object({
      studioId: z.string(),
      studio: z.string(),
      changes: z.array(
        z.object({ rule: z.string(), article: z.string(), before: z.string(), after: z.string(), outcomeLabel: z.string() }),
      ),
    }),
  ),
  problems: z.array(z.object({ sheet: z.string(), cell: z.string(), field: z.string(), message: z.string() })),
});
export type MeasuresComparison = z.infer<typeof measuresComparisonSchema>;
