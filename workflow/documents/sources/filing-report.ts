import type { Transaction } from '../../../db/database.ts';
import { readLetters } from '../../../db/queries/commitment-letters.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { type Filing, readFilings } from '../../../db/queries/filings.ts';
import { readSteps } from '../../../db/queries/history.ts';
import { readStudios, type StudioDesignation, type StudioRecord } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import { type PlainDate, partsOf } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { Context } from '../../context.ts';
import { measuresBook } from '../../measures-book.ts';
import { readDocumentSettings } from '../document-settings.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { numberOnce } from '../number-once.ts';
import { contactOf } from './contact.ts';
import { imprintOf } from './imprint-of.ts';
import { listedStudio } from './listed-studio.ts';
import { systemOf } from './system-of.ts';

const place = article(11, 3);

interface Filed {
  readonly filing: Filing;
  readonly studio: StudioRecord;
  readonly title: StudioDesignation;
}

/** 备案报告: one for each day of a year on which this seat sent studios to be filed. 第十一条第三项. */
export const filingReportSources: YearSources = {
  scope: 'year',
  article: place,
  documents(db, year, only, context) {
    const studios = new Map(readStudios(db).map((studio) => [studio.id, studio]));
    const filed = readFilings(db).flatMap((filing): Filed[] => {
      const studio = studios.get(filing.studioId);
      const title = studio?.designations.find(({ id }) => id === filing.designationId);
      const own = title?.departmentId === context.seat.id && partsOf(filing.sentOn).year === year;
      return studio !== undefined && title !== undefined && own ? [{ filing, studio, title }] : [];
    });
    const days = [...Map.groupBy(filed, ({ filing }) => filing.sentOn)];
    const chosen = days.filter(([, sent]) => only === undefined || sent.some(({ studio }) => only.includes(studio.id)));
    if (chosen.length === 0) return [{ name: `${year}年度`, source: () => noneSent(context, year) }];
    return chosen.map(([sentOn, sent]) => ({ name: `${sentOn} 报送备案`, source: (tx) => sourceOf(tx, sentOn, sent, context) }));
  },
};

function noneSent({ seat }: Context, year: number): never {
  throw new Refusal(`无法生成《备案报告》：${seat.name}在 ${year} 年没有报送备案。请核对年度，或先办理「报送备案」。`, place);
}

function sourceOf(tx: Transaction, issuedOn: PlainDate, sent: readonly Filed[], context: Context): DocumentSource {
  const [first] = sent;
  if (first === undefined) throw new RangeError('a report names a studio');
  const measures = measuresBook(tx).on(issuedOn);
  const departments = departmentsOn(tx, issuedOn);
  const department = departments.find(({ id }) => id === context.seat.id)?.officialName;
  const subjectId = first.filing.id;
  const number = numberOnce(tx, { kind: 'filing-report', subjectId, issuedOn, takenFor: `${issuedOn} 备案报告` }, context);
  const input = {
    number,
    signers: readDocumentSettings(tx, context.seat).signers,
    system: systemOf(sent.map(({ studio }) => studio)),
    measures: { title: measures.title, documentNumber: measures.documentNumber },
    department,
    superior: departments.find(({ kind }) => kind === 'hr-bureau')?.officialName,
    studios: sent.map(({ studio, title }) => filedStudio(tx, studio, title)),
    issuedOn,
    ...contactOf(tx),
    imprint: imprintOf(tx, context.seat, department, issuedOn),
  };
  return { input, number, subjectId, issuedOn };
}

/** What the register says of a studio it has named; the letter where one has been drawn up by now. */
function filedStudio(tx: Transaction, studio: StudioRecord, { namedOn, documentNumber }: StudioDesignation) {
  const lead = studio.people.find(({ role }) => role === 'lead');
  const meeting =
    studio.application === null ? undefined : readSteps(tx, studio.application.id).findLast(({ status }) => status === 'approved');
  const letter = readLetters(tx, studio.id).findLast(({ level }) => level === 'in-system');
  return {
    ...listedStudio(studio),
    sector: studio.sector.name,
    leadSex: lead?.sex,
    leadBirthDate: lead?.birthDate,
    leadTitle: lead?.professionalTitle,
    leadIdNumber: lead?.idNumber,
    leadPhone: lead?.phone,
    hostUnitKind: studio.hostUnit?.kind,
    members: studio.people.filter(({ role }) => role === 'member').map(({ name }) => name),
    audience: studio.trainingAudience,
    area: studio.area,
    dedicatedFunds: studio.dedicatedFunds,
    meetingOn: meeting?.onDate,
    minutes: meeting?.details['minutes'],
    namedOn,
    namingDocument: documentNumber,
    ...(letter === undefined ? {} : { letter: { number: letter.number, from: letter.cycleFrom, to: letter.cycleTo } }),
  };
}
