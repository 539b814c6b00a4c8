import { readExperts, readRounds } from '../../db/queries/district-rounds.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { writeScoreSheet } from '../../exchange/score-sheet.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type Outgoing, senderOf } from './outgoing.ts';
import { roundScores } from './round-scores.ts';

const place = article(12, 3);
const title = '专家评分表';

/** 专家评分表 of one expert for a round, the latest unless another is asked for: every studio that was recommended, by the round's criteria. 第十二条第三项. */
export const outgoingScoreSheet: Outgoing = {
  id: 'score-sheet',
  title,
  summary: '发给一位评审专家，在本人的电脑上逐项打分，总分由公式计算；填好后在「导入」中导入。',
  article: place,
  powers: ['hr-bureau'],
  about: 'expert',
  rounds: ({ db }) =>
    readRounds(db)
      .toSorted((one, other) => other.year - one.year)
      .map(({ id, year }) => ({ year, experts: readExperts(db, id).map(({ name }) => name) })),
  counted: '个工作室',
  async write(context, { expert: to, roundYear }) {
    const { db } = context;
    const scores = roundScores(db, roundYear);
    const refuse = (why: string): never => {
      throw new Refusal(`无法导出专家评分表：${why}`, place);
    };
    if (scores === undefined)
      return refuse(`还没有启动${roundYear === undefined ? '' : ` ${roundYear} 年的`}区级评选。请先启动评选，或核对年度。`);
    const { current, experts, entries, criteria, totalOf, given } = scores;
    const { year } = current.round;
    if (criteria.length === 0) refuse(`${year} 年的评选还没有评分表。请先制定专家评分表。`);
    if (entries.length === 0) refuse(`${year} 年的评选还没有推荐的工作室。请先由主管部门推荐。`);
    if (experts.length === 0) refuse(`${year} 年的评选还没有登记专家。请先登记评审专家。`);
    const expert = experts.find(({ name }) => name === to);
    if (expert === undefined) {
      const names = experts.map(({ name }) => name).join('、');
      return refuse(
        to === undefined
          ? `没有指定专家。请选择${names}之一（desk export score-sheet --to 姓名）。`
          : `${year} 年的专家中没有「${to}」，已登记的有${names}。请核对姓名。`,
      );
    }
    const studios = new Map(
      readStudios(
        db,
        entries.map(({ studioId }) => studioId),
      ).map((studio) => [studio.id, studio]),
    );
    const rows = entries.map((entry) => {
      const hostUnit = studios.get(entry.studioId)?.hostUnit?.name;
      return {
        recordId: entry.id,
        record: { studioName: entry.studio, ...(hostUnit === undefined ? {} : { hostUnit }), ...given(expert, entry) },
      };
    });
    const form = { year, expertId: expert.id, expert: expert.name, criteria, totalOf, entries: rows };
    return { ...(await writeScoreSheet(form, senderOf(context))), rows: rows.length };
  },
};
