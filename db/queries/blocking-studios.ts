import type { ReadableDatabase } from '../database.ts';
import { prepared } from '../prepared.ts';
import type { UndoBlocker } from '../undo-changes.ts';

const ownStudio = (table: string) => `SELECT studios.name FROM ${table} AS row JOIN studios ON studios.id = row.studio_id WHERE row.id = ?`;
const applicationsStudio = (table: string) =>
  `SELECT studios.name FROM ${table} AS row JOIN applications ON applications.id = row.application_id
   JOIN studios ON studios.id = applications.studio_id WHERE row.id = ?`;
const entrysStudio = (table: string) =>
  `SELECT studios.name FROM ${table} AS row JOIN round_entries ON round_entries.id = row.entry_id
   JOIN studios ON studios.id = round_entries.studio_id WHERE row.id = ?`;
const assessmentsStudio = (table: string) =>
  `SELECT studios.name FROM ${table} AS row JOIN assessments ON assessments.id = row.assessment_id
   JOIN studios ON studios.id = assessments.studio_id WHERE row.id = ?`;
const personsStudio = 'JOIN team_roles ON team_roles.person_id = people.id JOIN studios ON studios.id = team_roles.studio_id';

/** How to find the studio a row belongs to, by table. */
const studioOf: Readonly<Record<string, string>> = {
  studios: 'SELECT name FROM studios WHERE id = ?',
  people: `SELECT studios.name FROM people ${personsStudio} WHERE people.id = ?`,
  qualifications: `SELECT studios.name FROM qualifications JOIN people ON people.id = qualifications.person_id ${personsStudio} WHERE qualifications.id = ?`,
  host_units: 'SELECT studios.name FROM studios WHERE studios.host_unit_id = ?',
  team_roles: ownStudio('team_roles'),
  applications: ownStudio('applications'),
  designations: ownStudio('designations'),
  commitment_letters: ownStudio('commitment_letters'),
  assessments: ownStudio('assessments'),
  assessment_items: assessmentsStudio('assessment_items'),
  assessment_approvals: assessmentsStudio('assessment_approvals'),
  rewards: ownStudio('rewards'),
  rectifications: ownStudio('rectifications'),
  cases: ownStudio('cases'),
  revocation_proposals: ownStudio('revocation_proposals'),
  revocations: ownStudio('revocations'),
  title_endings: ownStudio('title_endings'),
  told_endings: 'SELECT studios.name FROM designations AS row JOIN studios ON studios.id = row.studio_id WHERE row.id = ?',
  filings: `SELECT studios.name FROM filings AS row JOIN designations ON designations.id = row.designation_id
   JOIN studios ON studios.id = designations.studio_id WHERE row.id = ?`,
  issued_documents: ownStudio('issued_documents'),
  document_scans: `SELECT studios.name FROM document_scans AS row JOIN issued_documents ON issued_documents.id = row.document_id
   JOIN studios ON studios.id = issued_documents.studio_id WHERE row.id = ?`,
  attachments: ownStudio('attachments'),
  activities: ownStudio('activities'),
  fund_accounts: ownStudio('fund_accounts'),
  fund_entries: ownStudio('fund_entries'),
  round_entries: ownStudio('round_entries'),
  objections: entrysStudio('objections'),
  round_conflicts: entrysStudio('round_conflicts'),
  expert_scores: entrysStudio('expert_scores'),
  grants: entrysStudio('grants'),
  application_steps: applicationsStudio('application_steps'),
  special_approvals: applicationsStudio('special_approvals'),
  confirmations: 'SELECT name FROM studios WHERE id = ?',
};

/** Names of the studios to which rows in the way of an undo belong, each once, in the order found. */
export function blockingStudios(db: ReadableDatabase, blockers: readonly UndoBlocker[]): readonly string[] {
  const names = new Set<string>();
  for (const { table, key } of blockers) {
    const sql = studioOf[table];
    const id = key['id'] ?? key['studio_id'] ?? key['designation_id'];
    if (sql === undefined || id === undefined) continue;
    for (const { name } of prepared<[unknown], { name: string }>(db, sql).all(id)) names.add(name);
  }
  return [...names];
}
