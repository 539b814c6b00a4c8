import { resolve } from 'node:path';
import { backupRegister } from '../db/backup.ts';
import { createRegister, openRegister, registerExists, type WritableRegister } from '../db/open-register.ts';
import { readImportBatches } from '../db/queries/history.ts';
import { restoreBackup } from '../db/restore.ts';
import { verifyRegister } from '../db/verify.ts';
import { verifyKeptFiles } from '../db/verify-kept-files.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import { Refusal } from '../policy/refusal.ts';
import { describeCommand, runCommand } from './command.ts';
import { commandNamed, commands } from './commands.ts';
import type { Context } from './context.ts';
import { contract, type InputOf, type OutputOf, type RouteName, type Workflow } from './contract/contract.ts';
import { openBatches } from './documents/batches.ts';
import { changeDocumentSettings, showDocumentSettings } from './documents/change-document-settings.ts';
import { acceptWording, exportWording, listWordings, lookAtWording, previewWording, returnWording } from './documents/custom-wording.ts';
import { makeDocuments, previewDocument } from './documents/make-documents.ts';
import { attachScan, listIssuedDocuments, reissueDocument, voidDocument } from './documents/register-of-documents.ts';
import { allDocumentKinds, listDocumentKinds } from './documents/wanted-documents.ts';
import { listDuties } from './duties.ts';
import { exportFile, exportName, listExports } from './exchange/export-file.ts';
import { applyImport, previewImport, writeErrorReport } from './exchange/import-file.ts';
import { undoImport } from './exchange/undo-import.ts';
import { exportCalendar } from './export-calendar.ts';
import { compareSets } from './measures/compare-sets.ts';
import { addMeasuresFile, exportMeasures } from './measures/measures-file.ts';
import { showMeasures } from './measures/show-measures.ts';
import { measuresBook } from './measures-book.ts';
import { initialise } from './session/initialise.ts';
import { seatByName, storedSeat } from './session/seat.ts';
import { readSession } from './session/session.ts';
import { lastActs, nextUndo, undoLast } from './undo-last.ts';
import { listStudios } from './views/list-studios.ts';
import { showReviewSheet } from './views/show-review-sheet.ts';
import { showRound } from './views/show-round.ts';
import { showStudio } from './views/show-studio.ts';
import { showFundStatement } from './views/studio-funds.ts';

/** Where the register lies, who acts, and what time it is. */
export interface WorkflowOptions {
  readonly dataFolder: string;
  /** Acts as this department instead of the one chosen at first start. */
  readonly seat?: string;
  /** The business day; asked at every call, since a window stays open over midnight. */
  readonly today: () => PlainDate;
  /** The instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Path of the sample workbook a first start may begin with. */
  readonly sampleWorkbook: string;
}

/** The workflow on one data folder. */
export interface OpenWorkflow {
  readonly workflow: Workflow;
  readonly close: () => void;
}

type Handlers = { readonly [Name in RouteName]: (input: OutputType<Name>) => OutputOf<Name> | Promise<OutputOf<Name>> };
type OutputType<Name extends RouteName> = (typeof contract)[Name]['input']['_zod']['output'];

/**
 * Opens the workflow of a data folder: the one writer of its register, if there is one yet. Every call checks its input against the
 * contract first. Refuses as `openRegister` does.
 */
