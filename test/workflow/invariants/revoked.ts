import { none } from './invariant.ts';

/** 第十九条, 第二十条: after its title was revoked a studio gets nothing under it: day by day … */
export const nothingDatedAfterRevocation = none(
  'dated after the title was revoked',
  `WITH lost AS (
     SELECT studio_id, level, max(ended_on) AS day FROM designations AS title WHERE end_kind = 'revoked'
       AND NOT EXISTS (SELECT 1 FROM designations WHERE studio_id = title.studio_id AND level = title.level AND ended_on IS NULL)
     GROUP BY studio_id, level),
   given AS (
     SELECT 'letter' AS what, studio_id, level, signed_on AS day FROM commitment_letters
     UNION ALL SELECT 'assessment', a.studio_id, l.level, a.assessed_on FROM assessments a JOIN commitment_letters l ON l.id = a.letter_id
     UNION ALL SELECT 'recommendation', studio_id, 'in-system', recommended_on FROM round_entries
     -- A bureau's file may tell of an ending when the plaque has been given: had it come before, it would have ended the entry.
     UNION ALL SELECT 'plaque', studio_id, 'in-system', awarded_on FROM round_entries AS entry WHERE NOT (ended_on IS NULL AND EXISTS (
       SELECT 1 FROM told_endings JOIN designations AS title ON title.id = designation_id WHERE title.studio_id = entry.studio_id))
     UNION ALL SELECT 'grant', e.studio_id, 'district', g.decided_on FROM grants g JOIN round_entries e ON e.id = g.entry_id
     UNION ALL SELECT 'payment', e.studio_id, 'district', p.paid_on FROM grant_payments p JOIN grants g ON g.id = p.grant_id
       JOIN round_entries e ON e.id = g.entry_id)
   SELECT given.what, given.studio_id, given.day, lost.day AS revoked FROM given JOIN lost USING (studio_id, level) WHERE given.day > lost.day`,
);

/** … and whatever day is written on it, nothing is given to a studio that holds no title of the level. */
export const lastActGivesNothingToTheRevoked = none(
  'given to a studio that has no title any more',
  `SELECT audit.command, audit.studio_id, audit.on_date FROM audit JOIN departments ON departments.id = audit.department_id
   WHERE audit.sequence = (SELECT entries FROM audit_head)
     AND audit.command IN ('sign-commitment-letter', 'renew-letter', 'record-process-assessment', 'record-periodic-assessment', 'recommend',
       'award-plaque', 'decide-grant', 'pay-grant', 'reward')
     AND NOT EXISTS (SELECT 1 FROM designations WHERE studio_id = audit.studio_id AND ended_on IS NULL AND level =
       CASE WHEN audit.command IN ('decide-grant', 'pay-grant') OR (departments.kind <> 'sector-bureau' AND audit.command <> 'award-plaque')
         THEN 'district' ELSE 'in-system' END)`,
);
