import type { ReadableDatabase } from '../../db/database.ts';
import { prepared } from '../../db/prepared.ts';
import type { District } from './seats.ts';

const lead = `JOIN team_roles r ON r.studio_id = s.id AND r.role = 'lead' AND r.to_date IS NULL JOIN people p ON p.id = r.person_id`;

/** Facts that more than one desk has, each under what it is about: the studio goes by its lead's ID number. The office knows of titles within the sector no more than their day. */
const shared = {
  'in-system title': `SELECT p.id_number AS about, s.name || ' ' || d.named_on || ' ' || coalesce(d.document_number, '') || ' ' || coalesce(d.filing_number, '') AS fact
    FROM designations d JOIN studios s ON s.id = d.studio_id ${lead} WHERE d.level = 'in-system' AND d.ended_on IS NULL`,
  'naming day': `SELECT p.id_number AS about, d.named_on AS fact
    FROM designations d JOIN studios s ON s.id = d.studio_id ${lead} WHERE d.level = 'in-system' AND d.ended_on IS NULL`,
  'district plaque': `SELECT p.id_number || ' ' || rounds.year AS about, e.awarded_on || ' ' || coalesce(e.grade, '') AS fact
    FROM (SELECT *, NULL AS grade FROM round_entries) e JOIN rounds ON rounds.id = e.round_id JOIN studios s ON s.id = e.studio_id ${lead} WHERE e.awarded_on IS NOT NULL`,
  grant: `SELECT p.id_number || ' ' || rounds.year AS about, g.amount || ' ' || g.decided_on AS fact
    FROM grants g JOIN round_entries e ON e.id = g.entry_id JOIN rounds ON rounds.id = e.round_id JOIN studios s ON s.id = e.studio_id ${lead}`,
  round: `SELECT year AS about, opened_on || ' ' || coalesce(document_number, '') || ' ' || measures_id AS fact FROM rounds`,
  'approved grade': `SELECT p.id_number || ' ' || l.number AS about, a.grade || ' ' || v.decision || ' ' || v.decided_on AS fact
    FROM assessments a JOIN assessment_approvals v ON v.assessment_id = a.id JOIN commitment_letters l ON l.id = a.letter_id
    JOIN studios s ON s.id = a.studio_id ${lead} WHERE a.kind = 'periodic' AND v.decision = 'approved'`,
} as const;

function factsOf(db: ReadableDatabase, sql: string): ReadonlyMap<string, string> {
  return new Map(
    prepared<[], { about: string | number; fact: string }>(db, sql)
      .all()
      .map(({ about, fact }) => [String(about), fact]),
  );
}

/** What each of the other desks says differently from the HR bureau, with which all share; each told with both sides. */
export function disagreements({ seats, hr }: District): readonly string[] {
  return Object.entries(shared).flatMap(([what, sql]) => {
    const there = factsOf(hr.db, sql);
    return seats
      .filter((seat) => seat !== hr && (seat.kind === 'sector-bureau' || what !== 'in-system title'))
      .flatMap((seat) =>
        [...factsOf(seat.db, sql)]
          .filter(([about, fact]) => there.get(about) !== fact)
          .map(([about, fact]) => `${what} of ${about}: ${seat.name} ${fact}, ${hr.name} ${there.get(about) ?? 'nothing'}`),
      );
  });
}

/** How many facts the desks share, for the report. */
export function sharedFacts({ hr }: District): number {
  return Object.values(shared).reduce((sum, sql) => sum + factsOf(hr.db, sql).size, 0);
}
