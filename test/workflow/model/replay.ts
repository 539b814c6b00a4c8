import { keptActs } from '../../../db/writes/acts.ts';
import { dumpBesidesLog, dumpWithoutIds } from './dump-register.ts';
import { type StartRegister, withCopyOf } from './start-registers.ts';
import { beginWalk, type Deed } from './walk.ts';

/** What doing again came to. */
interface Replayed {
  readonly dump: string;
  /** How many of the last acts could be taken back one after the other. */
  readonly takenBack: number;
}

/**
 * Does again on a fresh copy what was done, then takes back act after act as far as that goes. Throws when a deed is refused the second
 * time, and when the register is not, after each taking back, as it was before the act.
 */
export async function replay(start: StartRegister, deeds: readonly Deed[]): Promise<Replayed> {
  return withCopyOf(start, async (dataFolder) => {
    const walk = beginWalk(dataFolder);
    /** The acts that stand, with the register as it was before each. */
    const standing: { readonly deed: Deed; readonly before: string }[] = [];
    try {
      for (const deed of deeds) {
        const before = dumpBesidesLog(walk.db);
        const outcome = await walk.attempt(deed);
        if (outcome !== true) throw Object.assign(new Error(`refused when done again: ${JSON.stringify(deed)}`), { cause: outcome });
        if (deed.kind === 'undo') standing.pop();
        else standing.push({ deed, before });
      }
      const dump = dumpWithoutIds(walk.db);
      const lastDay = deeds.at(-1)?.day;
      let takenBack = 0;
      for (const { deed, before } of standing.toReversed()) {
        const outcome = await walk.attempt({ kind: 'undo', seat: deed.seat, day: lastDay ?? deed.day });
        if (outcome !== true) break;
        if (dumpBesidesLog(walk.db) !== before) throw new Error(`taking back left a trace: ${JSON.stringify(deed)}`);
        takenBack += 1;
      }
      if (takenBack > keptActs) throw new Error(`${takenBack} acts were taken back`);
      return { dump, takenBack };
    } finally {
      walk.close();
    }
  });
}
