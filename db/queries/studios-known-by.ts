import type { ReadableDatabase } from '../database.ts';

/** What somebody's list says of studios: any of it may be one the register has. */
export interface SaidOfStudios {
  readonly ids: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly leadNames: ReadonlySet<string>;
  readonly leadIdNumbers: ReadonlySet<string>;
}

/** Ids of the studios that a list may mean: by id, by their own name, by the name or the ID number of their lead. Nobody else need be read. */
export function studiosKnownBy(db: ReadableDatabase, { ids, names, leadNames, leadIdNumbers }: SaidOfStudios): string[] {
  return db.$client
    .prepare<[], [id: string, name: string, leadName: string | null, leadIdNumber: string | null]>(
      `SELECT studios.id, studios.name, people.name, people.id_number
       FROM studios
       LEFT JOIN team_roles ON team_roles.studio_id = studios.id AND team_roles.role = 'lead' AND team_roles.to_date IS NULL
       LEFT JOIN people ON people.id = team_roles.person_id`,
    )
    .raw()
    .all()
    .flatMap(([id, name, leadName, leadIdNumber]) => {
      const isMeant = ids.has(id) || names.has(name) || leadNames.has(leadName ?? '') || leadIdNumbers.has(leadIdNumber ?? '');
      return isMeant ? [id] : [];
    });
}
