import type { Transaction } from '../../../db/database.ts';
import { readLetters } from '../../../db/queries/commitment-letters.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { readIssuedDocuments } from '../../../db/queries/issued-documents.ts';
import { readStudios } from '../../../db/queries/studios.ts';
import { articleParagraph } from '../../../policy/article.ts';
import { approvalBody } from '../../../policy/assessment/assessment-consequence.ts';
import { assessmentKindOf, cycleYearSpan, cycleYears } from '../../../policy/cycle.ts';
import { partsOf } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { actingLevel } from '../../act-of.ts';
import type { Context } from '../../context.ts';
import { heldTitle } from '../../held-title.ts';
import { measuresBook } from '../../measures-book.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { numberOnce } from '../number-once.ts';
import { contactOf } from './contact.ts';
import { imprintOf } from './imprint-of.ts';
import { listedStudio } from './listed-studio.ts';
import { yearSubject } from './year-subject.ts';

const place = articleParagraph(19, 1);
const kind = 'assessment-notice';

/** 考核通知: every studio of this seat that holds its title and whose year under its signed letter ends in the year. 第十九条第一款. */
export const assessmentNoticeSources: YearSources = {
  scope: 'year',
  article: place,
  documents: (_db, year, only, context) => [{ name: `${year}年度`, source: (tx) => sourceOf(tx, year, only, context) }],
};

function sourceOf(tx: Transaction, year: number, only: readonly string[] | undefined, context: Context): DocumentSource {
  const { seat } = context;
  const level = actingLevel('record-process-assessment', seat.kind);
  const studios = readStudios(tx, only).flatMap((studio) =>
    heldTitle(studio, level) === undefined
      ? []
      : yearsEnding(tx, studio.id, year, seat.id).map((due) => ({ ...listedStudio(studio), ...due })),
  );
  if (studios.length === 0) {
    throw new Refusal(
      `无法生成《考核通知》：${year} 年没有由${seat.name}考核、年度届满的工作室。请核对年度，或先办理「签订任务承诺书」。`,
      place,
    );
  }
  const subjectId = yearSubject(year, only);
  const issued = readIssuedDocuments(tx).find(
    (each) => each.kind === kind && each.subjectId === subjectId && each.departmentId === seat.id,
  );
  const issuedOn = issued?.issuedOn ?? context.today;
  const number = numberOnce(tx, { kind, subjectId, issuedOn, takenFor: `${year} 年考核通知` }, context);
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
    studios,
    issuedOn,
    ...contactOf(tx),
    imprint: imprintOf(tx, seat, department, issuedOn),
  };
  return { input, number, subjectId, issuedOn };
}

/** The years under a studio's signed letters with a department that end in a calendar year. */
function yearsEnding(tx: Transaction, studioId: string, year: number, departmentId: string) {
  return readLetters(tx, studioId)
    .filter((letter) => letter.departmentId === departmentId && letter.signedOn !== null)
    .flatMap(({ cycleFrom, measuresId }) => {
      const measures = measuresBook(tx).byId(measuresId);
      return cycleYears(measures)
        .map((cycleYear) => ({ kind: assessmentKindOf(cycleYear, measures), ...cycleYearSpan(cycleFrom, cycleYear) }))
        .filter(({ to }) => partsOf(to).year === year);
    });
}
