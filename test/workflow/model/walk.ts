import type { ReadableDatabase } from '../../../db/database.ts';
import { openRegisterForReading } from '../../../db/open-register.ts';
import { prepared } from '../../../db/prepared.ts';
import { type Department, departmentsOn } from '../../../db/queries/departments.ts';
import { readStudios, type StudioRecord } from '../../../db/queries/studios.ts';
import { type PlainDate, partsOf, plainDate } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { AnyCommand } from '../../../workflow/command.ts';
import { commands } from '../../../workflow/commands.ts';
import { hasPower } from '../../../workflow/powers.ts';
import { openWorkflow } from '../../../workflow/service.ts';
import { answersFor, laterDay } from './answers-for.ts';
import { type Dice, diceFrom } from './dice.ts';
import { dumpBesidesLog } from './dump-register.ts';
import { knownWords } from './known-words.ts';
import { seats } from './start-register.ts';

/** How often each command was tried and done. */
export type Tally = Map<string, { tried: number; done: number }>;

/** A walk that goes on: the register, and what happened so far, in words. */
export interface Walk {
  /** A connection for looking only. */
  readonly db: ReadableDatabase;
  readonly tally: Tally;
  readonly story: readonly string[];
  /** One act, or the passing of time. Throws when a refused act has changed anything, or an undone one has left a trace. */
  readonly step: (die: number) => Promise<void>;
  /** The balance the program states for each studio, in fen. */
  readonly balances: () => Promise<ReadonlyMap<string, number>>;
  readonly close: () => void;
}

interface Choice {
  readonly command: AnyCommand;
  readonly seat: string;
  readonly studio: StudioRecord | null;
}

/** What whoever chooses sees. */
interface Sight {
  readonly db: ReadableDatabase;
  readonly today: PlainDate;
  readonly studios: readonly StudioRecord[];
  readonly departments: readonly Department[];
  /** Seats to which a command is offered for a studio, by both names, as far as asked since either changed: asking is slow. */
  readonly offers: Map<string, readonly string[]>;
}

