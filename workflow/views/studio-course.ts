import type { ReadableDatabase } from '../../db/database.ts';
import { type Assessment, type Rectification, readAssessments, readRectifications, readRewards } from '../../db/queries/assessments.ts';
import { readCases } from '../../db/queries/cases.ts';
import { readFilings } from '../../db/queries/filings.ts';
import { readReviewScores } from '../../db/queries/reviews.ts';
import { readProposals, readRevocations } from '../../db/queries/revocations.ts';
import { readStudioChanges } from '../../db/queries/studio-changes.ts';
import type { StudioRecord } from '../../db/queries/studios.ts';
import { rectificationStage, rectificationStageLabels } from '../../policy/assessment/rectification-course.ts';
import { suggestGrade } from '../../policy/assessment/suggest-grade.ts';
import { assessmentKindOf, cycleYears } from '../../policy/cycle.ts';
import { assessmentLabels, gradeLabels } from '../../policy/grade.ts';
import { studioChangeLabel } from '../../policy/life/studio-change.ts';
import { misconductLabels } from '../../policy/misconduct/case-record.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { revocationGrounds } from '../../policy/revocation.ts';
import { totalScore } from '../../policy/scoring/total-score.ts';
import { studioLevelLabels } from '../../policy/seat.ts';
import { approvalDecisions } from '../assessment/approve-periodic-result.ts';
import { courseOf, cycleOn } from '../assessment/cycle-course.ts';
import { cycleResults } from '../assessment/cycle-results.ts';
import { reinspectionResults } from '../assessment/record-reinspection.ts';
import type { StudioDetail } from '../contract/studio.ts';

type Names = ReadonlyMap<string, string>;

const answerLabels = { acknowledged: '已备案', returned: '退回', waiting: '备案中' } as const;

/** Filings of a studio with their answers. 第十一条第三项. */
export function filingViews(db: ReadableDatabase, studioId: string): StudioDetail['filings'] {
  return readFilings(db, studioId).map(({ sentOn, answer, answeredOn, number, reason }) => ({
    sentOn,
    answerLabel: answerLabels[answer ?? 'waiting'],
    answeredOn,
    number,
    reason,
  }));
}

/** Scores of the present application by the bureau's criteria, the last of which counts. 第十一条. */
export function reviewScoreViews(db: ReadableDatabase, { application }: StudioRecord): StudioDetail['reviewScores'] {
  if (application === null) return [];
  return readReviewScores(db, application.id).map(({ sheet, scoredOn, scorers, answers, total, vetoedBy, grade, opinion }) => {
    const { items } = totalScore(sheet, answers);
    return {
      sheet: sheet.title,
      scoredOn,
      scorers,
      total,
      gradeLabel: grade === null ? null : gradeLabels[grade],
      vetoes: sheet.items.filter(({ code }) => vetoedBy.includes(code)).map(({ title }) => title),
      opinion,
      items: sheet.items.flatMap((item) =>
        item.kind === 'veto' ? [] : [{ code: item.code, title: item.title, score: items[item.code] ?? null, points: item.points }],
      ),
    };
  });
}

function approvalView({ approval }: Assessment, names: Names): StudioDetail['assessments'][number]['approval'] {
  if (approval === null) return null;
  const { departmentId, decision, decidedOn, opinion, number } = approval;
  return { department: names.get(departmentId) ?? '', decisionLabel: approvalDecisions[decision], decidedOn, opinion, number };
}

/** Assessments with what was suggested, approved and given. 第十九条. */
export function assessmentViews(db: ReadableDatabase, studioId: string, names: Names): StudioDetail['assessments'] {
  const rewards = readRewards(db, studioId);
  return readAssessments(db, studioId).map((assessment) => {
    const { id, level, kind, cycleYear, assessedOn, assessors, grade, opinion, selfAssessment, suggestedGrade, suggestion, items } =
      assessment;
    const reward = rewards.find(({ assessmentId }) => assessmentId === id);
    return {
      id,
      level,
      levelLabel: studioLevelLabels[level],
      kindLabel: assessmentLabels[kind],
      cycleYear,
      assessedOn,
      assessors,
      gradeLabel: gradeLabels[grade],
      opinion,
      selfAssessment,
      suggestedGradeLabel: suggestedGrade === null ? null : gradeLabels[suggestedGrade],
      suggestion,
      approval: approvalView(assessment, names),
      reward:
        reward === undefined
          ? null
          : { rewardedOn: reward.rewardedOn, content: reward.content, amount: reward.amount, number: reward.number },
      items: items.map(({ taskId: _task, ...item }) => item),
    };
  });
}

/** What the program would suggest for each title's next assessment, from the ledger up to today. 第十九条第二款. */
export function suggestionViews(db: ReadableDatabase, studio: StudioRecord, today: PlainDate): StudioDetail['suggestions'] {
  return studio.designations
    .filter(({ endedOn }) => endedOn === null)
    .flatMap(({ level }) => {
      const cycle = cycleOn(db, studio.id, level, today);
      // The department that approves has only the last year's result: the years before it are not due there.
      const assessed = Math.max(0, ...(cycle?.assessments.map(({ cycleYear }) => cycleYear) ?? []));
      const year = cycle === undefined ? undefined : cycleYears(cycle.measures).find((each) => each > assessed);
      if (cycle === undefined || year === undefined) return [];
      const { grade, reasons } = suggestGrade(cycleResults(db, cycle, year, today, {}).results, cycle.measures);
      return [
        {
          level,
          levelLabel: studioLevelLabels[level],
          kindLabel: assessmentLabels[assessmentKindOf(year, cycle.measures)],
          year,
          gradeLabel: gradeLabels[grade],
          reasons: [...reasons],
        },
      ];
    });
}

