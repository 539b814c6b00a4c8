import { createHash } from 'node:crypto';
import { prepared } from '../../../db/prepared.ts';
import { type Invariant, none } from './invariant.ts';

/** The acts that stand: all but those an undo took back. */
const standing = `standing AS (SELECT sequence, command, studio_id FROM audit WHERE sequence NOT IN
  (SELECT json_extract(details, '$.sequence') FROM audit WHERE command = 'undo-last'))`;

/** Every step of an application, title, letter, assessment and ending has its act in the log. */
export const everyStatusHasItsAct = none(
  'a status without its act',
  // What came by file was done elsewhere.
  `WITH ${standing}, by_file AS (SELECT after ->> 'id' AS id FROM import_changes WHERE after IS NOT NULL), reached AS (
     SELECT a.studio_id, step.status AS status, CASE step.status WHEN 'submitted' THEN 'import' WHEN 'received' THEN 'receive'
       WHEN 'returned' THEN 'return' WHEN 'accepted' THEN 'accept' WHEN 'inspected' THEN 'inspect' WHEN 'approved' THEN 'decide'
       WHEN 'rejected' THEN 'decide' WHEN 'filed' THEN 'file' ELSE 'name' END AS command
     FROM application_steps step JOIN applications a ON a.id = step.application_id
       WHERE step.status = 'submitted' OR step.id NOT IN by_file
     UNION ALL SELECT studio_id, 'title', CASE level WHEN 'district' THEN 'award-plaque' ELSE 'name' END FROM designations
       WHERE id NOT IN by_file
     UNION ALL SELECT studio_id, end_kind, CASE end_kind WHEN 'revoked' THEN 'revoke' ELSE 'end-without-fault' END FROM designations
       WHERE end_kind IS NOT NULL AND id NOT IN (SELECT designation_id FROM told_endings)
     UNION ALL SELECT studio_id, kind, 'record-' || kind || '-assessment' FROM assessments
       WHERE id NOT IN by_file
     UNION ALL SELECT studio_id, 'rectification', 'issue-rectification-notice' FROM rectifications
     UNION ALL SELECT studio_id, 'recommended', 'recommend' FROM round_entries WHERE recommended_on IS NOT NULL AND id NOT IN by_file
     UNION ALL SELECT studio_id, 'shortlisted', 'shortlist' FROM round_entries WHERE shortlisted_on IS NOT NULL AND id NOT IN by_file
     UNION ALL SELECT e.studio_id, 'granted', 'decide-grant' FROM grants g JOIN round_entries e ON e.id = g.entry_id
       WHERE g.id NOT IN by_file),
   counted AS (SELECT studio_id, status, command, count(*) AS times FROM reached GROUP BY studio_id, status, command)
   SELECT counted.* FROM counted WHERE CASE
     WHEN command = 'import' THEN NOT EXISTS (SELECT 1 FROM standing WHERE command = 'import')
     WHEN command = 'receive' THEN times > (SELECT count(*) FROM standing
       WHERE standing.studio_id = counted.studio_id AND standing.command IN ('receive', 'accept'))
     -- A returned filing puts the studio back to where it was named.
     WHEN status = 'named' THEN times > (SELECT count(*) FROM standing
       WHERE standing.studio_id = counted.studio_id AND standing.command IN ('name', 'return-filing'))
     -- Both titles of a studio may fall by one act.
     WHEN command = 'revoke' THEN NOT EXISTS (SELECT 1 FROM standing WHERE standing.studio_id = counted.studio_id AND command = 'revoke')
     ELSE times > (SELECT count(*) FROM standing WHERE standing.studio_id = counted.studio_id AND standing.command = counted.command) END`,
);

/** The last step of an application says its status. */
export const statusIsTheLastStep = none(
  'the last step does not say the status',
  `SELECT a.id, a.status, step.status AS last FROM applications a JOIN application_steps step ON step.application_id = a.id
   WHERE step.sequence = (SELECT max(sequence) FROM application_steps WHERE application_id = a.id) AND step.status <> a.status`,
);

/**
 * A number names one document. One document may name several studios, grant to several or revoke several, all on one day.
 */
export const numbersNameOneDocument = none(
  'a document number twice',
  `WITH documents AS (
     SELECT document_number AS number, level || ' naming ' || department_id || named_on AS document
       FROM designations WHERE document_number IS NOT NULL
     UNION SELECT number, id FROM commitment_letters
     UNION SELECT number, id FROM rectifications
     UNION SELECT document_number, id FROM rounds WHERE document_number IS NOT NULL
     UNION SELECT number, id FROM public_notices
     UNION SELECT document_number, 'grants ' || decided_on FROM grants
     UNION SELECT number, 'revocations ' || department_id || decided_on FROM revocations
     UNION SELECT number, id FROM criticism_circulars
     UNION SELECT number, id FROM title_endings
     UNION SELECT number, id FROM filings WHERE number IS NOT NULL)
   SELECT number, count(*) AS documents FROM documents GROUP BY number HAVING count(*) > 1`,
);

export const referencesHold = none('a reference to nothing', 'PRAGMA foreign_key_check');

/** Each row of the log continues the one before, and the head is the last: worked out here again. */
export const logIsUnbroken: Invariant = {
  name: 'the log is broken',
  broken(db) {
    type Row = Readonly<
      Record<'at' | 'on_date' | 'department_id' | 'command' | 'studio_id' | 'details' | 'previous_hash' | 'hash', string | null>
    >;
    const rows = prepared<[], Row & { sequence: number }>(db, 'SELECT * FROM audit ORDER BY sequence').all();
    let previous = '0'.repeat(64);
    for (const [index, row] of rows.entries()) {
      const content = [previous, index + 1, row.at, row.on_date, row.department_id, row.command, row.studio_id, row.details];
      const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
      if (row.sequence !== index + 1 || row.previous_hash !== previous || row.hash !== hash) return [`at ${index + 1}`];
      previous = hash;
    }
    const head = prepared<[], { entries: number; hash: string }>(db, 'SELECT entries, hash FROM audit_head').get();
    return head?.entries === rows.length && head.hash === previous ? [] : ['it does not end where its head says'];
  },
};
