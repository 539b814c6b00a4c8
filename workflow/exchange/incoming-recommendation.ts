import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import { departmentsOn } from '../../db/queries/departments.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { compareRecords } from '../../exchange/compare-records.ts';
import type { ReadResult } from '../../exchange/read-result.ts';
import { readOpened } from '../../exchange/read-workbook.ts';
import { type RecommendationRecord, recommendation } from '../../exchange/recommendation.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import { performCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { applyToRound } from '../round/apply-to-round.ts';
import { currentEntry } from '../round/current-round.ts';
import { recommend } from '../round/recommend.ts';
import { incomingActs, inError, type JudgedRow, judgedRow } from './incoming.ts';
import { registeredRecommendation } from './recommendations.ts';
import { senderOfFile } from './sender.ts';
import { studiosMeant } from './studios-meant.ts';

/** 推荐汇总表, as the HR bureau takes it: the bureau's own acts, with its powers, on the studios it filed. 第十二条第一项、第二项. */
export const incomingRecommendation = incomingActs({
  kind: recommendation,
  receivers: ['hr-bureau'],
  read: (workbook, fileName) => readOpened(recommendation, workbook, fileName),
  about: ({ record }) => ({ lead: record.leadName ?? '', hostUnit: '' }),
  judge,
  blamed: 'rank',
  take,
});

function judge(
  db: ReadableDatabase,
  read: ReadResult<'recommendation', RecommendationRecord>,
  context: Context,
): readonly JudgedRow<RecommendationRecord>[] {
  const sender = senderOfFile(db, read, { title: recommendation.title, from: 'sector-bureau' }, context);
  const studios = studiosMeant(db, read.rows);
  const present = studios.map((studio) => ({ recordId: studio.id, record: registeredRecommendation(db, studio) }));
  const rows = read.rows.map(({ baseHash: _base, ...row }) => row);
  return compareRecords(recommendation, rows, present, { suggestBy: ['studioName'], sender: 'sector-bureau' }).map((compared) => {
    const { row, recordId, state } = compared;
    const studio = studios.find(({ id }) => id === recordId);
    const judged = judgedRow(compared);
    if (state === 'error') return judged;
    if (row.record.rank === undefined) return { ...judged, state: 'unchanged', changes: [] };
    if (studio === undefined) {
      const message = '登记库中没有身份证号与此相同的领办人的工作室：请先导入该部门的备案汇总表。（《办法》第十一条第三项）';
      return inError(judged, [rowProblem(recommendation, row, 'leadIdNumber', message)]);
    }
    if (sender !== undefined && studio.sector.bureauId !== sender.id) {
      const message = `「${studio.name}」属于${studio.sector.name}系统，${sender.name}不能推荐：请由该系统主管部门推荐。（《办法》第十二条第二项）`;
      return inError(judged, [rowProblem(recommendation, row, 'studioName', message)]);
    }
    if (state === 'unchanged' || currentEntry(db, studio.id)?.recommendedOn === null || currentEntry(db, studio.id) === undefined)
      return judged;
    return {
      ...judged,
      state: 'conflict',
      warnings: [...judged.warnings, '登记库中已有不同的推荐：要改的，请先登记退出评选，再重新导入。'],
    };
  });
}

/** The studio applies to its bureau, which recommends it: both are the bureau's acts, done here with its powers. */
function take(tx: Transaction, { row: { record }, recordId }: JudgedRow<RecommendationRecord>, context: Context): readonly string[] {
  const [studio] = recordId === undefined ? [] : readStudios(tx, [recordId]);
  const seat = departmentsOn(tx, context.today).find(({ id }) => id === studio?.sector.bureauId);
  if (studio === undefined || seat === undefined) throw new Error('a recommendation without studio or bureau passed the checks');
  const { rank, reason, recommendedOn, appliedOn, unitAgreedOn, unitOpinion } = record;
  const asBureau = { ...context, seat };
  const application = { unitAgreed: '是', unitAgreedOn, unitOpinion, date: appliedOn };
  const applied =
    currentEntry(tx, studio.id) === undefined ? performCommand(tx, applyToRound, studio.id, application, asBureau) : undefined;
  const recommended = performCommand(tx, recommend, studio.id, { rank, reason, date: recommendedOn }, asBureau);
  return [...(applied?.done.warnings ?? []), ...(recommended.done.warnings ?? [])];
}
