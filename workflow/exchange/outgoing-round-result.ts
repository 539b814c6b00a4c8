import { readEntries, readRound } from '../../db/queries/district-rounds.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { roundResult, writeRoundResult } from '../../exchange/round-result.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { type Outgoing, senderOf } from './outgoing.ts';
import { entryToTell, registeredCourse, termsOf } from './round-courses.ts';

const place = article(12);

/**
 * 评选结果: a round from its opening on, to one department. A bureau is told of its own studios; the office of those on the shortlist, which it
 * decides about; the HR bureau of all, and by a bureau of those that gave up. 第十二条.
 */
export const outgoingRoundResult: Outgoing = {
  id: roundResult.id,
  title: roundResult.title,
  summary: '通报区级评选的启动和进展（拟入围、审定、公示、授牌、资助、退出）：启动后发一次，主管部门才能登记申请和推荐；此后每有进展再发。',
  article: place,
  powers: ['sector-bureau', 'hr-bureau', 'leading-group-office'],
  about: 'bureau',
  recipients: {
    'sector-bureau': ['hr-bureau'],
    'hr-bureau': ['sector-bureau', 'leading-group-office'],
    'leading-group-office': ['hr-bureau', 'sector-bureau'],
  },
  counted: '个工作室',
  async write(context, { year, recipient }) {
    const { db } = context;
    if (recipient === undefined) throw new Refusal(`无法导出${roundResult.title}：没有指定收件部门。请选择部门（--to 部门名称）。`, place);
    const round = readRound(db, year);
    if (round === undefined) {
      throw new Refusal(`无法导出${roundResult.title}：还没有启动 ${year} 年的区级评选。请先启动评选，或核对年度。`, place);
    }
    const all = readEntries(db, { roundId: round.id });
    const entries = readStudios(db).flatMap((studio) => {
      const entry = entryToTell(all, studio.id);
      if (entry === undefined) return [];
      if (recipient.kind === 'sector-bureau' && studio.sector.bureauId !== recipient.id) return [];
      if (recipient.kind === 'leading-group-office' && entry.shortlistedOn === null) return [];
      return [{ recordId: studio.id, record: registeredCourse(studio, entry) }];
    });
    const written = await writeRoundResult(termsOf(round), entries, { ...senderOf(context), recipient: recipient.name });
    return { ...written, rows: entries.length };
  },
};
