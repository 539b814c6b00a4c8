import type { ReadableDatabase } from '../../../db/database.ts';
import { prepared } from '../../../db/prepared.ts';
import { type Department, departmentsOn } from '../../../db/queries/departments.ts';
import { readStudios, type StudioRecord } from '../../../db/queries/studios.ts';
import type { PlainDate } from '../../../policy/plain-date.ts';
import type { AnyCommand } from '../../../workflow/command.ts';
import { hasPower } from '../../../workflow/powers.ts';
import type { Dice } from './dice.ts';

/** Who acts, and on which studio. */
export interface Choice {
  readonly seat: Department;
  readonly studio: StudioRecord | null;
}

/** What whoever chooses sees. */
export interface Sight {
  readonly studios: readonly StudioRecord[];
  /** The departments there are today, under the names they bear today. */
  readonly departments: readonly Department[];
  /** A studio that a command is offered for, with a seat it is offered to; `undefined` when there is none. */
  readonly offered: (command: AnyCommand, dice: Dice) => Choice | undefined;
}

/** To whom commands are offered for studios, by both names. Asking is slow: an answer is kept until its studio has changed. */
type Offers = Map<string, readonly Department[]>;

/** Looks at a register, and keeps what was seen. */
export interface Looking {
  /** `version` says whether the register is still as it was seen. */
  readonly look: (today: PlainDate, version: number | undefined) => Sight;
  /** Asks again what is offered for a studio, or for all. */
  readonly forget: (studioId: string | undefined) => void;
}

/** Looks at a register through a connection of its own. */
export function lookingAt(db: ReadableDatabase): Looking {
  const offers: Offers = new Map();
  let seen: { readonly version: number | undefined; readonly today: PlainDate; readonly sight: Sight } | undefined;
  return {
    look(today, version) {
      if (seen === undefined || seen.version !== version || seen.today !== today) {
        seen = { version, today, sight: sightOn(db, today, offers) };
      }
      return seen.sight;
    },
    forget(studioId) {
      for (const key of offers.keys()) if (studioId === undefined || key.endsWith(studioId)) offers.delete(key);
    },
  };
}

function sightOn(db: ReadableDatabase, today: PlainDate, offers: Offers): Sight {
  const studios = readStudios(db);
  const departments = departmentsOn(db, today);

  /** Who is offered a command for a studio. */
  function offeredTo(command: AnyCommand, studio: StudioRecord): readonly Department[] {
    if (command.scope === 'desk') return [];
    const key = `${command.name} ${studio.id}`;
    const known = offers.get(key);
    if (known !== undefined) return known;
    const able = departments.filter(
      (department) => hasPower(command, studio, department) && command.offered(studio, db, department, today),
    );
    offers.set(key, able);
    return able;
  }

  return {
    studios,
    departments,
    offered(command, dice) {
      if (command.scope === 'desk') {
        const ready = readyFor[command.name];
        if (ready !== undefined && prepared<[string]>(db, ready).get(today) === undefined) return undefined;
        const able = departments.filter((department) => hasPower(command, null, department));
        return able.length === 0 ? undefined : { seat: dice.oneOf(able), studio: null };
      }
      const ready = readyStudio[command.name];
      // A few studios come first more often, so that lives grow long.
      const turned = dice.below(dice.percent(40) ? Math.min(8, studios.length) : studios.length);
      const inTurn = [...studios.slice(turned), ...studios.slice(0, turned)];
      const fit = ready === undefined ? inTurn : inTurn.filter(({ id }) => prepared<[string]>(db, ready).get(id) !== undefined);
      for (const studio of fit) {
        const able = offeredTo(command, studio);
        if (able.length > 0) return { seat: dice.oneOf(able), studio };
      }
      return undefined;
    },
  };
}

const notYetThisYear = (act: string) =>
  `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM yearly_acts WHERE act = '${act}' AND year = CAST(substr(?, 1, 4) AS INTEGER))`;

/** What must be there for an act on no single studio; without it the act is left to those who try anything. */
const readyFor: Readonly<Record<string, string>> = {
  'open-round': 'SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM rounds WHERE year = CAST(substr(?, 1, 4) AS INTEGER))',
  'set-round-criteria':
    'SELECT 1 FROM rounds WHERE year = CAST(substr(?, 1, 4) AS INTEGER) AND NOT EXISTS (SELECT 1 FROM round_criteria WHERE round_id = rounds.id)',
  'withdraw-measures': 'SELECT 1 FROM added_measures WHERE effective_from > ?',
  'make-yearly-plan': notYetThisYear('make-yearly-plan'),
  'supervise-mid-year': notYetThisYear('supervise-mid-year'),
  'review-year-end': notYetThisYear('review-year-end'),
  'register-expert': 'SELECT 1 FROM rounds WHERE year = CAST(substr(?, 1, 4) AS INTEGER)',
  'settle-tie': 'SELECT 1 FROM expert_scores WHERE scored_on <= ?',
  'approve-shortlist': 'SELECT 1 FROM round_entries WHERE shortlisted_on <= ? AND approval_on IS NULL AND ended_on IS NULL',
  'post-public-notice':
    "SELECT 1 FROM round_entries WHERE approval_on <= ? AND approval = 'approve' AND notice_id IS NULL AND ended_on IS NULL",
};

const signedLetter = 'SELECT 1 FROM commitment_letters WHERE studio_id = ? AND signed_on IS NOT NULL';
const inNotice = 'SELECT 1 FROM round_entries WHERE studio_id = ? AND notice_id IS NOT NULL AND awarded_on IS NULL AND ended_on IS NULL';

/** What a studio must have besides being offered an act, so that it is not tried in vain too often. */
const readyStudio: Readonly<Record<string, string>> = {
  'award-plaque': inNotice,
  'register-objection': inNotice,
  'record-activity': signedLetter,
  'record-process-assessment': signedLetter,
  'record-periodic-assessment': "SELECT 1 FROM assessments WHERE studio_id = ? AND kind = 'process'",
  'issue-rectification-notice': "SELECT 1 FROM assessments WHERE studio_id = ? AND grade = 'unqualified'",
  'verify-case': 'SELECT 1 FROM cases WHERE studio_id = ? AND NOT EXISTS (SELECT 1 FROM case_verifications WHERE case_id = cases.id)',
  'propose-revocation': "SELECT 1 FROM designations WHERE studio_id = ? AND level = 'district' AND ended_on IS NULL",
  'reclaim-grant': 'SELECT 1 FROM revocations WHERE studio_id = ? AND reclaim_amount > 0',
  'issue-circular': 'SELECT 1 FROM revocations WHERE studio_id = ?',
  'apply-to-round': `SELECT 1 FROM designations WHERE studio_id = ?
    AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.studio_id = designations.studio_id)`,
};