/** Begins a walk in a data folder on a day. */
export function beginWalk(dataFolder: string, firstDay: string): Walk {
  let today = plainDate(firstDay);
  let seat: string = seats[0];
  const tally: Tally = new Map(commands.map(({ name }) => [name, { tried: 0, done: 0 }]));
  const story: string[] = [];
  const options = {
    dataFolder,
    today: () => today,
    now: () => `${today}T01:00:00.000Z`,
    sampleWorkbook: '',
    get seat() {
      return seat;
    },
  };
  let desk = openWorkflow(options);
  const reading = openRegisterForReading(dataFolder);
  const { db } = reading;
  /** How often each command was done or refused of late; what was refused before may be right tomorrow. */
  const weariness = new Map<string, number>();
  const offers: Sight['offers'] = new Map();
  let seen: { readonly at: number | undefined; readonly sight: Sight } | undefined;
  const version = () => prepared<[], { data_version: number }>(db, 'PRAGMA data_version').get()?.data_version;

  /** What there is to act on; read again only when something has changed. */
  function look(): Sight {
    const at = version();
    if (seen === undefined || seen.at !== at || seen.sight.today !== today) {
      const departments = departmentsOn(db, today).filter(({ name }) => seats.some((other) => other === name));
      seen = { at, sight: { db, today, studios: readStudios(db), departments, offers } };
    }
    return seen.sight;
  }

  /** Forgets what was offered for a studio, or for all. */
  function askAgain(studio: StudioRecord | null): void {
    for (const key of offers.keys()) if (studio === null || key.endsWith(studio.id)) offers.delete(key);
  }

  /** Does something; says whether it was done. What is refused must not have committed anything, not even what it then put back. */
  async function attempt(name: string, work: () => Promise<unknown>): Promise<boolean> {
    const before = version();
    try {
      await work();
      story.push(`${today} ${seat} ${name}`);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      story.push(`${today} ${seat} ${name} ✗ ${error.message}`);
      if (version() !== before) throw Object.assign(new Error(`a refused act changed the register: ${name}`), { cause: error });
      return false;
    }
  }

  async function act(dice: Dice): Promise<void> {
    const choice = chooseAct(look(), weariness, dice);
    ({ seat } = choice);
    const { command, studio } = choice;
    const known = knownWords(db, studio?.id ?? null, partsOf(today).year);
    const answers = answersFor(command, dice.percent(85) ? 'careful' : 'careless', dice, known, today);
    const takeBack = dice.percent(4);
    const before = takeBack ? dumpBesidesLog(db) : '';
    const counted = tally.get(command.name) ?? { tried: 0, done: 0 };
    counted.tried += 1;
    weariness.set(command.name, (weariness.get(command.name) ?? 0) + 1);
    const name = `${command.name} ${studio?.name ?? ''} ${JSON.stringify(answers)}`;
    const asked = { command: command.name, answers, ...(studio === null ? {} : { studioId: studio.id }) };
    if (!(await attempt(name, async () => desk.workflow.runCommand(asked)))) return;
    counted.done += 1;
    askAgain(studio);
    if (!takeBack || !(await attempt('undo-last', async () => desk.workflow.undoLast({})))) return;
    askAgain(studio);
    if (dumpBesidesLog(db) !== before) throw new Error(`an undone act left a trace: ${name}`);
  }

  return {
    db,
    tally,
    story,
    async step(die) {
      if (die === 0) return;
      const dice = diceFrom(die);
      const roll = dice.below(100);
      if (roll < 5) {
        today = laterDay(dice, today, knownWords(db, null, partsOf(today).year).days);
        story.push(today);
        askAgain(null);
        for (const [name, weary] of weariness) weariness.set(name, weary * 0.6);
      } else if (roll < 6) {
        desk.close();
        desk = openWorkflow(options);
        story.push('opened again');
      } else if (roll < 8) {
        if (dice.percent(30)) seat = dice.oneOf(seats);
        await attempt('undo-last', async () => desk.workflow.undoLast({}));
        askAgain(null);
      } else await act(dice);
    },
    async balances() {
      const found = new Map<string, number>();
      for (const { id } of readStudios(db)) {
        const { closing } = await desk.workflow.fundStatement({ studioId: id, from: plainDate('2015-01-01'), to: today });
        found.set(id, closing);
      }
      return found;
    },
    close() {
      reading.close();
      desk.close();
    },
  };
}

/** Acts that set a studio back, or may be done again and again, are chosen less readily; what a round needs many of, more. */
const readiness: Readonly<Record<string, number>> = {
  receive: 0.2,
  return: 0.1,
  confirm: 0.2,
  'return-filing': 0.2,
  'withdraw-from-round': 0.1,
  'declare-conflict': 0.2,
  'register-expert': 0.5,
  'record-expert-scores': 6,
  'change-fund-account': 0.3,
  'open-case': 0.2,
  'rename-studio': 0.1,
  'lead-retires': 0.05,
  'lead-dies': 0.05,
  'correct-record': 0.3,
  'change-departments': 0.3,
  revoke: 0.3,
  'end-without-fault': 0.2,
  'inspect-candidate': 2,
  'record-activity': 2,
};

/** What must be there for an act on no single studio; without it the act is left to the random ones. */
const readyFor: Readonly<Record<string, string>> = {
  'open-round': 'SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM rounds WHERE year = CAST(substr(?, 1, 4) AS INTEGER))',
  'set-round-criteria':
    'SELECT 1 FROM rounds WHERE year = CAST(substr(?, 1, 4) AS INTEGER) AND NOT EXISTS (SELECT 1 FROM round_criteria WHERE round_id = rounds.id)',
  'register-expert': 'SELECT 1 FROM rounds WHERE year = CAST(substr(?, 1, 4) AS INTEGER)',
  'settle-tie': 'SELECT 1 FROM expert_scores WHERE scored_on <= ?',
  'approve-shortlist': 'SELECT 1 FROM round_entries WHERE shortlisted_on <= ? AND approval_on IS NULL AND ended_on IS NULL',
  'post-public-notice':
    "SELECT 1 FROM round_entries WHERE approval_on <= ? AND approval = 'approve' AND notice_id IS NULL AND ended_on IS NULL",
};

