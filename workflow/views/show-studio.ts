import type { ReadableDatabase } from '../../db/database.ts';
import { type CommitmentLetter, readLetters } from '../../db/queries/commitment-letters.ts';
import { departmentsOn } from '../../db/queries/departments.ts';
import { readSteps, studioHistory } from '../../db/queries/history.ts';
import { readStudios, type StudioRecord } from '../../db/queries/studios.ts';
import { fullYears } from '../../policy/plain-date.ts';
import { levelLabels, qualificationLabels } from '../../policy/qualification.ts';
import { Refusal } from '../../policy/refusal.ts';
import { applicationStatusLabels, studioLevelLabels } from '../../policy/seat.ts';
import { confirmationLabels, confirmationSubjects, hostUnitLabels } from '../../policy/studio-facts.ts';
import { taskGroupLabels } from '../../policy/task-groups.ts';
import { commands } from '../commands.ts';
import type { Context } from '../context.ts';
import type { StudioDetail } from '../contract/studio.ts';
import { measuresBook } from '../measures-book.ts';
import { meetingDecisions } from '../naming/decide.ts';
import { inspectionResults } from '../naming/inspect.ts';
import { findingView, studioFindings } from '../studio-findings.ts';
import { offeredCommands } from './offered-commands.ts';
import { studioRounds } from './show-round.ts';
import {
  assessmentViews,
  caseViews,
  changeViews,
  filingViews,
  proposalViews,
  rectificationViews,
  reviewScoreViews,
  revocationViews,
  suggestionViews,
} from './studio-course.ts';
import { studioFunds } from './studio-funds.ts';
import { studioRow } from './studio-row.ts';
import { activityViews, tasksWithLedger } from './task-ledger.ts';

/** Everything about one studio, for its page. Refuses an id that is not in the register. */
export function showStudio(context: Context, studioId: string): StudioDetail {
  const { db, today } = context;
  const [record] = readStudios(db, [studioId]);
  if (record === undefined) throw new Refusal('无法打开工作室：登记库里没有它。可能已随导入撤销，请刷新列表。');
  const names = new Map(departmentsOn(db, today).map(({ id, name }) => [id, name]));
  const titles = new Map(commands.map(({ name, title }) => [name, title]));
  return {
    studio: studioRow(record),
    sectorBureau: names.get(record.sector.bureauId) ?? '',
    hostUnitKind: record.hostUnit?.kind === undefined || record.hostUnit.kind === null ? null : hostUnitLabels[record.hostUnit.kind],
    trainingAudience: record.trainingAudience,
    traineeCount: record.traineeCount,
    unitOpinion: record.application?.unitOpinion ?? null,
    remarks: record.remarks,
    people: peopleOf(record, context),
    findings: studioFindings(record, measuresBook(db), today).map(findingView),
    confirmations: confirmationSubjects.flatMap((subject) => {
      const confirmation = record.confirmations[subject];
      if (confirmation === undefined) return [];
      return [{ ...confirmation, subject, label: confirmationLabels[subject], evidence: confirmation.evidence ?? null }];
    }),
    approvals: [...(record.application?.approvals ?? [])],
    steps:
      record.application === null
        ? []
        : readSteps(db, record.application.id).map(({ status, onDate, departmentId, reason, details }) => ({
            status,
            statusLabel: applicationStatusLabels[status],
            onDate,
            department: names.get(departmentId) ?? '',
            reason,
            details: stepDetails(details),
          })),
    designations: record.designations.map(({ id: _id, departmentId: _by, ...title }) => ({
      ...title,
      levelLabel: studioLevelLabels[title.level],
    })),
    filings: filingViews(db, studioId),
    reviewScores: reviewScoreViews(db, record),
    letters: readLetters(db, studioId).map((letter) => letterView(db, letter)),
    suggestions: suggestionViews(db, record, today),
    assessments: assessmentViews(db, studioId, names),
    activities: activityViews(db, studioId, names),
    funds: studioFunds(db, studioId, today, names),
    rectifications: rectificationViews(db, studioId, today),
    cases: caseViews(db, studioId, names),
    proposals: proposalViews(db, record),
    revocations: revocationViews(db, record, names),
    changes: changeViews(db, studioId, names),
    rounds: studioRounds(context, studioId),
    history: studioHistory(db, studioId).map(({ at, onDate, departmentId, command }) => ({
      at,
      onDate,
      department: departmentId === null ? '' : (names.get(departmentId) ?? ''),
      command,
      title: titles.get(command) ?? otherActs[command] ?? command,
    })),
    commands: offeredCommands(record, context, commands).map(({ name }) => name),
  };
}

function letterView(db: ReadableDatabase, letter: CommitmentLetter): StudioDetail['letters'][number] {
  const { id, number, cycleFrom, cycleTo, signedOn, copies } = letter;
  const tasks = tasksWithLedger(db, letter).map(({ task: { taskGroup, baseline: _baseline, ...task }, ledger }) => ({
    ...task,
    group: taskGroupLabels[taskGroup].label,
    ledger,
  }));
  return { id, number, cycleFrom, cycleTo, signedOn, copies, tasks };
}

/** Acts in the log that are no command on one studio. */
const otherActs: Readonly<Record<string, string>> = {
  import: '导入',
  'undo-import': '撤销导入',
  'undo-last': '撤销办理',
  document: '出具文书',
};

function peopleOf(record: StudioRecord, { today }: Context): StudioDetail['people'] {
  const on = record.application?.appliedOn ?? today;
  return record.people.map(({ role, name, sex, birthDate, idNumber, professionalTitle, phone, qualifications, unclearClaims }) => ({
    role,
    name,
    sex,
    birthDate,
    age: birthDate === null ? null : fullYears(birthDate, on),
    idNumber,
    professionalTitle,
    phone,
    qualifications: [
      ...qualifications.map(({ kind, level, name: claim, year }) => ({
        kind,
        kindLabel: qualificationLabels[kind],
        level,
        levelLabel: levelLabels[level],
        name: claim,
        year: year ?? null,
      })),
      ...unclearClaims.map((claim) => ({ kind: '', kindLabel: '类别待定', level: '', levelLabel: '级别待定', name: claim, year: null })),
    ],
  }));
}

/** What the steps record, by key, in the words people use. */
const detailLabels: Readonly<Record<string, string>> = {
  toInspect: '待现场核实',
  inspectors: '考察组成员',
  site: '考察地点',
  result: '考察结论',
  opinion: '意见',
  minutes: '会议纪要号',
  score: '评审得分',
  decision: '会议决定',
  number: '文号',
  file: '来源文件',
};

const detailValues: Readonly<Record<string, string>> = { ...inspectionResults, ...meetingDecisions };

function stepDetails(details: Readonly<Record<string, unknown>>): { label: string; value: string }[] {
  return Object.entries(details)
    .map(([key, value]) => ({
      label: detailLabels[key] ?? key,
      value: [value]
        .flat()
        .map((each) => detailValues[String(each)] ?? String(each))
        .join(''),
    }))
    .filter(({ value }) => value !== '');
}
