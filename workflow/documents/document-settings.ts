<<<<<<< HEAD
import { z } from 'zod';
import type { ReadableDatabase } from '../../db/database.ts';
import { readSetting } from '../../db/queries/settings.ts';

/** What a department says once for all its documents: who signs what goes upwards, who gets a copy, who prints. */
const documentSettingsSchema = z.object({
  /** 签发人 of documents that go upwards. */
  signers: z.array(z.string()).default([]),
  /** 抄送机关 of its decisions. */
  copyTo: z.array(z.string()).default([]),
  /** 印发机关; the department's own office when not said. */
  printer: z.string().optional(),
});

type DocumentSettings = z.infer<typeof documentSettingsSchema>;

/** The key of the setting. */
export const documentSettingsKey = 'documents';

/** The department's settings of documents; nothing said is nothing printed, and a kind that needs it refuses. */
export function readDocumentSettings(db: ReadableDatabase): DocumentSettings {
  return documentSettingsSchema.parse(readSetting(db, documentSettingsKey) ?? {});
=======
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
  const stored = readSetting(db, documentSettingsKey(seat));
  return stored === undefined ? { series: [], starts: [], copyTo: [], fonts: {} } : documentSettingsSchema.parse(stored);
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
>>>>>>> 5869de0 (Document settings of a department: official name, number series by kind and year with a first number, copy list, typefaces; desk settings)
}
