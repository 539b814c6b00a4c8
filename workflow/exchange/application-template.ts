import { listSectors } from '../../db/queries/departments.ts';
import type { ApplicationTemplate } from '../../exchange/write-application-list-template.ts';
import type { Context } from '../context.ts';
import { measuresBook } from '../measures-book.ts';

/** What a blank application says of whoever hands it out today for a year: a list, or a form for one studio. */
export function applicationTemplate({ db, seat, today }: Context, year: number): ApplicationTemplate {
  return {
    year,
    department: seat.name,
    sector: seat.sectors.join('、'),
    sectors: listSectors(db).map(({ name }) => name),
    date: today,
    measuresId: measuresBook(db).on(today).id,
  };
}
