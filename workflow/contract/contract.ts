import { z } from 'zod';
import { commandDescriptionSchema, commandOutcomeSchema, runCommandSchema } from './command.ts';
import {
  checkedWordingSchema,
  exportedWordingSchema,
  exportWordingSchema,
  givenWordingSchema,
  sameWordingSchema,
  wordingSchema,
} from './custom-wording.ts';
import {
  attachScanSchema,
  documentKindSchema,
  documentKindsAskedSchema,
  documentPreviewSchema,
  documentRequestSchema,
  issuedDocumentSchema,
  madeDocumentsSchema,
  makeDocumentsSchema,
  reissueDocumentSchema,
  voidDocumentSchema,
} from './document.ts';
import { batchSchema, startBatchSchema } from './document-batch.ts';
import { changeDocumentSettingsSchema, documentSettingsViewSchema } from './document-settings.ts';
import { fundStatementQuerySchema, fundStatementSchema } from './funds.ts';
import { applyImportSchema, importBatchSchema, importFileSchema, importPreviewSchema, importResultSchema } from './import.ts';
import { comparedSetSchema, measuresComparisonSchema, measuresViewSchema } from './measures.ts';
import { reviewSheetSchema } from './review-sheet.ts';
import { roundSchema } from './round.ts';
import { route } from './route.ts';
import { initialiseSchema, sessionSchema } from './session.ts';
import { studioDetailSchema, studioQuerySchema, studioRowSchema } from './studio.ts';
import { studioListSchema } from './studio-columns.ts';

const nothing = z.object({});

/** A duty of this seat: what, for whom, until when, under which article, and the command that settles it. */
const dutySchema = z.object({
  duty: z.string(),
  studio: z.string().nullable(),
  due: z.string(),
  article: z.string(),
  action: z.string(),
});
export type DutyView = z.infer<typeof dutySchema>;

/** An act as the log has it, with what it said when it was done; null where nothing was said. */
const lastActSchema = z.object({
  sequence: z.number(),
  title: z.string(),
  studio: z.string().nullable(),
  onDate: z.string(),
  department: z.string(),
  message: z.string().nullable(),
});
export type LastAct = z.infer<typeof lastActSchema>;

/** A workbook that was written. */
const exportResultSchema = z.object({
  path: z.string(),
  kind: z.string(),
  rows: z.number(),
  counted: z.string(),
  /** A form to be filled in, whose rows say nothing of the register. */
  blank: z.boolean(),
  sha256: z.string(),
});

/** Which workbook: its kind, the year or studio it is about, the bureau or expert it goes to. */
const exportRequestSchema = z.object({
  kind: z.string(),
  year: z.number().int().optional(),
  studioId: z.string().optional(),
  to: z.string().optional(),
  /** The list on the screen, for a roster of it. */
  list: studioListSchema.optional(),
});

/** A kind of workbook a seat writes, and what has to be chosen for it. */
const exportKindSchema = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  article: z.string(),
  about: z.enum(['year', 'studio', 'bureau', 'expert', 'nothing']),
  counted: z.string(),
  blank: z.boolean(),
  /** The departments it may go to, or the experts of the latest round. */
  recipients: z.array(z.string()),
  /** The rounds it may be about and the experts it may go to, the latest first. */
  rounds: z.array(z.object({ year: z.number(), experts: z.array(z.string()) })),
});
export type ExportKind = z.infer<typeof exportKindSchema>;

