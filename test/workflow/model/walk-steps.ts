import fc from 'fast-check';
import { addDays, type PlainDate, partsOf, plainDate } from '../../../policy/plain-date.ts';
import type { AnyCommand } from '../../../workflow/command.ts';
import { commands } from '../../../workflow/commands.ts';
import { answersFor, laterDay } from './answers-for.ts';
import { type Books, booksOf } from './books.ts';
import { type Dice, diceFrom } from './dice.ts';
import { dumpBesidesLog } from './dump-register.ts';
import { knownWords } from './known-words.ts';
import type { Choice, Sight } from './sight.ts';
import type { Walk } from './walk.ts';

/** How often each command was tried and done. */
export type Tally = Map<string, { tried: number; done: number }>;

/** What a walk knows without asking the program: the day, and what the log and the books must say by what was done. */
interface Model {
  today: PlainDate;
  books: Books;
  readonly look: () => Sight;
  readonly tally: Tally;
}

/** Something that may happen at the desks: fast-check composes walks of them and cuts failing ones short. */
type Step = fc.AsyncCommand<Model, Walk>;

/** One act, or an attempt at one. The same number chooses the same among the same. */
class Act implements Step {
  readonly #command: AnyCommand;
  readonly #die: number;
  /** Whether anything is tried by anybody, or only what is offered. */
  readonly #astray: boolean;
  readonly #takenBack: boolean;
  #story = '';

  constructor(command: AnyCommand, die: number, astray: boolean, takenBack: boolean) {
    this.#command = command;
    this.#die = die;
    this.#astray = astray;
    this.#takenBack = takenBack;
  }