export function openWorkflow(options: WorkflowOptions): OpenWorkflow {
  const { dataFolder } = options;
  const batches = openBatches();
  let register: WritableRegister | undefined = registerExists(dataFolder) ? openRegister(dataFolder, options.now()) : undefined;

  /** The business day, when the Measures are in force on it: nothing is done on any other (第二十二条). */
  function businessDay(): PlainDate {
    const today = options.today();
    measuresBook(register?.db).on(today);
    return today;
  }

  function seatOf(db: WritableRegister['db'], today: PlainDate) {
    return options.seat === undefined ? storedSeat(db, today) : seatByName(db, options.seat, today);
  }

  function context(): Context {
    const today = businessDay();
    const db = register?.db;
    const seat = db === undefined ? undefined : seatOf(db, today);
    if (db === undefined || seat === undefined) {
      throw new Refusal(`无法办理：「${dataFolder}」里还没有登记库。请先选择本机所属部门（首次启动，或 desk init --seat 部门名称）。`);
    }
    return { db, seat, today, at: options.now() };
  }

  function session(): OutputOf<'session'> {
    const today = businessDay();
    return readSession(register?.db, register === undefined ? undefined : seatOf(register.db, today), dataFolder, today);
  }

  const handlers: Handlers = {
    session,
    async initialise(choices) {
      register ??= createRegister(dataFolder, options.now());
      initialise(register.db, choices, businessDay(), options.now());
      if (choices.withSample) await applyImport({ path: options.sampleWorkbook, cleanRowsOnly: true }, context());
      return session();
    },
    listStudios: (query) => listStudios(context().db, query),
    showStudio: ({ studioId }) => showStudio(context(), studioId),
    showRound: ({ year }) => showRound(context(), year),
    reviewSheet: () => showReviewSheet(context()),
    fundStatement: (query) => showFundStatement(context(), query),
    showMeasures: ({ id }) => showMeasures(context(), id),
    compareMeasures: (asked) => compareSets(asked, context()),
    exportMeasures: ({ target }) => exportMeasures(target, context()),
    addMeasures: (file) => addMeasuresFile(file, context()),
    listCommands: () => commands.map(describeCommand),
    runCommand: ({ command, studioId, answers }) => runCommand(commandNamed(command), studioId, answers, context()),
    previewImport: (file) => previewImport(file, context()),
    applyImport: (file) => applyImport(file, context()),
    writeErrorReport: (file) => writeErrorReport(file, context()),
    listImports: () => readImportBatches(context().db).map(({ id: _id, departmentId: _by, ...batch }) => batch),
    undoImport: ({ number }) => undoImport(number, context()),
    nextUndo: () => nextUndo(context()),
    lastActs: () => lastActs(context()),
    undoLast: () => undoLast(context()),
    listDocumentKinds: ({ all }) => (all ? allDocumentKinds() : listDocumentKinds(context())),
    previewDocument: (request) => previewDocument(request, context()),
    makeDocuments: (request) => makeDocuments(request, context()),
    startBatch: (request) => batches.start(request, context()),
    showBatch: ({ id }) => batches.show(id),
    cancelBatch: ({ id }) => batches.cancel(id),
    listIssuedDocuments: () => listIssuedDocuments(context()),
    voidDocument: (request) => voidDocument(request, context()),
    reissueDocument: (request) => reissueDocument(request, context()),
    attachScan: (request) => attachScan(request, context()),
    showDocumentSettings: () => showDocumentSettings(context()),
    changeDocumentSettings: (changes) => changeDocumentSettings(changes, context()),
    listExports: () => listExports(context()),
    exportName: (request) => exportName(request, context()),
    exportFile: (request) => exportFile(request, context()),
    listWordings: () => listWordings(context()),
    exportWording: (request) => exportWording(request, context()),
    checkWording: (request) => lookAtWording(request, context()),
    previewWording: (request) => previewWording(request, context()),
    acceptWording: (request) => acceptWording(request, context()),
    returnWording: (request) => returnWording(request, context()),
    listDuties: ({ days }) => listDuties(context(), days),
    exportCalendar: (request) => exportCalendar(request, context()),
    async backup({ target }) {
      return { path: resolve(target), rows: { ...(await backupRegister(context().db, target)) } };
    },
    restore({ source }) {
      // The present register must be closed while another takes its place, and is open again even when the restore is refused.
      register?.close();
      register = undefined;
      try {
        return { previous: restoreBackup(dataFolder, source, options.now()).saved ?? '' };
      } finally {
        if (registerExists(dataFolder)) register = openRegister(dataFolder, options.now());
      }
    },
    verify() {
      const { db } = context();
      const files = verifyKeptFiles(db);
      return { ...verifyRegister(db), files: { ...files, broken: [...files.broken] } };
    },
  };

  return { workflow: checked(handlers), close: () => register?.close() };
}

/** Handlers behind the contract: input that is not as declared never reaches them. */
function checked(handlers: Handlers): Workflow {
  const names = Object.keys(contract) as RouteName[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      async (input: InputOf<typeof name>) => {
        const handler = handlers[name] as (parsed: unknown) => unknown;
        return handler(contract[name].input.parse(input));
      },
    ]),
  ) as unknown as Workflow;
}
