import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { readSteps } from '../../../db/queries/history.ts';
import { readReviewScores } from '../../../db/queries/reviews.ts';
import { readStudios, type StudioRecord } from '../../../db/queries/studios.ts';
import { article, articleText } from '../../../policy/article.ts';
import { gradeLabels } from '../../../policy/grade.ts';
import { levelLabels } from '../../../policy/qualification.ts';
import { Refusal } from '../../../policy/refusal.ts';
import type { Context } from '../../context.ts';
import { measuresBook } from '../../measures-book.ts';
import { studioFindings } from '../../studio-findings.ts';
import type { DocumentSource, YearSources } from '../document-source.ts';
import { listedStudio } from './listed-studio.ts';
import { systemOf } from './system-of.ts';

const place = article(11, 3);

/** 党组会议审议材料: the studios of this seat that have been inspected and wait for the meeting today, whatever year they applied in. 第十一条第三项. */
export const meetingPaperSources: YearSources = {
  scope: 'year',
  article: place,
  documents: (_db, _year, only, context) => [{ name: '待审议的申报', source: (tx) => sourceOf(tx, only, context) }],
};

function sourceOf(tx: Transaction, only: readonly string[] | undefined, context: Context): DocumentSource {
  const { seat, today } = context;
  const waiting = readStudios(tx, only).filter(
    ({ sector, application }) => sector.bureauId === seat.id && application?.status === 'inspected',
  );
  if (waiting.length === 0) {
    throw new Refusal(
      `无法生成《党组会议审议材料》：${seat.name}没有完成现场考察、等待党组会议讨论的申报。请先办理「登记现场考察」。`,
      place,
    );
  }
  const measures = measuresBook(tx).on(today);
  const input = {
    system: systemOf(waiting),
    measures: { title: measures.title, documentNumber: measures.documentNumber },
    department: departmentsOn(tx, today).find(({ id }) => id === seat.id)?.officialName,
    studios: waiting.map((studio) => waitingStudio(tx, studio, context)),
    printedOn: today,
  };
  return { input, number: null, subjectId: null, issuedOn: today };
}

function waitingStudio(tx: Transaction, studio: StudioRecord, { today }: Context) {
  const { application } = studio;
  const steps = application === null ? [] : readSteps(tx, application.id);
  const inspection = steps.findLast(({ status }) => status === 'inspected');
  const score = application === null ? undefined : readReviewScores(tx, application.id).at(-1);
  const findings = studioFindings(studio, measuresBook(tx), today);
  const lead = studio.people.find(({ role }) => role === 'lead');
  const honours = lead?.qualifications.map(({ name, level }) => `${name}（${levelLabels[level]}）`) ?? [];
  const members = studio.people.filter(({ role }) => role === 'member').map(({ name }) => name);
  const approvals = (application?.approvals ?? []).map(({ rule, reason, approver }) => {
    const ground = findings.find((finding) => finding.rule === rule)?.article;
    return { article: ground === undefined ? undefined : articleText(ground), reason, approver };
  });
  const approved = new Set(application?.approvals.map(({ rule }) => rule));
  const open = findings
    .filter(({ outcome, rule }) => outcome !== 'met' && !approved.has(rule))
    .map(({ article: ground, message }) => `${articleText(ground)}，${message}`);
  const { inspectors, result, opinion } = inspection?.details ?? {};
  return {
    ...listedStudio(studio),
    leadSex: lead?.sex,
    leadBirthDate: lead?.birthDate,
    leadTitle: lead?.professionalTitle,
    ...(honours.length === 0 ? {} : { honours }),
    unitOpinion: application?.unitOpinion,
    ...(members.length === 0 ? {} : { members }),
    audience: studio.trainingAudience,
    area: studio.area,
    dedicatedFunds: studio.dedicatedFunds,
    appliedOn: application?.appliedOn,
    acceptedOn: steps.findLast(({ status }) => status === 'accepted')?.onDate,
    checked: findings.length,
    met: findings.filter(({ outcome }) => outcome === 'met').length,
    ...(approvals.length === 0 ? {} : { approvals }),
    ...(open.length === 0 ? {} : { open }),
    inspection: { inspectedOn: inspection?.onDate, inspectors, result, opinion },
    ...(score === undefined ? {} : { score: scoreText(score) }),
  };
}

/** A total with its grade; a veto is said where there is one. */
function scoreText({ total, grade, vetoedBy }: ReturnType<typeof readReviewScores>[number]): string {
  const points = total === null ? '' : `${total}分`;
  const marks = [...(grade === null ? [] : [gradeLabels[grade]]), ...(vetoedBy.length === 0 ? [] : ['一票否决'])];
  return [points, ...marks].filter((part) => part !== '').join('，');
}
