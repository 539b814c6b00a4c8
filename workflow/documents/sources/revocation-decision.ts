import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { leadsOn } from '../../../db/queries/leads.ts';
import { type Revocation, readRevocations } from '../../../db/queries/revocations.ts';
import { readStudios } from '../../../db/queries/studios.ts';
import { articleParagraph } from '../../../policy/article.ts';
import { addDays, partsOf } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { Context } from '../../context.ts';
import { measuresBook } from '../../measures-book.ts';
import { foundGrounds } from '../../revocation/found-grounds.ts';
import { readDocumentSettings } from '../document-settings.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { imprintOf } from './imprint-of.ts';
import { listedStudio } from './listed-studio.ts';
import { revocationSteps } from './revocation-steps.ts';

const place = articleParagraph(19, 2);

/** 撤销称号决定: one for each number under which this seat revoked titles in a year. 第十九条第二款, 第二十条. */
export const revocationDecisionSources: YearSources = {
  scope: 'year',
  article: place,
  documents(db, year, only, context) {
    const own = readRevocations(db).filter(({ departmentId, decidedOn }) => {
      return departmentId === context.seat.id && partsOf(decidedOn).year === year && decidedOn <= context.today;
    });
    const documents = [...Map.groupBy(own, ({ number }) => number).entries()];
    const chosen = documents.filter(([, decided]) => only === undefined || decided.some(({ studioId }) => only.includes(studioId)));
    if (chosen.length === 0) return [{ name: `${year}年度`, source: () => noneRevoked(context, year) }];
    return chosen.map(([number, decided]) => ({ name: number, source: (tx) => sourceOf(tx, decided, context) }));
  },
};

function noneRevoked({ seat }: Context, year: number): never {
  throw new Refusal(`无法生成《撤销称号决定》：${seat.name}在 ${year} 年没有撤销称号。请核对年度，或先办理撤销称号。`, place);
}

function sourceOf(tx: Transaction, decided: readonly Revocation[], { seat }: Context): DocumentSource {
  const [first] = decided;
  if (first === undefined) throw new RangeError('a decision to revoke names a studio');
  const { number, decidedOn, level } = first;
  const departments = departmentsOn(tx, decidedOn);
  const department = departments.find(({ id }) => id === seat.id)?.officialName;
  const { title, documentNumber } = measuresBook(tx).on(decidedOn);
  const input = {
    number,
    level,
    measures: { title, documentNumber },
    department,
    minutes: [...new Set(decided.map(({ minutes }) => minutes))].join('、'),
    studios: decided.map((revocation) => revokedStudio(tx, revocation)),
    handBackBy: addDays(decidedOn, readDocumentSettings(tx, seat).handBackDays),
    // A bureau takes back its own money, the HR bureau that of the district. 第十六条.
    reclaimedBy: level === 'in-system' ? department : departments.find(({ kind }) => kind === 'hr-bureau')?.name,
    issuedOn: decidedOn,
    imprint: imprintOf(tx, seat, department, decidedOn),
  };
  return { input, number, subjectId: first.id, issuedOn: decidedOn };
}

function revokedStudio(tx: Transaction, revocation: Revocation) {
  const { studioId, designationId, departmentId, decidedOn, reclaimAmount, otherDesignationId } = revocation;
  const [studio] = readStudios(tx, [studioId]);
  const title = studio?.designations.find(({ id }) => id === designationId);
  const other = studio?.designations.find(({ id }) => id === otherDesignationId);
  const grounds = studio === undefined || title === undefined ? [] : foundGrounds(tx, studio, title, decidedOn);
  const saidByRecord = grounds.some(({ reason }) => reason === revocation.reason);
  return {
    ...(studio === undefined ? {} : listedStudio(studio)),
    lead: leadsOn(tx, studioId, decidedOn)[0],
    namingDocument: title?.documentNumber ?? undefined,
    steps: revocationSteps(tx, revocation, departmentId),
    ...(saidByRecord ? {} : { reason: revocation.reason }),
    ...(reclaimAmount === 0 ? {} : { reclaim: reclaimAmount }),
    otherDecidedBy: departmentsOn(tx, decidedOn).find(({ id }) => id === other?.departmentId)?.name,
  };
}