function rectificationView(notice: Rectification, today: PlainDate): StudioDetail['rectifications'][number] {
  const { id, number, issuedOn, deadline, problems, reports, reinspections } = notice;
  const codes = new Map(problems.map((problem) => [problem.id, problem.code]));
  const stage = rectificationStage(courseOf(notice), today);
  return {
    id,
    number,
    issuedOn,
    deadline,
    stage,
    stageLabel: rectificationStageLabels[stage],
    problems: problems.map(({ code, problem, target, actual, measure }) => ({ code, problem, target, actual, measure })),
    reports: reports.map(({ results, ...report }) => ({
      ...report,
      results: results.map(({ problemId, ...result }) => ({ code: codes.get(problemId) ?? '', ...result })),
    })),
    reinspections: reinspections.map(({ passed, items, ...look }) => ({
      ...look,
      resultLabel: reinspectionResults[passed ? 'passed' : 'failed'],
      items: items.map(({ problemId, ...item }) => ({ code: codes.get(problemId) ?? '', ...item })),
    })),
  };
}

/** Rectification notices with how far each has come on a day. 第十九条第二款. */
export function rectificationViews(db: ReadableDatabase, studioId: string, today: PlainDate): StudioDetail['rectifications'] {
  return readRectifications(db, studioId).map((notice) => rectificationView(notice, today));
}

/** Cases of 第二十条. */
export function caseViews(db: ReadableDatabase, studioId: string, names: Names): StudioDetail['cases'] {
  return readCases(db, studioId).map(({ sequence, kind, foundOn, foundHow, facts, verification, circulars }) => ({
    number: sequence,
    kindLabel: misconductLabels[kind],
    foundOn,
    foundHow,
    facts,
    stateLabel: verification === null ? '待查核' : verification.holds ? '属实' : '不属实',
    verification:
      verification === null
        ? null
        : {
            verifiedOn: verification.verifiedOn,
            verifiedBy: verification.verifiedBy,
            findings: verification.findings,
            evidence: [...verification.evidence],
            impact: verification.impact,
            statement: verification.statement,
          },
    circulars: circulars.map(({ departmentId, number, issuedOn, people, sanctions }) => ({
      department: names.get(departmentId) ?? '',
      number,
      issuedOn,
      people,
      sanctions,
    })),
  }));
}

/** Titles that were revoked, with what is to come back. 第十九条第二款, 第二十条. */
export function revocationViews(db: ReadableDatabase, { id, designations }: StudioRecord, names: Names): StudioDetail['revocations'] {
  return readRevocations(db, id).map((revocation) => {
    const { otherDesignationId, otherKept, payments } = revocation;
    const other = designations.find((title) => title.id === otherDesignationId && title.endedOn === null);
    const decided = otherKept === null ? '由命名部门另行决定' : `已决定保留：${otherKept.reason}`;
    return {
      levelLabel: studioLevelLabels[revocation.level],
      department: names.get(revocation.departmentId) ?? '',
      decidedOn: revocation.decidedOn,
      number: revocation.number,
      minutes: revocation.minutes,
      groundLabel: revocationGrounds[revocation.ground].label,
      reason: revocation.reason,
      otherTitle: other === undefined ? null : `${studioLevelLabels[other.level]}称号${decided}`,
      reclaimAmount: revocation.reclaimAmount,
      reclaimReason: revocation.reclaimReason,
      reclaimed: payments.reduce((sum, { amount }) => sum + amount, 0),
      payments: payments.map(({ paidOn, amount, voucher }) => ({ paidOn, amount, voucher })),
      plaqueReturnedOn: revocation.plaqueReturnedOn,
      plaqueReceivedBy: revocation.plaqueReceivedBy,
    };
  });
}

/** Proposals to revoke that nobody has decided on. */
export function proposalViews(db: ReadableDatabase, { id, designations }: StudioRecord): StudioDetail['proposals'] {
  return readProposals(db, id)
    .filter(({ designationId }) => designations.some((title) => title.id === designationId && title.endedOn === null))
    .map(({ proposedOn, reason }) => ({ proposedOn, reason }));
}

/** The trail of a studio's record. */
export function changeViews(db: ReadableDatabase, studioId: string, names: Names): StudioDetail['changes'] {
  return readStudioChanges(db, studioId).map(
    ({ sequence, kind, field, oldValue, newValue, reason, papers, approver, onDate, recordedOn, departmentId }) => ({
      number: sequence,
      kindLabel: studioChangeLabel(kind),
      field,
      before: oldValue,
      after: newValue,
      reason,
      papers: Object.entries(papers).map(([label, value]) => ({ label, value })),
      approver,
      onDate,
      recordedOn,
      department: names.get(departmentId) ?? '',
    }),
  );
}