/** Every call the workflow answers, by name. Windows, the headless command and other programs all stand on it. */
export const contract = {
  session: route(nothing, sessionSchema),
  initialise: route(initialiseSchema, sessionSchema),
  listStudios: route(studioQuerySchema, z.array(studioRowSchema)),
  showStudio: route(z.object({ studioId: z.string() }), studioDetailSchema),
  showRound: route(z.object({ year: z.number().int().optional() }), roundSchema.nullable()),
  reviewSheet: route(nothing, reviewSheetSchema.nullable()),
  fundStatement: route(fundStatementQuerySchema, fundStatementSchema),
  showMeasures: route(z.object({ id: z.string().optional() }), measuresViewSchema),
  compareMeasures: route(comparedSetSchema, measuresComparisonSchema),
  exportMeasures: route(z.object({ target: z.string().min(1) }), z.object({ path: z.string() })),
  addMeasures: route(z.object({ path: z.string().min(1), sha256: z.string().optional() }), commandOutcomeSchema),
  listCommands: route(nothing, z.array(commandDescriptionSchema)),
  runCommand: route(runCommandSchema, commandOutcomeSchema),
  previewImport: route(importFileSchema, importPreviewSchema),
  applyImport: route(applyImportSchema, importResultSchema),
  writeErrorReport: route(importFileSchema.extend({ target: z.string().min(1) }), z.object({ path: z.string(), errors: z.number() })),
  listImports: route(nothing, z.array(importBatchSchema)),
  undoImport: route(z.object({ number: z.number().int() }), z.object({ number: z.number(), message: z.string() })),
  nextUndo: route(
    nothing,
    z
      .object({
        command: z.string(),
        title: z.string(),
        studio: z.string().nullable(),
        onDate: z.string(),
        /** Why it cannot be taken back; null when it may be tried. */
        obstacle: z.string().nullable(),
      })
      .nullable(),
  ),
  lastActs: route(nothing, z.array(lastActSchema)),
  undoLast: route(nothing, z.object({ command: z.string(), studio: z.string().nullable(), message: z.string() })),
  listDocumentKinds: route(documentKindsAskedSchema, z.array(documentKindSchema)),
  previewDocument: route(documentRequestSchema, documentPreviewSchema),
  makeDocuments: route(makeDocumentsSchema, madeDocumentsSchema),
  startBatch: route(startBatchSchema, batchSchema),
  showBatch: route(z.object({ id: z.string() }), batchSchema),
  cancelBatch: route(z.object({ id: z.string() }), batchSchema),
  listIssuedDocuments: route(nothing, z.array(issuedDocumentSchema)),
  voidDocument: route(voidDocumentSchema, issuedDocumentSchema),
  reissueDocument: route(reissueDocumentSchema, madeDocumentsSchema),
  attachScan: route(attachScanSchema, issuedDocumentSchema),
  showDocumentSettings: route(nothing, documentSettingsViewSchema),
  changeDocumentSettings: route(changeDocumentSettingsSchema, documentSettingsViewSchema),
  listExports: route(nothing, z.array(exportKindSchema)),
  exportName: route(exportRequestSchema, z.object({ fileName: z.string(), rows: z.number() })),
  exportFile: route(exportRequestSchema.extend({ target: z.string().min(1) }), exportResultSchema),
  listWordings: route(nothing, z.array(wordingSchema)),
  exportWording: route(exportWordingSchema, exportedWordingSchema),
  checkWording: route(givenWordingSchema, checkedWordingSchema),
  previewWording: route(sameWordingSchema, documentPreviewSchema.omit({ copies: true, count: true }).extend({ about: z.string() })),
  acceptWording: route(sameWordingSchema, wordingSchema),
  returnWording: route(z.object({ kind: z.string() }), wordingSchema),
  listDuties: route(z.object({ days: z.number().int().default(30) }), z.array(dutySchema)),
  exportCalendar: route(
    z.object({ target: z.string().min(1), days: z.number().int().default(30) }),
    z.object({ path: z.string(), duties: z.number() }),
  ),
  backup: route(z.object({ target: z.string().min(1) }), z.object({ path: z.string(), rows: z.record(z.string(), z.number()) })),
  restore: route(z.object({ source: z.string().min(1) }), z.object({ previous: z.string() })),
  verify: route(
    nothing,
    z.object({
      database: z.string(),
      audit: z.object({ entries: z.number(), firstBroken: z.number().nullable() }),
      /** Attachments and scans below the data folder. */
      files: z.object({ checked: z.number(), broken: z.array(z.object({ file: z.string(), reason: z.string() })) }),
    }),
  ),
} as const;

export type Contract = typeof contract;
export type RouteName = keyof Contract;
/** What a caller passes to a route. */
export type InputOf<Name extends RouteName> = z.input<Contract[Name]['input']>;
/** What a route answers. */
export type OutputOf<Name extends RouteName> = z.output<Contract[Name]['output']>;
/** The workflow as a caller sees it: one function a route. */
export type Workflow = { [Name in RouteName]: (input: InputOf<Name>) => Promise<OutputOf<Name>> };
