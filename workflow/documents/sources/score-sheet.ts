import { readCriteria, readExperts, readScores } from '../../../db/queries/district-rounds.ts';
import { article } from '../../../policy/article.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { currentEntry, requireEntry } from '../../round/current-round.ts';
import { pointsOf, scoreSheetOf, sheetTotal } from '../../round/score-sheet-of.ts';
import type { StudioSources } from '../document-source.ts';
import { parties } from './parties.ts';

const place = article(12, 3);

/** 专家评分表 of a studio in the round: a sheet for each expert who does not keep out of it, blank or as scored. 第十二条第三项. */
export const scoreSheetSources: StudioSources = {
  scope: 'studio',
  article: place,
  candidates: (tx, { id }) => (currentEntry(tx, id)?.recommendedOn ?? null) !== null,
  source(tx, studio, { seat, today }) {
    const { round, entry } = requireEntry(tx, studio, '生成《专家评分表》', place);
    const criteria = readCriteria(tx, round.id);
    const experts = readExperts(tx, round.id).filter(({ conflicts }) => conflicts.every(({ entryId }) => entryId !== entry.id));
    if (criteria.length === 0 || experts.length === 0) {
      const missing =
        criteria.length === 0 ? '还没有制定评分项目。请先办理「制定专家评分表」' : '没有可以评分的专家。请先办理「登记评审专家」';
      throw new Refusal(`无法生成《专家评分表》（${studio.name}）：${round.year} 年的评选${missing}。`, place);
    }
    const scores = readScores(tx, round.id).filter(({ entryId }) => entryId === entry.id);
    const input = {
      ...parties(tx, studio, 'district', seat.id, today),
      period: `${round.year}年度`,
      criteria,
      sheets: experts.map(({ id, name, employer }) => {
        const own = scores.filter(({ expertId }) => expertId === id);
        if (own.length === 0) return { expert: name, employer };
        const points = pointsOf(criteria, own);
        const total = sheetTotal(scoreSheetOf(round.year, criteria), points).total;
        const scored = {
          on: own.at(-1)?.scoredOn,
          points: Object.entries(points).map(([code, score]) => ({ code, score })),
          total,
        };
        return { expert: name, employer, scored };
      }),
      printedOn: today,
    };
    return { input, number: null, subjectId: entry.id, issuedOn: today };
  },
};
