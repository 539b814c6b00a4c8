import type { ReadableDatabase } from '../../db/database.ts';
import type { Department } from '../../db/queries/departments.ts';
import { readSetting } from '../../db/queries/settings.ts';
import { type Face, type FontSettings, faces, usualFonts } from '../../templates/kit/typefaces.ts';
import { type DocumentSettings, documentSettingsSchema } from '../contract/document-settings.ts';

/** The setting that holds what a department has settled about its documents. */
export function documentSettingsKey(seat: Pick<Department, 'id'>): string {
  return `documents ${seat.id}`;
}

/** What a department has settled about its documents; the usual where it has settled nothing. */
export function readDocumentSettings(db: ReadableDatabase, seat: Pick<Department, 'id'>): DocumentSettings {
  return documentSettingsSchema.parse(readSetting(db, documentSettingsKey(seat)) ?? {});
}

/** The series that numbers such a document in a year: what is set for it, else for all documents, else the department's own. */
export function seriesOf({ series }: DocumentSettings, seat: Pick<Department, 'numberPrefix'>, document: string, year: number): string {
  const begun = series.filter(({ fromYear }) => fromYear <= year).toSorted((one, other) => other.fromYear - one.fromYear);
  const own = begun.find((each) => each.document === document) ?? begun.find((each) => each.document === null);
  return own?.prefix ?? seat.numberPrefix;
}

/** The least number the program takes of a series in a year. */
export function firstNumberOf({ starts }: DocumentSettings, prefix: string, year: number): number {
  return starts.find((start) => start.prefix === prefix && start.year === year)?.next ?? 1;
}

/** The typefaces in use: those settled, by purpose, and the usual ones for the rest. */
export function fontsOf({ fonts }: DocumentSettings): FontSettings {
  const chosen = faces.flatMap((face): [Face, FontSettings[Face]][] => {
    const typeface = fonts[face];
    return typeface === undefined ? [] : [[face, typeface]];
  });
  return { ...usualFonts, ...Object.fromEntries(chosen) };
}
