import { basename, resolve } from 'node:path';
import { appendAudit } from '../../db/audit.ts';
import { type Department, departmentsOn } from '../../db/queries/departments.ts';
import { inTransaction } from '../../db/transaction.ts';
import { registerExport } from '../../db/writes/exported-files.ts';
import { articleText } from '../../policy/article.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { seatKindLabels } from '../../policy/seat.ts';
import type { Context } from '../context.ts';
import type { InputOf, OutputOf } from '../contract/contract.ts';
import { sha256, writeWholeFile } from '../files.ts';
import { seatByName } from '../session/seat.ts';
import type { Outgoing } from './outgoing.ts';
import { outgoingKinds } from './outgoing-kinds.ts';

/** The kinds of workbooks this seat writes. */
export function listExports(context: Context): OutputOf<'listExports'> {
  return outgoingKinds
    .filter(({ powers }) => powers.includes(context.seat.kind))
    .map((outgoing) => ({ outgoing, rounds: outgoing.rounds?.(context) ?? [] }))
    .map(({ outgoing, rounds }) => ({
      id: outgoing.id,
      title: outgoing.title,
      summary: outgoing.summary,
      article: articleText(outgoing.article),
      about: outgoing.about,
      counted: outgoing.counted,
      blank: outgoing.blank === true,
      recipients: [...(rounds[0]?.experts ?? recipientsOf(outgoing, context).map(({ name }) => name))],
      rounds: rounds.map((round) => ({ year: round.year, experts: [...round.experts] })),
    }));
}

/** The departments this seat may send a workbook to; none for one that is not sent to a department of choice. */
function recipientsOf({ about, recipients }: Outgoing, { db, seat, today }: Omit<Context, 'at'>): readonly Department[] {
  const kinds = recipients?.[seat.kind] ?? ['sector-bureau'];
  return about === 'bureau' ? departmentsOn(db, today).filter(({ kind }) => kinds.includes(kind)) : [];
}

/** The department a workbook goes to: the one named, or the only one there is. Refuses one it is not for. */
function recipientOf(outgoing: Outgoing, to: string | undefined, context: Context): Department | undefined {
  const known = recipientsOf(outgoing, context);
  if (to === undefined || outgoing.about !== 'bureau') return known.length === 1 ? known[0] : undefined;
  const named = seatByName(context.db, to, context.today);
  if (known.some(({ id }) => id === named.id)) return named;
  const names = known.map(({ name }) => name).join('、');
  throw new Refusal(`无法导出${outgoing.title}：不发给${named.name}。可选的部门有 ${names}，请从中选择。`, outgoing.article);
}

/** The workbook as it would be sent. Refuses an unknown kind and one that is another department's to write. */
async function written({ kind, year, studioId, to, list }: InputOf<'exportName'>, context: Context) {
  const { seat, today } = context;
  const outgoing = outgoingKinds.find(({ id }) => id === kind);
  if (outgoing === undefined) {
    const known = outgoingKinds.map(({ id, title }) => `${id}（${title}）`).join('、');
    throw new Refusal(`无法导出「${kind}」：没有这种表。可导出的种类有 ${known}，请从中选择。`);
  }
  requireWriter(outgoing, context);
  if (outgoing.about === 'studio' && studioId === undefined) {
    throw new Refusal(`无法导出${outgoing.title}：没有指定工作室。请选择工作室。`, outgoing.article);
  }
  const wanted = {
    year: year ?? partsOf(today).year,
    roundYear: year,
    studioId,
    recipient: recipientOf(outgoing, to, context),
    expert: to,
    list,
  };
  return { outgoing, departmentId: seat.id, ...(await outgoing.write(context, wanted)) };
}

function requireWriter({ title, powers, article }: Outgoing, { seat }: Context): void {
  if (powers.includes(seat.kind)) return;
  const whose = powers.map((power) => seatKindLabels[power]).join('、');
  throw new Refusal(`无法导出${title}：由${whose}报送，${seat.name}没有这项职权。请由${whose}办理。`, article);
}

/** What a workbook would be called, and how many rows it holds. */
export async function exportName(asked: InputOf<'exportName'>, context: Context): Promise<OutputOf<'exportName'>> {
  const { fileName, rows } = await written(asked, context);
  return { fileName, rows };
}

/** Writes a workbook to a file and enters it in the log of what was sent; a blank form is not. */
export async function exportFile({ target, ...asked }: InputOf<'exportFile'>, context: Context): Promise<OutputOf<'exportFile'>> {
  const { outgoing, departmentId, bytes, rows } = await written(asked, context);
  const path = resolve(target);
  writeWholeFile(path, bytes);
  const file = { kind: outgoing.id, fileName: basename(path), sha256: sha256(bytes), rowCount: rows };
  if (outgoing.blank !== true) {
    inTransaction(context.db, (tx) => {
      registerExport(tx, { ...file, exportedOn: context.today, departmentId });
      appendAudit(tx, { at: context.at, onDate: context.today, departmentId, command: 'export', studioId: null, details: file });
    });
  }
  return { path, kind: file.kind, rows, counted: outgoing.counted, blank: outgoing.blank === true, sha256: file.sha256 };
}