  #choice({ look }: Readonly<Model>, dice: Dice): Choice | undefined {
    const sight = look();
    if (!this.#astray) return sight.offered(this.#command, dice);
    const powerful = sight.departments.filter(({ kind }) => this.#command.powers.includes(kind));
    const seat = dice.oneOf(powerful.length > 0 && dice.percent(60) ? powerful : sight.departments);
    return { seat, studio: this.#command.scope === 'studio' ? dice.oneOf(sight.studios) : null };
  }

  check(model: Readonly<Model>): boolean {
    return this.#choice(model, diceFrom(this.#die)) !== undefined;
  }

  async run(model: Model, walk: Walk): Promise<void> {
    const dice = diceFrom(this.#die);
    const choice = this.#choice(model, dice);
    if (choice === undefined) throw new Error('what was offered a moment ago is not');
    const { today: day } = model;
    const { studio, seat } = choice;
    const { name: command } = this.#command;
    const studioId = studio?.id ?? null;
    const known = knownWords(walk.db, studioId, partsOf(day).year);
    const answers = answersFor(this.#command, dice.percent(85) ? 'careful' : 'careless', dice, known, day);
    this.#story = `${day} ${seat.name} ${command} ${studio?.name ?? ''} ${JSON.stringify(answers)}`;
    const counted = model.tally.get(command) ?? { tried: 0, done: 0 };
    counted.tried += 1;
    model.tally.set(command, counted);
    const before = this.#takenBack ? dumpBesidesLog(walk.db) : '';
    const by = { day, seat: seat.name };
    const outcome = await walk.attempt({ kind: 'command', ...by, command, answers, ...(studioId === null ? {} : { studioId }) });
    if (outcome !== true) {
      this.#story += ` ✗ ${outcome.message}`;
      return;
    }
    counted.done += 1;
    model.books = model.books.after({ command, studioId, answers }, walk.db);
    model.books.compare(walk.db);
    if (!this.#takenBack) return;
    const undone = await walk.attempt({ kind: 'undo', ...by });
    this.#story += undone === true ? ' ↶' : ` ↶✗ ${undone.message}`;
    if (undone !== true) return;
    model.books = model.books.undone(walk.db);
    model.books.compare(walk.db);
    if (dumpBesidesLog(walk.db) !== before) throw new Error('an act that was taken back left a trace');
  }

  toString(): string {
    return this.#story;
  }
}

/** Days or years go by. */
class Later implements Step {
  readonly #die: number;
  #story = '';

  constructor(die: number) {
    this.#die = die;
  }

  check(): boolean {
    return true;
  }

  run(model: Model, { db }: Walk): Promise<void> {
    model.today = laterDay(diceFrom(this.#die), model.today, knownWords(db, null, partsOf(model.today).year).days);
    this.#story = model.today;
    return Promise.resolve();
  }

  toString(): string {
    return this.#story;
  }
}

/** The last act is taken back, mostly by whoever did it. */
class TakeBack implements Step {
  readonly #die: number;
  #story = '';

  constructor(die: number) {
    this.#die = die;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, walk: Walk): Promise<void> {
    const dice = diceFrom(this.#die);
    const last = walk.deeds.at(-1)?.seat;
    const seat = last !== undefined && dice.percent(80) ? last : dice.oneOf(model.look().departments).name;
    const outcome = await walk.attempt({ kind: 'undo', day: model.today, seat });
    this.#story = `${model.today} ${seat} undo-last${outcome === true ? '' : ` ✗ ${outcome.message}`}`;
    if (outcome !== true) return;
    model.books = model.books.undone(walk.db);
    model.books.compare(walk.db);
  }

  toString(): string {
    return this.#story;
  }
}

/** The program is closed and opened again. */
class OpenAgain implements Step {
  check(): boolean {
    return true;
  }

  run(_model: Model, { openAgain }: Walk): Promise<void> {
    openAgain();
    return Promise.resolve();
  }

  toString(): string {
    return 'opened again';
  }
}

/** Acts that set a studio back, or may be done again and again, are chosen less readily; what a round needs many of, more. Usually 10. */
const readiness: Readonly<Record<string, number>> = {
  receive: 2,
  return: 1,
  confirm: 2,
  'withdraw-from-round': 1,
  'declare-conflict': 2,
  'register-expert': 5,
  'record-expert-scores': 40,
  'change-fund-account': 3,
  'add-measures': 3,
  'make-yearly-plan': 5,
  'supervise-mid-year': 5,
  'review-year-end': 5,
  'open-case': 2,
  'rename-studio': 1,
  'lead-retires': 1,
  'lead-dies': 1,
  'correct-record': 3,
  'change-departments': 3,
  revoke: 5,
  'end-without-fault': 1,
  'inspect-candidate': 20,
  'record-activity': 15,
  accept: 8,
  inspect: 20,
  'score-application': 20,
  decide: 20,
  name: 30,
  file: 20,
  'return-filing': 1,
  'acknowledge-filing': 5,
  'post-public-notice': 30,
  'approve-shortlist': 20,
  'award-plaque': 20,
  reward: 20,
};

// A smaller number is no simpler choice: only whole steps are left out of a failing walk.
const die = fc.noShrink(fc.noBias(fc.nat()));
const oneIn = (chances: number) => fc.noShrink(fc.noBias(fc.nat(chances - 1))).map((chance) => chance === 0);

const acts = commands.map((command) => ({
  weight: readiness[command.name] ?? 10,
  arbitrary: fc.tuple(die, oneIn(15), oneIn(12)).map(([number, astray, takenBack]): Step => new Act(command, number, astray, takenBack)),
}));

/** Walks of so many steps at most, of which those are taken that are possible when their turn comes. */
export function walkSteps(longest: number, replayPath: string | undefined): fc.Arbitrary<Iterable<Step>> {
  const sum = acts.reduce((total, { weight }) => total + weight, 0);
  const step = fc.oneof(
    ...acts,
    { weight: Math.ceil(sum / 30), arbitrary: die.map((number): Step => new Later(number)) },
    { weight: Math.ceil(sum / 60), arbitrary: die.map((number): Step => new TakeBack(number)) },
    { weight: Math.ceil(sum / 300), arbitrary: fc.constant(0).map((): Step => new OpenAgain()) },
  );
  return fc.commands([step], { maxCommands: longest, size: 'max', ...(replayPath === undefined ? {} : { replayPath }) });
}

/** How often the directed walk tries a command. */
const tries = 60;

/** A walk through the commands that nobody has done yet, in the order of a studio's life: each is tried until it is done. */
export async function directedWalk(model: Model, walk: Walk): Promise<void> {
  for (const command of commands) {
    for (let number = 0; number < tries && (model.tally.get(command.name)?.done ?? 0) === 0; number += 1) {
      // Some acts wait for a notice to be over.
      if (number === tries / 2) model.today = addDays(model.today, 7);
      const act = new Act(command, number, false, false);
      if (act.check(model)) await act.run(model, walk);
    }
  }
}

/** The model of a walk that begins on a day. */
export function modelOf(walk: Walk, day: string, tally: Tally): Model {
  const model: Model = { today: plainDate(day), books: booksOf(walk.db), tally, look: () => walk.look(model.today) };
  return model;
}
