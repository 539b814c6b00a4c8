import { parse, resolve } from 'node:path';
import { appendAudit } from '../../db/audit.ts';
import type { Transaction } from '../../db/database.ts';
import { wordingInForce } from '../../db/queries/custom-wordings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { addWording, endWording } from '../../db/writes/custom-wordings.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { DocumentKind } from '../../templates/document-kind.ts';
import { type DocumentKindId, documentKindIds, documentKinds } from '../../templates/document-kinds.ts';
import { usualFonts } from '../../templates/kit/typefaces.ts';
import { blankWording } from '../../templates/wording/blank-wording.ts';
import { checkWording, wordingFaults } from '../../templates/wording/check-wording.ts';
import type { Context } from '../context.ts';
import type { InputOf, OutputOf } from '../contract/contract.ts';
import type { CheckedWording, WordingView } from '../contract/custom-wording.ts';
import { type GivenFile, readGivenFile, writeBeside } from '../files.ts';
import { appearanceOf, prepareInWording } from './prepare-document.ts';
import { documentSources } from './sources/document-sources.ts';
import { kindNamed, wantedOf } from './wanted-documents.ts';

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

/** What would keep a file from being used as a kind's wording. Changes nothing. */
export function lookAtWording({ kind, path }: InputOf<'checkWording'>, context: Context): CheckedWording {
  const id = kindOfSeat(kind, '检查', context);
  const { fileName, bytes, sha256 } = readGivenFile(path);
  return { fileName, sha256, faults: [...wordingFaults(declared(id), context.seat.officialName, bytes, fileName)] };
}

/** Documents of the register that are tried before a preview is given up. */
const mostTried = 20;

/** Years back from this one in which a preview looks for something to be written of. */
const yearsBack = 3;

/** A draft in a wording that is not in use yet, of the first document of the kind that the register gives. Registers nothing. */
export async function previewWording(request: InputOf<'previewWording'>, context: Context): Promise<OutputOf<'previewWording'>> {
  const id = kindOfSeat(request.kind, '预览', context);
  const { bytes, fileName } = readSame(request);
  checkWording(declared(id), context.seat.officialName, bytes, fileName);
  const { year } = partsOf(context.today);
  const years = documentSources[id].scope === 'year' ? Array.from({ length: yearsBack }, (_, back) => year - back) : [year];
  let refused = '';
  for (const wanted of years.flatMap((each) => wantedOf(id, undefined, each, context)).slice(0, mostTried)) {
    try {
      const document = await prepareInWording(wanted, bytes, context);
      return { ...document, about: wanted.name };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused = error.message;
    }
  }
  throw new Refusal(
    refused === ''
      ? `无法预览《${documentKinds[id].title}》：登记中还没有可以出具这种文书的事项。检查已经通过，可以先换用；出具时仍会预览。`
      : `无法预览《${documentKinds[id].title}》。${refused}`,
  );
}

/** Checks a wording and uses it from now on for this seat's documents of the kind. Refuses it with everything that is wrong. */
export function acceptWording(request: InputOf<'acceptWording'>, context: Context): WordingView {
  const id = kindOfSeat(request.kind, '换用', context);
  const { fileName, bytes, sha256 } = readSame(request);
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

/** A file that was looked at before, as it was then. */
function readSame({ path, sha256 }: InputOf<'acceptWording'>): GivenFile {
  const file = readGivenFile(path);
  if (sha256 !== undefined && file.sha256 !== sha256)
    throw new Refusal(`无法使用「${file.fileName}」：检查以后文件又改动过。请重新交回，检查通过后再换用。`);
  return file;
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
    custom:
      custom === undefined
        ? null
        : { fileName: custom.fileName, sha256: custom.sha256, acceptedOn: custom.acceptedOn, acceptedBy: seat.name },
  };
}

function log(tx: Transaction, command: string, details: Readonly<Record<string, string>>, { at, today, seat }: Context): void {
  appendAudit(tx, { at, onDate: today, departmentId: seat.id, command, studioId: null, details: { ...details } });
}
