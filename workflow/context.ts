import type { WritableDatabase } from '../db/database.ts';
import type { Department } from '../db/queries/departments.ts';
import type { PlainDate } from '../policy/plain-date.ts';

/** Who acts, when, and on which register. Passed in; nothing below looks at a clock. */
export interface Context {
  readonly db: WritableDatabase;
  /** The department this computer belongs to, under the name it bears today. */
  readonly seat: Department;
  /** The business day. */
  readonly today: PlainDate;
  /** The instant of writing, ISO 8601 in UTC. */
  readonly at: string;
}
