import { asc } from 'drizzle-orm';
import type { YearlyActDone } from '../../policy/duties/yearly-duties.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import type { ReadableDatabase } from '../database.ts';
import { prepared } from '../prepared.ts';
import { yearlyActs } from '../schema.ts';

/** What the HR bureau has done of its yearly acts. 第十六条. */
export function readYearlyActs(db: ReadableDatabase): readonly (YearlyActDone & { readonly doneOn: PlainDate })[] {
  return db
    .select({ year: yearlyActs.year, act: yearlyActs.act, doneOn: yearlyActs.doneOn })
    .from(yearlyActs)
    .orderBy(asc(yearlyActs.year))
    .all();
}

/** The day of the first act on record; `undefined` in a register nobody has acted in. */
export function firstActOn(db: ReadableDatabase): PlainDate | undefined {
  return prepared<[], { day: PlainDate | null }>(db, 'SELECT min(on_date) AS day FROM audit').get()?.day ?? undefined;
}
