import { activityLedger } from './activity-ledger.ts';
import { applicationForm } from './application-form.ts';
import { applicationList } from './application-list.ts';
import { assessmentApproval } from './assessment-approval.ts';
import { assessmentDecision } from './assessment-decision.ts';
import { expenseLedger } from './expense-ledger.ts';
import { filing } from './filing.ts';
import { filingReceipt } from './filing-receipt.ts';
import type { FilledGrid } from './filled-grid.ts';
import { filledGrid } from './filled-grid.ts';
import { findHeader } from './find-header.ts';
import { formIn, lyingForm } from './form-sheet.ts';
import { metaSheetName, readMeta } from './meta-sheet.ts';
import { parameterTable } from './parameter-table.ts';
import type { RawWorkbook } from './raw-workbook.ts';
import { fewestHeaders, missingColumns } from './read-workbook.ts';
import { recommendation } from './recommendation.ts';
import { roundResult } from './round-result.ts';
import { scoreSheet } from './score-sheet.ts';
import type { WorkbookKind } from './workbook-kind.ts';

/** A header a kind found in a sheet: where it stands, how many of its columns it names, and whether all it must name are there. */
interface Headed {
  readonly top: number;
  readonly bottom: number;
  readonly named: number;
  readonly whole: boolean;
}

/** A kind as recognition sees it. */
interface KnownKind {
  readonly id: string;
  readonly title: string;
  readonly headed: (grid: FilledGrid) => Headed | undefined;
}

function known<Id extends string, Cells, Fields>(kind: WorkbookKind<Id, Cells, Fields>): KnownKind {
  return {
    id: kind.id,
    title: kind.title,
    headed(grid) {
      const header = findHeader(kind, grid);
      if (header === undefined) return undefined;
      return { top: header.top, bottom: header.bottom, named: header.columns.length, whole: missingColumns(kind, header).length === 0 };
    },
  };
}

/** A form stands upright: it is known by what its labels name once it lies on its side. */
const knownForm: KnownKind = {
  id: applicationForm.id,
  title: applicationForm.title,
  headed(grid) {
    const place = formIn(grid);
    const header = place === undefined ? undefined : findHeader(applicationForm, filledGrid(lyingForm(grid, place)));
    if (place === undefined || header === undefined) return undefined;
    const whole = missingColumns(applicationForm, header).length === 0;
    return { top: place.row, bottom: place.row, named: header.columns.length, whole };
  },
};

/** Every kind of workbook this program knows. */
export const knownKinds: readonly KnownKind[] = [
  known(applicationList),
  knownForm,
  known(filing),
  known(filingReceipt),
  known(activityLedger),
  known(expenseLedger),
  known(recommendation),
  known(assessmentApproval),
  known(assessmentDecision),
  known(roundResult),
  // Its criteria are of the round; the columns every sheet has tell it.
  known(scoreSheet({ criteria: [], totalOf: () => null })),
  known(parameterTable),
];

function fullest<Candidate extends Headed>(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.toSorted((one, other) => other.named - one.named)[0];
}

/** The header of a table of any kind this program knows: the one that names the most columns. */
export function findAnyHeader(grid: FilledGrid): { readonly top: number; readonly bottom: number } | undefined {
  return fullest(knownKinds.flatMap((kind) => kind.headed(grid) ?? []));
}

/**
 * What kind of workbook this is: what its meta sheet says, or else the kind whose headers it names most of and all it must name.
 * `undefined` when no table of any kind is in it.
 */
export function recogniseKind(workbook: RawWorkbook): { readonly id: string; readonly title: string } | undefined {
  const meta = readMeta(workbook);
  if (meta !== undefined) return { id: meta.kind, title: meta.title };
  const candidates = workbook.sheets
    .filter(({ name, visibility }) => name !== metaSheetName && visibility === 'visible')
    .map(filledGrid)
    .flatMap((grid) =>
      knownKinds.flatMap(({ id, title, headed }) => ({ id, title, ...(headed(grid) ?? { top: 0, bottom: 0, named: 0, whole: false }) })),
    )
    .filter(({ named, whole }) => whole && named >= fewestHeaders);
  return fullest(candidates);
}
