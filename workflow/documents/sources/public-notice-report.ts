import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { readStudios } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { Context } from '../../context.ts';
import { storedPeriod } from '../../round/stored-period.ts';
import { readDocumentSettings } from '../document-settings.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { numberOnce } from '../number-once.ts';
import { contactOf } from './contact.ts';
import { imprintOf } from './imprint-of.ts';
import { listedStudio } from './listed-studio.ts';
import { type NoticedEntries, noticesOf } from './noticed-entries.ts';

const place = article(12, 4);

/** 公示情况报告: one for each notice of a year's round that has ended, once every objection is settled. 第十二条第四项, 第五项. */
export const publicNoticeReportSources: YearSources = {
  scope: 'year',
  article: place,
  documents(db, year, only, context) {
    const notices = noticesOf(db, year, only);
    if (notices.length === 0) return [{ name: `${year}年度`, source: () => refuse(`${year} 年的评选还没有公示。请先办理「发布公示」`) }];
    return notices.map((noticed) => ({ name: noticed.notice.number, source: (tx) => sourceOf(tx, noticed, context) }));
  },
};

function refuse(why: string): never {
  throw new Refusal(`无法生成《公示情况报告》：${why}。`, place);
}

/** Dated the day after the notice, or the day its last objection was settled if that is later. */
function sourceOf(tx: Transaction, { current, notice, entries }: NoticedEntries, context: Context): DocumentSource {
  const { round, measures } = current;
  const { ended } = storedPeriod(notice);
  if (context.today < ended) refuse(`${notice.number}的公示期至 ${notice.lastDay}。请待公示期满后再生成`);
  const raised = entries.flatMap(({ studio, objections }) => objections.map((objection) => ({ studio, ...objection })));
  const open = raised.filter(({ settledOn }) => settledOn === null);
  if (open.length > 0)
    refuse(`对${[...new Set(open.map(({ studio }) => `「${studio}」`))].join('、')}还有 ${open.length} 件异议没有办结。请先办结异议`);
  const issuedOn = raised.flatMap(({ settledOn }) => settledOn ?? []).reduce((latest, day) => (day > latest ? day : latest), ended);
  const departments = departmentsOn(tx, issuedOn);
  const department = departments.find(({ id }) => id === notice.departmentId)?.officialName;
  const studios = new Map(readStudios(tx).map((studio) => [studio.id, studio]));
  const taken = { kind: 'public-notice-report', subjectId: notice.id, issuedOn, takenFor: `${round.year} 年公示情况报告` } as const;
  const number = numberOnce(tx, taken, context);
  const input = {
    year: round.year,
    number,
    signers: readDocumentSettings(tx, context.seat).signers,
    measures: { title: measures.title, documentNumber: measures.documentNumber },
    department,
    // The office serves the leading group, to which it reports.
    superior: department?.replace(/办公室$/u, ''),
    noticeNumber: notice.number,
    postedOn: notice.postedOn,
    firstDay: notice.firstDay,
    lastDay: notice.lastDay,
    place: notice.place,
    studios: entries.map(({ studioId }) => {
      const studio = studios.get(studioId);
      return studio === undefined ? {} : listedStudio(studio);
    }),
    ...(raised.length === 0 ? {} : { objections: raised.map((objection) => ({ ...objection, objector: kindOf(objection.objector) })) }),
    issuedOn,
    ...contactOf(tx),
    imprint: imprintOf(tx, context.seat, department, issuedOn),
  };
  return { input, number, subjectId: notice.id, issuedOn };
}

/** Objections without a name are entered as 匿名. */
function kindOf(objector: string): 'named' | 'anonymous' {
  return objector.includes('匿名') ? 'anonymous' : 'named';
}
