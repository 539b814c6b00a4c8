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
}
