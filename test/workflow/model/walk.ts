import type { ReadableDatabase } from '../../../db/database.ts';
import { openRegisterForReading } from '../../../db/open-register.ts';
import { prepared } from '../../../db/prepared.ts';
import { departmentIdByName, departmentsOn } from '../../../db/queries/departments.ts';
import { readStudios } from '../../../db/queries/studios.ts';
import { type PlainDate, plainDate } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { openWorkflow } from '../../../workflow/service.ts';
import { requireNone, violationsOf } from '../invariants/invariant.ts';
import { afterEachAct } from '../invariants/invariants.ts';
import { faultsOfRefusal } from './faults-of-refusal.ts';
import { lookingAt, type Sight } from './sight.ts';

/** What somebody does at a seat on a day. */
export type Deed = { readonly day: PlainDate; readonly seat: string } & (
  | { readonly kind: 'command'; readonly command: string; readonly studioId?: string; readonly answers: Readonly<Record<string, unknown>> }
  | { readonly kind: 'undo' }
);

/** A desk that anybody sits down at on any day, and a second connection that only looks. */
export interface Walk {
  readonly db: ReadableDatabase;
  /** What was done and not refused, in order: doing it again must come to the same. */
  readonly deeds: readonly Deed[];
  /** What there is to choose from on a day; read again only when something has changed. */
  readonly look: (today: PlainDate) => Sight;
  /**
   * Does something, and answers `true`, or with the refusal. Throws what is no proper refusal, when a refusal changed anything, and when
   * an invariant does not hold after the deed.
   */
  readonly attempt: (deed: Deed) => Promise<true | Refusal>;
  readonly openAgain: () => void;
  /** The balance the program states for each studio, in fen. */
  readonly balances: (today: PlainDate, seat: string) => Promise<ReadonlyMap<string, number>>;
  readonly close: () => void;
}

/** Who sits at the computer of a department: itself, or some other when it has been merged away. */
function sittingThere(db: ReadableDatabase, seat: string, today: PlainDate): string {
  const present = departmentsOn(db, today);
  const id = departmentIdByName(db, seat);
  return present.some((department) => department.id === id) ? seat : (present[0]?.name ?? seat);
}

/** Opens a data folder for a walk. */
export function beginWalk(dataFolder: string): Walk {
  let today = plainDate('2026-08-10');
  let seat = '';
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
  const deeds: Deed[] = [];
  const looking = lookingAt(db);
  const version = () => prepared<[], { data_version: number }>(db, 'PRAGMA data_version').get()?.data_version;

  async function perform(deed: Deed): Promise<void> {
    if (deed.kind === 'undo') await desk.workflow.undoLast({});
    else {
      const { command, answers, studioId } = deed;
      await desk.workflow.runCommand({ command, answers, ...(studioId === undefined ? {} : { studioId }) });
    }
  }

  return {
    db,
    deeds,
    look: (day) => looking.look(day, version()),
    async attempt(deed) {
      ({ day: today, seat } = deed);
      if (deed.kind === 'undo') seat = sittingThere(db, seat, today);
      const before = version();
      try {
        await perform(deed);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        requireNone(faultsOfRefusal(error));
        // Not even what was then put back: nothing must have been committed.
        if (version() !== before) throw Object.assign(new Error('a refused act changed the register'), { cause: error });
        return error;
      }
      deeds.push(deed);
      looking.forget(deed.kind === 'command' ? deed.studioId : undefined);
      requireNone(violationsOf(db, afterEachAct));
      return true;
    },
    openAgain() {
      desk.close();
      desk = openWorkflow(options);
    },
    async balances(until, by) {
      today = until;
      seat = by;
      const found = new Map<string, number>();
      for (const { id } of readStudios(db)) {
        const { closing } = await desk.workflow.fundStatement({ studioId: id, from: plainDate('2015-01-01'), to: until });
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
