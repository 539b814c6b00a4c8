import { readStudios } from '../../db/queries/studios.ts';
import { recommendation, writeRecommendation } from '../../exchange/recommendation.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { heldTitle } from '../held-title.ts';
import { type Outgoing, senderOf } from './outgoing.ts';
import { registeredRecommendation } from './recommendations.ts';

const place = article(12, 2);

/** 推荐汇总表: the studios of this bureau that may take part in the round, with what it recommends. 第十二条第二项. */
export const outgoingRecommendation: Outgoing = {
  id: recommendation.id,
  title: recommendation.title,
  summary: '向区人力资源局推荐参加区级评选的工作室，写明排序和理由；尚未登记推荐的，可在表中填写。',
  article: place,
  powers: ['sector-bureau'],
  about: 'year',
  counted: '个工作室',
  async write(context, { year }) {
    const { db, seat } = context;
    const own = readStudios(db).filter(
      (studio) =>
        seat.sectors.includes(studio.sector.name) &&
        heldTitle(studio, 'in-system') !== undefined &&
        heldTitle(studio, 'district') === undefined,
    );
    if (own.length === 0) {
      throw new Refusal(`无法导出推荐汇总表：${seat.name}没有可以推荐的系统内名师工作室。请先办理命名和备案。`, place);
    }
    const entries = own.map((studio) => ({ recordId: studio.id, record: registeredRecommendation(db, studio) }));
    const written = await writeRecommendation(entries, { ...senderOf(context), year, sector: seat.sectors.join('、') });
    return { ...written, rows: entries.length };
  },
};
