import type { ReadableDatabase } from '../../db/database.ts';
import { prepared } from '../../db/prepared.ts';
import type { District } from './seats.ts';

const lead = `JOIN team_roles r ON r.studio_id = s.id AND r.role = 'lead' AND r.to_date IS NULL JOIN people p ON p.id = r.person_id`;

/** Facts that more than one desk has, each under what it is about: the studio goes by its lead's ID number. What becomes of titles within a sector is not told to the office, and grades of a title that has ended are told no more. */
const shared = {
  'in-system title': `SELECT p.id_number AS about, s.name || ' ' || d.named_on || ' ' || coalesce(d.document_number, '') || ' ' || coalesce(d.filing_number, '') AS fact
    FROM designations d JOIN studios s ON s.id = d.studio_id ${lead} WHERE d.level = 'in-system' AND d.ended_on IS NULL`,
  'end of a title': `SELECT p.id_number || ' ' || d.named_on AS about, d.ended_on || ' ' || d.end_kind || ' ' || d.end_reason AS fact
    FROM designations d JOIN studios s ON s.id = d.studio_id ${lead} WHERE d.level = 'in-system' AND d.filed_on IS NOT NULL AND d.ended_on IS NOT NULL`,
  'naming day': `SELECT p.id_number AS about, max(d.named_on) AS fact
    FROM designations d JOIN studios s ON s.id = d.studio_id ${lead}
    WHERE d.level = 'in-system' AND (d.ended_on IS NULL OR d.filed_on IS NOT NULL) GROUP BY p.id_number`,
  'district plaque': `SELECT p.id_number || ' ' || rounds.year AS about, e.awarded_on AS fact
    FROM round_entries e JOIN rounds ON rounds.id = e.round_id JOIN studios s ON s.id = e.studio_id ${lead} WHERE e.awarded_on IS NOT NULL`,
  grant: `SELECT p.id_number || ' ' || rounds.year AS about, g.amount || ' ' || g.decided_on AS fact
    FROM grants g JOIN round_entries e ON e.id = g.entry_id JOIN rounds ON rounds.id = e.round_id JOIN studios s ON s.id = e.studio_id ${lead}`,
  round: `SELECT year AS about, opened_on || ' ' || coalesce(document_number, '') || ' ' || measures_id AS fact FROM rounds`,
  'approved grade': `SELECT p.id_number || ' ' || l.number AS about, a.grade || ' ' || v.decision || ' ' || v.decided_on AS fact
    FROM assessments a JOIN assessment_approvals v ON v.assessment_id = a.id JOIN commitment_letters l ON l.id = a.letter_id
    JOIN studios s ON s.id = a.studio_id ${lead} WHERE a.kind = 'periodic' AND v.decision = 'approved'
      AND EXISTS (SELECT 1 FROM designations d WHERE d.studio_id = s.id AND d.level = l.level AND d.ended_on IS NULL)`,
} as const;

function factsOf(db: ReadableDatabase, sql: string): ReadonlyMap<string, string> {
  return new Map(
    prepared<[], { about: string | number; fact: string }>(db, sql)
      .all()
      .map(({ about, fact }) => [String(about), fact]),
  );
}

/** What is told of titles within a sector does not reach the office. */
const notForTheOffice: readonly string[] = ['in-system title', 'end of a title'];

/** Something two desks say differently: whose studio it is about, and both sides. */
interface Disagreement {
  readonly leadIdNumber: string;
  readonly sides: string;
}

/**
 * What each of the other desks says differently from the HR bureau, with which all share, and what the HR bureau knows of studios and rounds
 * that nobody else does.
 */
export function disagreements({ seats, hr }: District): readonly Disagreement[] {
  return Object.entries(shared).flatMap(([what, sql]) => {
    const there = factsOf(hr.db, sql);
    const here = new Map(
      seats
        .filter((seat) => seat.kind === 'sector-bureau' || (seat !== hr && !notForTheOffice.includes(what)))
        .map((seat) => [seat, factsOf(seat.db, sql)]),
    );
    const different = [...here].flatMap(([seat, facts]) =>
      [...facts]
        .filter(([about, fact]) => there.get(about) !== fact)
        .map(([about, fact]) => ({ about, sides: `${seat.name} ${fact}, ${hr.name} ${there.get(about) ?? 'nothing'}` })),
    );
    const unheard = [...there]
      .filter(([about]) => ![...here.values()].some((facts) => facts.has(about)))
      .map(([about, fact]) => ({ about, sides: `${hr.name} ${fact}, nobody else` }));
    return [...different, ...unheard].map(({ about, sides }) => ({
      leadIdNumber: about.split(' ')[0] ?? '',
      sides: `${what} of ${about}: ${sides}`,
    }));
  });
}

/** What the desks call the studio somebody leads or led. */
export function namesOfStudio({ seats }: District, leadIdNumber: string): readonly string[] {
  return seats.flatMap(({ db }) =>
    prepared<[string], { name: string }>(
      db,
      'SELECT s.name FROM studios s JOIN team_roles r ON r.studio_id = s.id JOIN people p ON p.id = r.person_id WHERE p.id_number = ?',
    )
      .all(leadIdNumber)
      .map(({ name }) => name),
  );
}

/** How many facts the desks share, for the report. */
export function sharedFacts({ hr }: District): number {
  return Object.values(shared).reduce((sum, sql) => sum + factsOf(hr.db, sql).size, 0);
}
