import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { readStudios } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { readDocumentSettings } from '../document-settings.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { contactOf } from './contact.ts';
import { listedStudio } from './listed-studio.ts';
import { type NoticedEntries, noticesOf } from './noticed-entries.ts';

const place = article(12, 4);

/** 公示公告: one for each notice of a year's round, with the days it was posted for. 第十二条第四项. */
export const publicNoticeSources: YearSources = {
  scope: 'year',
  article: place,
  documents(db, year, only) {
    const notices = noticesOf(db, year, only);
    if (notices.length === 0) return [{ name: `${year}年度`, source: () => nonePosted(year) }];
    return notices.map((noticed) => ({ name: noticed.notice.number, source: (tx) => sourceOf(tx, noticed) }));
  },
};

function nonePosted(year: number): never {
  throw new Refusal(`无法生成《公示公告》：${year} 年的评选还没有公示。请先办理「发布公示」。`, place);
}

function sourceOf(tx: Transaction, { current, notice, entries }: NoticedEntries): DocumentSource {
  const { round, measures } = current;
  const { number, postedOn, firstDay, lastDay } = notice;
  const departments = departmentsOn(tx, postedOn);
  const studios = new Map(readStudios(tx).map((studio) => [studio.id, studio]));
  const input = {
    year: round.year,
    number,
    measures: { title: measures.title, documentNumber: measures.documentNumber },
    department: departments.find(({ id }) => id === notice.departmentId)?.officialName,
    days: round.noticeDays,
    counting: measures.values.publicNoticeCounting.value.days,
    firstDay,
    lastDay,
    place: notice.place,
    studios: entries.map(({ studioId, departmentId }) => {
      const studio = studios.get(studioId);
      return {
        ...(studio === undefined ? {} : listedStudio(studio)),
        bureau: departments.find(({ id }) => id === departmentId)?.name,
      };
    }),
    ...contactOf(tx),
    address: readDocumentSettings(tx, { id: notice.departmentId }).address,
    issuedOn: postedOn,
  };
  return { input, number, subjectId: notice.id, issuedOn: postedOn };
}
