import type { ReadableDatabase } from '../../../db/database.ts';
import { prepared } from '../../../db/prepared.ts';
import { expenseCategories } from '../../../policy/parameters/expense-categories.ts';

/** What a register says that answers may name, for one studio or none. */
export interface KnownWords {
  /** Texts that fit a field of this name. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** Numbers that fit a field of this name; amounts in yuan. */
  readonly numbers: Readonly<Record<string, readonly number[]>>;
  /** Days on or beside which something turns over. */
  readonly days: readonly string[];
  /** Tasks of the latest letter, with what a year asks for. */
  readonly tasks: readonly { readonly code: string; readonly target: number }[];
  /** Tasks of the latest rectification notice. */
  readonly problems: readonly { readonly code: string }[];
  /** Criteria of the latest round, with their full marks. */
  readonly criteria: readonly { readonly code: string; readonly points: number }[];
}

/** Yuan at and beside the ends of both ranges of grants, and some ordinary amounts. 第十二条第六项. */
const amounts = [29_999.99, 30_000, 50_000, 60_000, 60_000.01, 80_000, 80_000.01, 1200, 350.5, 20_000];

/** What the money of a studio is spent on, by the first text. 第十八条. */
const purposes = (expenseCategories.values['2014-10-10']?.value ?? []).map(({ label }) => label);

/** Looks up what answers may name. */
export function knownWords(db: ReadableDatabase, studioId: string | null, year: number): KnownWords {
  const strings = (sql: string, ...parameters: readonly string[]) =>
    prepared<string[], { word: string | null }>(db, sql)
      .all(...parameters)
      .flatMap(({ word }) => word ?? []);
  const id = studioId ?? '';
  const tasks = prepared<[string], { code: string; target: number }>(
    db,
    `SELECT code, yearly_target AS target FROM commitment_tasks WHERE letter_id =
       (SELECT id FROM commitment_letters WHERE studio_id = ? ORDER BY cycle_from DESC, id DESC LIMIT 1) ORDER BY sequence`,
  ).all(id);
  const problems = prepared<[string], { code: string }>(
    db,
    `SELECT code FROM rectification_problems JOIN commitment_tasks ON commitment_tasks.id = task_id WHERE rectification_id =
       (SELECT id FROM rectifications WHERE studio_id = ? ORDER BY issued_on DESC, id DESC LIMIT 1) ORDER BY code`,
  ).all(id);
  const criteria = prepared<[], { code: string; points: number }>(
    db,
    'SELECT code, points FROM round_criteria WHERE round_id = (SELECT id FROM rounds ORDER BY year DESC LIMIT 1) ORDER BY sequence',
  ).all();
  const listed = strings(`SELECT s.name AS word FROM round_entries e JOIN studios s ON s.id = e.studio_id
    WHERE e.inspection_passed = 1 AND e.ended_on IS NULL AND e.awarded_on IS NULL ORDER BY s.name`);
  const lead = strings(
    "SELECT p.name AS word FROM team_roles r JOIN people p ON p.id = r.person_id WHERE r.studio_id = ? AND r.role = 'lead' AND r.to_date IS NULL",
    id,
  );
  const members = strings(
    "SELECT p.name AS word FROM team_roles r JOIN people p ON p.id = r.person_id WHERE r.studio_id = ? AND r.role = 'member' AND r.to_date IS NULL",
    id,
  );
  const experts = strings(
    'SELECT name AS word FROM round_experts WHERE round_id = (SELECT id FROM rounds ORDER BY year DESC LIMIT 1) ORDER BY id',
  );
  return {
    texts: {
      name: ['钟离恒', '沈青', '孟岩'],
      expert: experts,
      task: tasks.map(({ code }) => code),
      signedBy: lead,
      chosen: [...listed, listed.slice(0, 2).join('、')].filter((text) => text !== ''),
      rejected: listed,
      id: strings('SELECT id AS word FROM added_measures ORDER BY id'),
      number: Array.from({ length: 30 }, (_, index) => `特〔${year}〕${index + 1}号`),
      people: lead,
      ground: ['case-1'],
      voucher: Array.from({ length: 40 }, (_, index) => `凭-${index}`),
      member: members,
      category: purposes,
      leaving: members,
      department: strings('SELECT name AS word FROM department_names WHERE valid_to IS NULL ORDER BY name'),
    },
    numbers: {
      rank: [1, 2, 3],
      year: [year, year, year - 1],
      amount: amounts,
      funds: [100_000, 20_000],
      area: [120, 60],
      copies: [4, 4, 3, 2],
      activity: strings('SELECT max(sequence) AS word FROM activities WHERE studio_id = ?', id).map(Number),
      entry: strings('SELECT max(sequence) AS word FROM fund_entries WHERE studio_id = ?', id).map(Number),
      case: strings('SELECT max(sequence) AS word FROM cases WHERE studio_id = ?', id).map(Number),
      objection: [1, 2],
    },
    days: strings(`
      SELECT last_day AS word FROM public_notices UNION SELECT date(last_day, '+1 day') FROM public_notices
      UNION SELECT deadline FROM rectifications UNION SELECT date(deadline, '+1 day') FROM rectifications
      UNION SELECT cycle_to FROM commitment_letters UNION SELECT date(cycle_to, '+1 day') FROM commitment_letters
      UNION SELECT date(cycle_from, '+1 year') FROM commitment_letters UNION SELECT date(cycle_from, '+1 year', '-1 day') FROM commitment_letters
      UNION SELECT ended_on FROM designations WHERE ended_on IS NOT NULL
      ORDER BY 1`),
    tasks,
    problems,
    criteria,
  };
}
