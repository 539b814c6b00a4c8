import { applicationList } from './application-list.ts';
import { filing } from './filing.ts';
import type { FilledGrid } from './filled-grid.ts';
import { findHeader } from './find-header.ts';
import { parameterTable } from './parameter-table.ts';

/** The header of a table of any kind this program knows: the one that names the most columns. */
export function findAnyHeader(grid: FilledGrid): { readonly top: number; readonly bottom: number } | undefined {
  const found = [findHeader(applicationList, grid), findHeader(filing, grid), findHeader(parameterTable, grid)].filter(
    (header) => header !== undefined,
  );
  return found.toSorted((one, other) => other.columns.length - one.columns.length)[0];
}
