import type { Department } from '../../db/queries/departments.ts';
import type { ListSender } from '../../exchange/write-list.ts';
import type { Article } from '../../policy/article.ts';
import type { SeatKind } from '../../policy/seat.ts';
import type { Context } from '../context.ts';
import type { StudioListAsked } from '../contract/studio-columns.ts';
import { measuresBook } from '../measures-book.ts';
import { readContact } from '../session/contact.ts';

/** What a workbook is written about. */
export interface Wanted {
  /** Calendar year; the present one when nobody asked for another. */
  readonly year: number;
  /** The year of the round, for a workbook about one; undefined for the latest. */
  readonly roundYear: number | undefined;
  /** The studio, for a workbook about one. */
  readonly studioId: string | undefined;
  /** The department it goes to, for a workbook to one. */
  readonly recipient: Department | undefined;
  /** Name of the expert it goes to, for a workbook to one. */
  readonly expert: string | undefined;
  /** The list on the screen, for a roster of it. */
  readonly list: StudioListAsked | undefined;
}

/** A kind of workbook a department writes for another, or hands out to be filled in. */
export interface Outgoing {
  readonly id: string;
  readonly title: string;
  /** Whom it goes to and what for, in one sentence. */
  readonly summary: string;
  readonly article: Article;
  /** Who writes it. */
  readonly powers: readonly SeatKind[];
  /** What has to be chosen: a year, a studio, a department it goes to and a year, an expert, or nothing. */
  readonly about: 'year' | 'studio' | 'bureau' | 'expert' | 'nothing';
  /** Whom each seat sends it to, for a workbook to one department; the bureaus where it does not say. */
  readonly recipients?: Partial<Readonly<Record<SeatKind, readonly SeatKind[]>>>;
  /** The rounds it may be about and the names of their experts, the latest round first, for a workbook to an expert. */
  readonly rounds?: (context: Context) => readonly { readonly year: number; readonly experts: readonly string[] }[];
  /** A form to be filled in: nothing of the register goes out with it, so that the log of what was sent does not have it. */
  readonly blank?: true;
  /** What its rows are, for counts: 个工作室. */
  readonly counted: string;
  readonly write: (
    context: Context,
    wanted: Wanted,
  ) => Promise<{ readonly fileName: string; readonly bytes: Uint8Array; readonly rows: number }>;
}

/** This seat as the sender of a workbook written today. */
export function senderOf({ db, seat, today }: Context): ListSender {
  const { person, phone } = readContact(db);
  return {
    department: seat.name,
    date: today,
    measuresId: measuresBook(db).on(today).id,
    ...(person === '' ? {} : { filler: person }),
    ...(phone === '' ? {} : { phone }),
  };
}
