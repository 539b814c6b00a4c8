import { appendAudit } from '../db/audit.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { type LoggedAct, latestActs, type WrittenRow, writtenRows } from '../db/queries/acts.ts';
import { blockingStudios } from '../db/queries/blocking-studios.ts';
import { departmentsOn } from '../db/queries/departments.ts';
import { readImportBatches } from '../db/queries/history.ts';
import { inTransaction } from '../db/transaction.ts';
import { undoChanges } from '../db/undo-changes.ts';
import { keptActs, markActUndone } from '../db/writes/acts.ts';
import { powers } from '../policy/powers.ts';
import { Refusal } from '../policy/refusal.ts';
import { commands } from './commands.ts';
import type { Context } from './context.ts';
import type { OutputOf } from './contract/contract.ts';
import { howToCorrect } from './correcting-act.ts';

/** What the log calls an undo. */
const undoCommand = 'undo-last';

/** Taking back is putting one's own record right: the same provision as for a correction. */
const place = powers['correct-record'].article;

/** Acts that are not commands and that sent something out, or that have a way back of their own. */
const otherActs: Readonly<Record<string, string>> = {
  document: '最近一次办理是出具文书，已经发出的文书不能撤销，请以新的文书更正',
  'reissue-document': '最近一次办理是重新出具文书，已经发出的文书不能撤销，请以新的文书更正',
  'void-document': '最近一次办理是作废文书，作废的文书不能恢复，请重新出具',
  'accept-wording': '最近一次办理是换用自定义文本，请在自定义文本中换回',
  'return-wording': '最近一次办理是换回内置文本，请在自定义文本中重新交回',
  'document-settings': '最近一次办理是更改文书设置，请在文书设置中改回',
  'attach-scan': '最近一次办理是存入扫描件，扫描件只增不减，有误的请另存一份正确的',
  export: '最近一次办理是导出表格，已经送出的表格不能撤销，请重新导出并告知接收方',
  import: '最近一次办理是导入，请在导入记录中撤销该批导入',
};

/** Tables in which a row means that something left the house. */
const sentTables = ['document_numbers', 'exported_files', 'issued_documents'];
/** Columns in which a text means that a number was given. */
const numberColumns = ['number', 'document_number', 'filing_number'];

function gaveNumber({ before, after }: WrittenRow): boolean {
  return numberColumns.some((column) => typeof after?.[column] === 'string' && after[column] !== (before?.[column] ?? null));
}

/** The acts that have not been taken back, the last first. */
function standingActs(db: ReadableDatabase): readonly LoggedAct[] {
  const undoneImports = new Set(
    readImportBatches(db)
      .filter(({ undoneOn }) => undoneOn !== null)
      .map(({ number }) => number),
  );
  // Each act kept may have been taken back and be followed by its undo.
  return latestActs(db, 3 * keptActs).filter(({ command, undoneOn, details }) => {
    if (command === undoCommand || command === 'undo-import' || undoneOn !== null) return false;
    return command !== 'import' || !undoneImports.has(Number(details['batch']));
  });
}

/** The act that an undo would take back; `undefined` when there is none. */
function lastAct(db: ReadableDatabase): LoggedAct | undefined {
  return standingActs(db)[0];
}

function titleOf(command: string): string | undefined {
  return commands.find(({ name }) => name === command)?.title;
}

/** Why an act cannot be taken back, or `undefined` when it may be tried. */
function obstacle(
  db: ReadableDatabase,
  { command, departmentId, actId }: LoggedAct,
  { seat, today }: Pick<Context, 'seat' | 'today'>,
): string | undefined {
  if (titleOf(command) === undefined) return otherActs[command] ?? '最近没有可以撤销的办理，请以新的办理更正';
  if (actId === null) return `只能撤销最近 ${keptActs} 次办理，这次更早，${howToCorrect(command)}`;
  // A department that is no more takes nothing back itself: whoever took over its computer does, a merger entered by mistake above all.
  const others = departmentsOn(db, today).filter(({ id }) => id !== seat.id);
  if (others.some(({ id }) => id === departmentId)) return `这是其他部门的办理，${seat.name}不能撤销，请由办理的部门撤销`;
  const rows = writtenRows(db, actId);
  if (rows.some((row) => sentTables.includes(row.table) || gaveNumber(row))) {
    return `这次办理已经编发文号，文号不能收回，${howToCorrect(command)}`;
  }
  return undefined;
}

/** What an undo would take back now, and why it would be refused; null when there is nothing. */
export function nextUndo(context: Context): OutputOf<'nextUndo'> {
  const { db } = context;
  const act = lastAct(db);
  if (act === undefined) return null;
  const { command, studio, onDate } = act;
  return { command, title: titleOf(command) ?? command, studio, onDate, obstacle: obstacle(db, act, context) ?? null };
}

/** What acts that are not commands are called. */
const otherTitles: Readonly<Record<string, string>> = { document: '出具文书', export: '导出表格', import: '导入', init: '首次启动' };

/** The last acts that stand, as many as can be taken back, the last first: what an undo after an undo would come to. */
export function lastActs({ db, today }: Context): OutputOf<'lastActs'> {
  const names = new Map(departmentsOn(db, today).map(({ id, name }) => [id, name]));
  return standingActs(db)
    .slice(0, keptActs)
    .map(({ sequence, command, studio, onDate, departmentId, details }) => ({
      sequence,
      title: titleOf(command) ?? otherTitles[command] ?? command,
      studio,
      onDate,
      department: names.get(departmentId ?? '') ?? '',
      message: typeof details['message'] === 'string' ? details['message'] : null,
    }));
}

/**
 * Takes back the last act, as if it had never been done: its rows go back to what they were, and the log keeps both the act and its undo.
 * Again and again for the last twenty. Refused for what gave a number or sent a file (a new act corrects it), for another department's
 * act, and while something depends on it.
 */
export function undoLast(context: Context): OutputOf<'undoLast'> {
  const { db, seat, today, at } = context;
  return inTransaction(db, (tx) => {
    const act = lastAct(tx);
    if (act === undefined) throw new Refusal('无法撤销：最近没有可以撤销的办理。请以新的办理更正。', place);
    const { command, studio, actId, sequence } = act;
    const title = titleOf(command) ?? command;
    const what = studio === null ? `「${title}」` : `「${studio}」的「${title}」`;
    const against = obstacle(tx, act, context);
    if (against !== undefined || actId === null) throw new Refusal(`无法撤销${what}：${against ?? ''}。`, place);
    const { reverted, blockers } = undoChanges(tx, 'act', actId);
    if (blockers.length > 0) {
      const studios = blockingStudios(tx, blockers);
      const named = studios.length === 0 ? `有 ${blockers.length} 条记录` : `「${studios.join('」「')}」有记录`;
      throw new Refusal(`无法撤销${what}：${named}只增不改，或之后又有变动。${howToCorrect(command)}。`, place);
    }
    markActUndone(tx, actId, today);
    appendAudit(tx, {
      at,
      onDate: today,
      departmentId: seat.id,
      command: undoCommand,
      studioId: act.studioId,
      details: { command, sequence, reverted },
    });
    return { command, studio, message: `已撤销${what}，恢复 ${reverted} 条记录。` };
  });
}
