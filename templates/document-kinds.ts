import { chineseDate } from '../policy/plain-date.ts';
import { acceptanceNotice } from './acceptance-notice.ts';
import { applicationForm } from './application-form.ts';
import { approvalRequest } from './approval-request.ts';
import { assessmentCircular } from './assessment-circular.ts';
import { assessmentForm } from './assessment-form.ts';
import { assessmentNotice } from './assessment-notice.ts';
import { awardList } from './award-list.ts';
import { commitmentLetter } from './commitment-letter.ts';
import { criticismCircular } from './criticism-circular.ts';
import { asWorkedOut, type DocumentKind, readInput } from './document-kind.ts';
import { expenseStatement } from './expense-statement.ts';
import { filingReport } from './filing-report.ts';
import { grantNotice } from './grant-notice.ts';
import { grantTable } from './grant-table.ts';
import { inspectionForm } from './inspection-form.ts';
import type { InputOf } from './kit/fields.ts';
import { fileName } from './kit/file-name.ts';
import { packDocument, packTogether } from './kit/pack-document.ts';
import { type FontSettings, usualFonts } from './kit/typefaces.ts';
import { meetingPaper } from './meeting-paper.ts';
import { namingDecision } from './naming-decision.ts';
import { plaqueDecision } from './plaque-decision.ts';
import { plaqueFace } from './plaque-face.ts';
import { plaqueList } from './plaque-list.ts';
import { publicNotice } from './public-notice.ts';
import { publicNoticeReport } from './public-notice-report.ts';
import { reclaimNotice } from './reclaim-notice.ts';
import { recommendationLetter } from './recommendation-letter.ts';
import { rectificationNotice } from './rectification-notice.ts';
import { rectificationReport } from './rectification-report.ts';
import { reinspectionForm } from './reinspection-form.ts';
import { returnNotice } from './return-notice.ts';
import { revocationDecision } from './revocation-decision.ts';
import { scoreSheet } from './score-sheet.ts';
import { scoreSummary } from './score-summary.ts';
import { fillWording } from './wording/fill-wording.ts';

/** Every kind of document, by its id. A new kind is one file and one line here. */
export const documentKinds = {
  'commitment-letter': commitmentLetter,
  'rectification-notice': rectificationNotice,
  'award-list': awardList,
  'plaque-list': plaqueList,
  'plaque-face': plaqueFace,
  'grant-table': grantTable,
  'expense-statement': expenseStatement,
  'return-notice': returnNotice,
  'acceptance-notice': acceptanceNotice,
  'inspection-form': inspectionForm,
  'naming-decision': namingDecision,
  'approval-request': approvalRequest,
  'revocation-decision': revocationDecision,
  'reclaim-notice': reclaimNotice,
  'criticism-circular': criticismCircular,
  'assessment-notice': assessmentNotice,
  'assessment-circular': assessmentCircular,
  'score-summary': scoreSummary,
  'score-sheet': scoreSheet,
  'reinspection-form': reinspectionForm,
  'rectification-report': rectificationReport,
  'assessment-form': assessmentForm,
  'application-form': applicationForm,
  'public-notice': publicNotice,
  'public-notice-report': publicNoticeReport,
  'plaque-decision': plaqueDecision,
  'grant-notice': grantNotice,
  'filing-report': filingReport,
  'recommendation-letter': recommendationLetter,
  'meeting-paper': meetingPaper,
} as const;

export type DocumentKindId = keyof typeof documentKinds;

export const documentKindIds = Object.keys(documentKinds) as readonly DocumentKindId[];

/** What a kind is written from, by its id. */
export type DocumentInput<Id extends DocumentKindId> = InputOf<(typeof documentKinds)[Id]['fields']>;

/** How a document looks, apart from what it says. */
export interface DocumentOptions {
  /** Writes 草稿 across every page. */
  readonly draft?: boolean;
  readonly fonts?: FontSettings;
}

/** A document nobody has saved yet. */
export interface MadeDocument {
  readonly bytes: Uint8Array;
  /** `整改通知书_尉迟川小学数学名师工作室_武昌教名〔2026〕3号.docx`, safe on Windows and Linux. */
  readonly fileName: string;
}

/** True for the id of a kind there is. */
export function isDocumentKindId(id: string): id is DocumentKindId {
  return Object.hasOwn(documentKinds, id);
}

/**
 * One document. The same input and options give the same bytes. Throws a Refusal that names every missing or wrong
 * value; nothing blank is ever printed. Whether the department may issue it is the caller's question (`issuers`).
 */
export async function makeDocument<Id extends DocumentKindId>(
  id: Id,
  input: DocumentInput<Id>,
  options: DocumentOptions = {},
): Promise<MadeDocument> {
  const { kind, read } = readable(id, input);
  const bytes = await packDocument(kind.compose(read, asWorkedOut), appearanceOf(options));
  return { bytes, fileName: fileName([kind.title, ...kind.fileNameParts(read)]) };
}

/** As `makeDocument`, in wording that was accepted for the kind: the bytes of that .docx. */
export async function makeDocumentIn<Id extends DocumentKindId>(
  wording: Uint8Array,
  id: Id,
  input: DocumentInput<Id>,
  options: DocumentOptions = {},
): Promise<MadeDocument> {
  const { kind, read } = readable(id, input);
  const bytes = await fillWording(kind, wording, read, appearanceOf(options));
  return { bytes, fileName: fileName([kind.title, ...kind.fileNameParts(read)]) };
}

/** One of several documents that go into one file. */
export interface DocumentOfBundle {
  readonly kind: DocumentKindId;
  readonly input: DocumentInput<DocumentKindId>;
}

/**
 * Documents, of one kind or several, as one file for printing: each begins on a right-hand page with page number 1. Throws as `makeDocument`
 * does, for the first input that may not be printed.
 */
export async function makeDocumentsTogether(documents: readonly DocumentOfBundle[], options: DocumentOptions = {}): Promise<MadeDocument> {
  const [first, ...others] = documents.map(({ kind: id, input }) => {
    const { kind, read } = readable(id, input);
    return kind.compose(read, asWorkedOut);
  });
  if (first === undefined) throw new Error('no document to put together');
  const titles = new Set(documents.map(({ kind }) => documentKinds[kind].title));
  const name = `${titles.size === 1 ? [...titles].join('') : '文书'}（共${documents.length}份）`;
  const bytes = await packTogether([first, ...others], { title: name, issuer: first.issuer, date: first.date }, appearanceOf(options));
  return { bytes, fileName: fileName([name, chineseDate(first.date)]) };
}

function readable<Id extends DocumentKindId>(id: Id, input: DocumentInput<Id>) {
  // Which input belongs to which kind is known to the caller's types alone; `readInput` checks it again.
  const kind = documentKinds[id] as unknown as DocumentKind;
  return { kind, read: readInput(kind, input) };
}

function appearanceOf({ fonts, draft }: DocumentOptions) {
  return { fonts: fonts ?? usualFonts, draft: draft ?? false };
}
