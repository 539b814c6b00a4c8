import type { ReadableDatabase, Transaction } from '../../db/database.ts';
import type { RoundExpert } from '../../db/queries/district-rounds.ts';
import type { ReadResult } from '../../exchange/read-result.ts';
import { readOpened } from '../../exchange/read-workbook.ts';
import { rowProblem } from '../../exchange/row-problem.ts';
import { type ScoreRecord, scoreSheet } from '../../exchange/score-sheet.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { performCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { declareConflict } from '../round/declare-conflict.ts';
import { recordExpertScores } from '../round/record-expert-scores.ts';
import { incomingActs, inError, type JudgedRow } from './incoming.ts';
import { type RoundScores, roundScores } from './round-scores.ts';

/** What a row does, found while judging: which expert says it. */
interface ExpertRecord extends ScoreRecord {
  readonly expert: string;
}

type Read = ReadResult<'score-sheet', ExpertRecord>;

/** The kind without any criteria: those are of the round. */
const anySheet = scoreSheet({ criteria: [], totalOf: () => null });

/** 专家评分表, as the HR bureau takes it back: the expert's points, or the interest for which the expert keeps out. 第十二条第三项. */
export const incomingScoreSheet = incomingActs({
  kind: anySheet,
  receivers: ['hr-bureau'],
  read: (workbook, fileName, { db }): Read => readOpened(scoreSheet(requireScores(db)), workbook, fileName),
  about: ({ original }) => ({ lead: '', hostUnit: original.hostUnit ?? '' }),
  judge,
  blamed: 'studioName',
  take,
});

function requireScores(db: ReadableDatabase): RoundScores {
  const scores = roundScores(db);
  if (scores !== undefined && scores.criteria.length > 0) return scores;
  throw new Refusal('无法导入专家评分表：本机还没有制定评分表的区级评选。请先启动评选、制定专家评分表。', article(12, 3));
}

function judge(db: ReadableDatabase, read: Read): readonly JudgedRow<ExpertRecord>[] {
  const scores = requireScores(db);
  const expert = expertOf(read, scores);
  return read.rows.map((row): JudgedRow<ExpertRecord> => {
    const judged: JudgedRow<ExpertRecord> = {
      row: { ...row, record: { ...row.record, expert: expert.name } },
      state: 'new',
      changes: [],
      warnings: [],
    };
    if (row.errors.length > 0) return { ...judged, state: 'error' };
    const { studioName, scores: points, conflict } = row.record;
    const entry = scores.entries.find(({ id, studio }) => (row.recordId === undefined ? studio === studioName : id === row.recordId));
    if (entry === undefined) {
      const message = `「${studioName ?? ''}」没有推荐参加 ${scores.current.round.year} 年的评选：请核对工作室名称，或删去这一行。`;
      return inError(judged, [rowProblem(anySheet, row, 'studioName', message)]);
    }
    const found = { ...judged, recordId: entry.studioId };
    const present = scores.given(expert, entry);
    if (conflict !== undefined) {
      if (present.conflict !== undefined) return { ...found, state: 'unchanged' };
      return { ...found, changes: [{ label: `${expert.name}：回避`, before: '', after: conflict }] };
    }
    if (points === undefined) return { ...found, state: 'unchanged', warnings: ['这一行没有打分，也没有写回避理由：请专家补填后再导入。'] };
    const changes = scores.criteria.map(({ code, title }) => ({
      label: `${expert.name}：${code}.${title}`,
      before: present.scores?.[code] === undefined ? '' : String(present.scores[code]),
      after: String(points[code] ?? ''),
    }));
    const changed = changes.filter(({ before, after }) => before !== after);
    if (changed.length === 0) return { ...found, state: 'unchanged' };
    if (present.scores === undefined) return { ...found, changes };
    const warning = `登记库中已有${expert.name}的不同评分：要更正的，请办理「${recordExpertScores.title}」，写明更正理由。`;
    return { ...found, state: 'conflict', changes: changed, warnings: [warning] };
  });
}

/** The expert a sheet was handed to, by its hidden record; of a retyped sheet, the one who filled it in. Refuses a sheet of nobody known. */
function expertOf({ origin, header }: Read, { experts, current }: RoundScores): RoundExpert {
  const handedTo = experts.find(({ id }) => origin?.recordIds.includes(id) === true);
  const signed = experts.find(({ name }) => name === header.filler);
  const names = experts.map(({ name }) => name).join('、');
  if (handedTo !== undefined && header.filler !== undefined && signed?.id !== handedTo.id) {
    throw new Refusal(
      `无法导入专家评分表：这份表发给${handedTo.name}，填报人却写成「${header.filler}」。一份表只由一位专家填写，请核对后重新导出。`,
      article(12, 3),
    );
  }
  const expert = handedTo ?? (origin === undefined ? signed : undefined);
  if (expert !== undefined) return expert;
  throw new Refusal(
    `无法导入专家评分表：看不出是 ${current.round.year} 年评选哪一位专家的评分表（已登记的专家有${names === '' ? '：无' : names}）。请核对文件，或在「填报人」后写明专家姓名。`,
    article(12, 3),
  );
}

function take(tx: Transaction, { row: { record }, recordId }: JudgedRow<ExpertRecord>, context: Context): readonly string[] {
  const { expert, conflict: reason, scores: score } = record;
  const { done } =
    reason === undefined
      ? performCommand(tx, recordExpertScores, recordId, { expert, score }, context)
      : performCommand(tx, declareConflict, recordId, { expert, reason }, context);
  return done.warnings ?? [];
}
