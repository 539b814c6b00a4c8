import { z } from 'zod';

/** Something wrong in one cell of a file. */
const cellErrorSchema = z.object({
  sheet: z.string(),
  cell: z.string(),
  studio: z.string(),
  field: z.string(),
  message: z.string(),
});

/** One row of a file against the register. */
const previewRowSchema = z.object({
  sheet: z.string(),
  row: z.number(),
  studio: z.string(),
  lead: z.string(),
  hostUnit: z.string(),
  state: z.enum(['new', 'changed', 'unchanged', 'conflict', 'error']),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  errors: z.array(cellErrorSchema),
  warnings: z.array(z.string()),
});
export type PreviewRow = z.infer<typeof previewRowSchema>;

/** What a file would do to the register; nothing is written. */
export const importPreviewSchema = z.object({
  kind: z.string(),
  kindLabel: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  rows: z.array(previewRowSchema),
  warnings: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** What an import did. `batch` is its number, null when nothing was stored. */
export const importResultSchema = z.object({
  kind: z.string(),
  batch: z.number().nullable(),
  rows: z.number(),
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  conflicts: z.number(),
  errors: z.array(cellErrorSchema),
});
export type ImportResult = z.infer<typeof importResultSchema>;

/** One imported file in the log. */
export const importBatchSchema = z.object({
  number: z.number(),
  kind: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  importedOn: z.string(),
  rowCount: z.number(),
  newCount: z.number(),
  changedCount: z.number(),
  unchangedCount: z.number(),
  errorCount: z.number(),
  undoneOn: z.string().nullable(),
});

export const importFileSchema = z.object({ path: z.string().min(1), kind: z.string().optional() });
export const applyImportSchema = importFileSchema.extend({ cleanRowsOnly: z.boolean().default(false), sha256: z.string().optional() });
