import { createHash } from 'node:crypto';
import type { PlainDate } from '../policy/plain-date.ts';
import { canonicalJson, type JsonValue } from './canonical-json.ts';
import type { ReadableDatabase, Transaction } from './database.ts';
import { prepared } from './prepared.ts';

/** One act as the log keeps it. */
export interface AuditEntry {
  /** Instant of writing, ISO 8601 in UTC. */
  readonly at: string;
  /** The business day the act was done for. */
  readonly onDate: PlainDate;
  readonly departmentId: string | null;
  /** Id of the command: `issue-rectification-notice`. */
  readonly command: string;
  readonly studioId: string | null;
  /** Input and outcome of the act. */
  readonly details: JsonValue;
}

/** What `verifyAudit` found: how many rows there are, and the sequence of the first row that is wrong or gone. */
export interface AuditVerification {
  readonly entries: number;
  readonly firstBroken: number | null;
}

interface AuditRow {
  readonly sequence: number;
  readonly at: string;
  readonly on_date: string;
  readonly department_id: string | null;
  readonly command: string;
  readonly studio_id: string | null;
  readonly details: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** What the first row is chained to. */
const auditBeginning = '0'.repeat(64);

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const content = [row.previous_hash, row.sequence, row.at, row.on_date, row.department_id, row.command, row.studio_id, row.details];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/**
 * Adds an act to the log, in the transaction of the act itself. Each row holds the hash of the row before it, and
 * `audit_head` holds the count and the last hash, so that neither a changed row nor a cut-off end stays hidden. Returns the sequence of
 * the new row.
 */
export function appendAudit(tx: Transaction, entry: AuditEntry): number {
  const head = prepared<[], { entries: number; hash: string }>(tx, 'SELECT entries, hash FROM audit_head').get();
  if (head === undefined) throw new Error('audit_head has no row');
  const row = {
    sequence: head.entries + 1,
    at: entry.at,
    on_date: entry.onDate,
    department_id: entry.departmentId,
    command: entry.command,
    studio_id: entry.studioId,
    details: canonicalJson(entry.details),
    previous_hash: head.hash,
  };
  // A trigger moves audit_head on, and refuses a row that does not continue the chain.
  prepared(
    tx,
    `INSERT INTO audit (sequence, at, on_date, department_id, command, studio_id, details, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(row.sequence, row.at, row.on_date, row.department_id, row.command, row.studio_id, row.details, row.previous_hash, hashOf(row));
  return row.sequence;
}

/** Reads the whole log and follows its chain. A row that was changed, inserted, removed or cut off is found. */
export function verifyAudit(db: ReadableDatabase): AuditVerification {
  const head = prepared<[], { entries: number; hash: string }>(db, 'SELECT entries, hash FROM audit_head').get();
  let entries = 0;
  let firstBroken: number | null = null;
  let previous = auditBeginning;
  for (const row of prepared<[], AuditRow>(db, 'SELECT * FROM audit ORDER BY sequence').iterate()) {
    entries += 1;
    const whole = row.sequence === entries && row.previous_hash === previous && row.hash === hashOf(row);
    if (!whole && firstBroken === null) firstBroken = entries;
    previous = row.hash;
  }
  return { entries, firstBroken: firstBroken ?? brokenEnd(entries, previous, head) };
}

/** Where the end of a chain that is whole in itself departs from the head: rows cut off, added, or the last one written anew. */
function brokenEnd(entries: number, hash: string, head: { entries: number; hash: string } | undefined): number | null {
  if (head === undefined) return 1;
  if (head.entries !== entries) return Math.min(entries, head.entries) + 1;
  return head.hash === hash ? null : Math.max(entries, 1);
}
