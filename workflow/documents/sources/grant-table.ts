import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { constructionSpent } from '../../../db/queries/funds.ts';
import { readStudios } from '../../../db/queries/studios.ts';
import { article } from '../../../policy/article.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { Context } from '../../context.ts';
import { paidOf } from '../../round/awarded-entry.ts';
import { requireRound } from '../../round/current-round.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { accountInUse } from './account-in-use.ts';
import { listedStudio } from './listed-studio.ts';

const place = article(12, 6);

/** 资金拨付表: the grants of a year's round, what was spent on construction before them and what was paid up to today. 第十二条第六项, 第十八条. */
export const grantTableSources: YearSources = {
  scope: 'year',
  article: place,
  documents: (_db, year, only, context) => [{ name: `${year}年度`, source: (tx) => sourceOf(tx, year, only, context) }],
};

function sourceOf(tx: Transaction, year: number, only: readonly string[] | undefined, { seat, today }: Context): DocumentSource {
  const { round, entries, measures } = requireRound(tx, year, '生成《资金拨付表》');
  const granted = entries.flatMap((entry) =>
    entry.grant === null || (only !== undefined && !only.includes(entry.studioId)) ? [] : [{ entry, grant: entry.grant }],
  );
  if (granted.length === 0) {
    throw new Refusal(`无法生成《资金拨付表》：${year} 年的评选还没有核定资助。请先办理「核定资助」。`, place);
  }
  const studios = new Map(
    readStudios(
      tx,
      granted.map(({ entry }) => entry.studioId),
    ).map((studio) => [studio.id, studio]),
  );
  const input = {
    period: `${year}年度`,
    measures: { title: measures.title, documentNumber: measures.documentNumber },
    department: departmentsOn(tx, today).find(({ id }) => id === seat.id)?.officialName,
    studios: granted.map(({ entry, grant: { nature, amount, payments } }) => {
      const studio = studios.get(entry.studioId);
      const account = accountInUse(tx, entry.studioId);
      const paid = paidOf(entry);
      return {
        ...(studio === undefined ? {} : listedStudio(studio)),
        nature,
        account,
        approved: amount,
        // Without an account here, what the paper said when something was last paid.
        spent: account === undefined ? payments.at(-1)?.constructionSpent : constructionSpent(tx, entry.studioId, today),
        ...(paid === 0 ? {} : { paid }),
      };
    }),
    printedOn: today,
  };
  return { input, number: null, subjectId: round.id, issuedOn: today };
}