const signedLetter = 'SELECT 1 FROM commitment_letters WHERE studio_id = ? AND signed_on IS NOT NULL';

/** What a studio must have besides being offered an act, so that it is not tried in vain too often. */
const readyStudio: Readonly<Record<string, string>> = {
  'record-activity': signedLetter,
  'record-process-assessment': signedLetter,
  'record-periodic-assessment': "SELECT 1 FROM assessments WHERE studio_id = ? AND kind = 'process'",
  'issue-rectification-notice': "SELECT 1 FROM assessments WHERE studio_id = ? AND grade = 'unqualified'",
  'verify-case': 'SELECT 1 FROM cases WHERE studio_id = ? AND NOT EXISTS (SELECT 1 FROM case_verifications WHERE case_id = cases.id)',
  'propose-revocation': "SELECT 1 FROM designations WHERE studio_id = ? AND level = 'district' AND ended_on IS NULL",
  'issue-circular': 'SELECT 1 FROM revocations WHERE studio_id = ?',
  'apply-to-round': `SELECT 1 FROM designations WHERE studio_id = ?
    AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.studio_id = designations.studio_id)`,
};

/** Mostly what some seat is offered, the less a command has been done of late the more readily; sometimes anything by anybody. */
function chooseAct(sight: Sight, weariness: ReadonlyMap<string, number>, dice: Dice): Choice {
  const { studios, departments } = sight;
  if (dice.percent(92)) {
    for (let tries = 0; tries < 15; tries += 1) {
      const command = dice.weighted(commands, ({ name }) => (readiness[name] ?? 1) / (1 + (weariness.get(name) ?? 0)));
      if (command === undefined) break;
      const choice = offeredChoice(sight, command, dice);
      if (choice !== undefined) return choice;
    }
  }
  const command = dice.oneOf(commands);
  const powerful = departments.filter(({ kind }) => command.powers.includes(kind));
  const seat = dice.oneOf(powerful.length > 0 && dice.percent(60) ? powerful : departments).name;
  return { command, seat, studio: command.scope === 'studio' ? dice.oneOf(studios) : null };
}

/** The first studio in some order that a command is offered for, with a seat it is offered to. The first few come first more often; only some are asked. */
function offeredChoice({ db, today, studios, departments, offers }: Sight, command: AnyCommand, dice: Dice): Choice | undefined {
  if (command.scope === 'desk') {
    const ready = readyFor[command.name];
    if (ready !== undefined && prepared<[string]>(db, ready).get(today) === undefined) return undefined;
    const able = departments.filter((department) => hasPower(command, null, department));
    return able.length === 0 ? undefined : { command, seat: dice.oneOf(able).name, studio: null };
  }
  let asked = 0;
  const turned = dice.below(dice.percent(60) ? Math.min(8, studios.length) : studios.length);
  for (const studio of [...studios.slice(turned), ...studios.slice(0, turned)]) {
    const ready = readyStudio[command.name];
    if (ready !== undefined && prepared<[string]>(db, ready).get(studio.id) === undefined) continue;
    asked += 1;
    if (asked > 6) return undefined;
    const key = `${command.name} ${studio.id}`;
    const able =
      offers.get(key) ??
      departments
        .filter((department) => hasPower(command, studio, department) && command.offered(studio, db, department, today))
        .map(({ name }) => name);
    offers.set(key, able);
    if (able.length > 0) return { command, seat: dice.oneOf(able), studio };
  }
  return undefined;
}
