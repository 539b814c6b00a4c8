import type { Transaction } from '../../../db/database.ts';
import { type Assessment, readAssessments } from '../../../db/queries/assessments.ts';
import { readLetters } from '../../../db/queries/commitment-letters.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { leadsOn } from '../../../db/queries/leads.ts';
import { readStudios } from '../../../db/queries/studios.ts';
import { articleParagraph } from '../../../policy/article.ts';
import { approvalBody } from '../../../policy/assessment/assessment-consequence.ts';
import { partsOf } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { actingLevel } from '../../act-of.ts';
import type { Context } from '../../context.ts';
import { measuresBook } from '../../measures-book.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { numberOnce } from '../number-once.ts';
import { imprintOf } from './imprint-of.ts';
import { yearSubject } from './year-subject.ts';

const place = articleParagraph(19, 3);
const kind = 'assessment-circular';

/** 考核结果通报: what this seat assessed in a year, once every periodic result among it is approved. 第十九条. */
export const assessmentCircularSources: YearSources = {
  scope: 'year',
  article: place,
  documents: (_db, year, only, context) => [{ name: `${year}年度`, source: (tx) => sourceOf(tx, year, only, context) }],
};

/** Dated the day the last of the results stood. */
function sourceOf(tx: Transaction, year: number, only: readonly string[] | undefined, context: Context): DocumentSource {
  const { seat } = context;
  const level = actingLevel('record-process-assessment', seat.kind);
  const names = new Map(readStudios(tx, only).map(({ id, name }) => [id, name]));
  const own = new Set(
    readLetters(tx)
      .filter(({ departmentId }) => departmentId === seat.id)
      .map(({ id }) => id),
  );
  const assessed = readAssessments(tx).filter(
    ({ letterId, studioId, assessedOn }) => own.has(letterId) && names.has(studioId) && partsOf(assessedOn).year === year,
  );
  const issuedOn = assessed
    .map(({ assessedOn, approval }) => approval?.decidedOn ?? assessedOn)
    .toSorted()
    .at(-1);
  if (issuedOn === undefined) {
    throw new Refusal(`无法生成《考核结果通报》：${seat.name}在 ${year} 年没有考核工作室。请核对年度，或先登记考核。`, place);
  }
  const pending = assessed.filter(({ kind: of, approval }) => of === 'periodic' && approval?.decision !== 'approved');
  if (pending.length > 0) {
    const waiting = pending.map(({ studioId }) => `「${names.get(studioId) ?? ''}」`).join('、');
    throw new Refusal(`无法生成《考核结果通报》：${waiting}的周期性考核结果尚未审定。请待审定后再生成，或只选已有结果的工作室。`, place);
  }
  const subjectId = yearSubject(year, only);
  const number = numberOnce(tx, { kind, subjectId, issuedOn, takenFor: `${year} 年考核结果通报` }, context);
  const departments = departmentsOn(tx, issuedOn);
  const department = departments.find(({ id }) => id === seat.id)?.officialName;
  const { title, documentNumber } = measuresBook(tx).on(issuedOn);
  const input = {
    year,
    number,
    level,
    measures: { title, documentNumber },
    department,
    approver: departments.find((each) => each.kind === approvalBody('periodic', level))?.name,
    results: assessed.map((assessment) => ({ name: names.get(assessment.studioId), ...resultOf(tx, assessment) })),
    issuedOn,
    imprint: imprintOf(tx, seat, department, issuedOn),
  };
  return { input, number, subjectId, issuedOn };
}

function resultOf(tx: Transaction, { studioId, kind: of, assessedOn, items, grade }: Assessment) {
  return {
    lead: leadsOn(tx, studioId, assessedOn)[0],
    kind: of,
    assessedOn,
    tasks: items.length,
    done: items.filter(({ actual, target }) => actual >= target).length,
    grade,
  };
}
