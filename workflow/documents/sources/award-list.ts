import type { Transaction } from '../../../db/database.ts';
import { readStudios } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import { partsOf, plainDate } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { Context } from '../../context.ts';
import { heldTitle } from '../../held-title.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { listedStudio } from './listed-studio.ts';

/** 授牌名单: the studios this seat named in a year, up to today. 第十一条第三项. */
export const awardListSources: YearSources = {
  scope: 'year',
  article: article(11, 3),
  documents: (_db, year, only, context) => [{ name: `${year}年度`, source: (tx) => sourceOf(tx, year, only, context) }],
};

function sourceOf(tx: Transaction, year: number, only: readonly string[] | undefined, context: Context): DocumentSource {
  const { seat, today } = context;
  const yearEnd = plainDate(`${year}-12-31`);
  const titled = readStudios(tx, only).flatMap((studio) => {
    const title = heldTitle(studio, 'in-system');
    const named = title !== undefined && title.departmentId === seat.id && partsOf(title.namedOn).year === year && title.namedOn <= today;
    return named ? [{ studio, title }] : [];
  });
  if (titled.length === 0) {
    throw new Refusal(`无法生成《授牌名单》：${seat.name}在 ${year} 年没有命名工作室。请核对年度，或先办理命名。`, article(11, 3));
  }
  const input = {
    period: `${year}年度`,
    from: plainDate(`${year}-01-01`),
    to: yearEnd < today ? yearEnd : today,
    level: 'in-system',
    department: seat.officialName,
    issuedOn: today,
    studios: titled.map(({ studio, title }) => ({
      ...listedStudio(studio),
      sector: studio.sector.name,
      namedOn: title.namedOn,
      namingDocument: title.documentNumber,
    })),
  };
  return { input, number: null, subjectId: null, issuedOn: today };
}
