import { parse, resolve } from 'node:path';
import { appendAudit } from '../../db/audit.ts';
import type { Transaction } from '../../db/database.ts';
import { wordingInForce } from '../../db/queries/custom-wordings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { addWording, endWording } from '../../db/writes/custom-wordings.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { DocumentKind } from '../../templates/document-kind.ts';
import { type DocumentKindId, documentKindIds, documentKinds } from '../../templates/document-kinds.ts';
import { usualFonts } from '../../templates/kit/typefaces.ts';
import { blankWording } from '../../templates/wording/blank-wording.ts';
import { checkWording } from '../../templates/wording/check-wording.ts';
import type { Context } from '../context.ts';
import type { InputOf, OutputOf } from '../contract/contract.ts';
import type { WordingView } from '../contract/custom-wording.ts';
import { readGivenFile, writeBeside } from '../files.ts';
import { appearanceOf } from './prepare-document.ts';
import { kindNamed } from './wanted-documents.ts';

/** How each kind this seat issues is worded. */
export function listWordings(context: Context): WordingView[] {
  return documentKindIds.filter((id) => issues(id, context)).map((id) => viewOf(id, context));
}

/** Writes a kind with names of fields instead of values, and beside it 字段说明. Never over another file. */
export async function exportWording({ kind, target }: InputOf<'exportWording'>, context: Context): Promise<OutputOf<'exportWording'>> {
  const id = kindOfSeat(kind, '导出', context);
  const fonts = appearanceOf(context, false).fonts ?? usualFonts;
  const { wording, guide, ownText } = await blankWording(declared(id), context.seat.officialName, fonts);
  const { dir, name } = parse(resolve(target));
  return { path: writeBeside(dir, `${name}.docx`, wording), guide: writeBeside(dir, `${name}_字段说明.docx`, guide), ownText };
}

/** Checks a wording and uses it from now on for this seat's documents of the kind. Refuses it with everything that is wrong. */
export function acceptWording({ kind, path }: InputOf<'acceptWording'>, context: Context): WordingView {
  const id = kindOfSeat(kind, '换用', context);
  const { fileName, bytes, sha256 } = readGivenFile(path);
  checkWording(declared(id), context.seat.officialName, bytes, fileName);
  inTransaction(context.db, (tx) => {
    if (wordingInForce(tx, context.seat.id, id)?.sha256 === sha256) return;
    endWording(tx, context.seat.id, id, context.today);
    addWording(tx, {
      departmentId: context.seat.id,
      kind: id,
      fileName,
      sha256,
      content: Buffer.from(bytes).toString('base64'),
      acceptedOn: context.today,
    });
    log(tx, 'accept-wording', { kind: id, fileName, sha256 }, context);
  });
  return viewOf(id, context);
}

/** Goes back to the built-in wording. Refuses where it is in use already. */
export function returnWording({ kind }: InputOf<'returnWording'>, context: Context): WordingView {
  const id = kindOfSeat(kind, '换回', context);
  inTransaction(context.db, (tx) => {
    const before = wordingInForce(tx, context.seat.id, id);
    if (before === undefined) throw new Refusal(`无法换回《${documentKinds[id].title}》的内置文本：现在用的就是内置文本。`);
    endWording(tx, context.seat.id, id, context.today);
    log(tx, 'return-wording', { kind: id, fileName: before.fileName, sha256: before.sha256 }, context);
  });
  return viewOf(id, context);
}

function declared(id: DocumentKindId): DocumentKind {
  return documentKinds[id] as unknown as DocumentKind;
}

function issues(id: DocumentKindId, { seat }: Context): boolean {
  return declared(id).issuers.includes(seat.kind);
}

function kindOfSeat(kind: string, act: string, context: Context): DocumentKindId {
  const id = kindNamed(kind);
  if (!issues(id, context)) throw new Refusal(`无法${act}《${documentKinds[id].title}》的文本：${context.seat.name}不出具这种文书。`);
  return id;
}

function viewOf(id: DocumentKindId, { db, seat }: Context): WordingView {
  const custom = wordingInForce(db, seat.id, id);
  const { title, ownText } = declared(id);
  return {
    kind: id,
    title,
    ownText: ownText !== undefined,
    custom: custom === undefined ? null : { fileName: custom.fileName, sha256: custom.sha256, acceptedOn: custom.acceptedOn },
  };
}

function log(tx: Transaction, command: string, details: Readonly<Record<string, string>>, { at, today, seat }: Context): void {
  appendAudit(tx, { at, onDate: today, departmentId: seat.id, command, studioId: null, details: { ...details } });
}
