import type { Transaction } from '../../../db/database.ts';
import { readSteps } from '../../../db/queries/history.ts';
import type { StudioRecord } from '../../../db/queries/studios.ts';
import { article, articleText } from '../../../policy/article.ts';
import type { Context } from '../../context.ts';
import { measuresBook } from '../../measures-book.ts';
import { currentEntry } from '../../round/current-round.ts';
import { studioFindings } from '../../studio-findings.ts';
import type { StudioSources } from '../document-source.ts';
import { parties } from './parties.ts';

/**
 * 现场考察表: by the bureau for an application, by the HR bureau for a studio of the district round. Each provision with what the register
 * states of it; once the inspection is recorded, its day, people and conclusion too. 第十一条第二项, 第十二条第三项.
 */
export const inspectionFormSources: StudioSources = {
  scope: 'studio',
  article: article(11, 2),
  candidates: (tx, studio, { kind }) =>
    kind === 'hr-bureau'
      ? (currentEntry(tx, studio.id)?.recommendedOn ?? null) !== null
      : studio.application?.status === 'accepted' || studio.application?.status === 'inspected',
  source(tx, studio, context) {
    const level = context.seat.kind === 'hr-bureau' ? 'district' : 'in-system';
    const inspection = level === 'district' ? inspectionOfRound(tx, studio) : inspectionOfApplication(tx, studio);
    const issuedOn = inspection?.inspectedOn ?? context.today;
    const input = {
      ...parties(tx, studio, level, context.seat.id, issuedOn),
      checks: checksOf(tx, studio, context),
      ...(inspection === undefined ? {} : { inspection }),
      printedOn: context.today,
    };
    return { input, number: null, subjectId: studio.id, issuedOn };
  },
};

function checksOf(tx: Transaction, studio: StudioRecord, { today }: Context) {
  return studioFindings(studio, measuresBook(tx), today).map(({ article: ground, message }) => ({
    article: articleText(ground),
    stated: message,
  }));
}

function inspectionOfApplication(tx: Transaction, { application }: StudioRecord) {
  const step = application === null ? undefined : readSteps(tx, application.id).findLast(({ status }) => status === 'inspected');
  if (step === undefined) return undefined;
  const { inspectors, site, result, opinion } = step.details;
  return { inspectedOn: step.onDate, inspectors, site, result, opinion };
}

function inspectionOfRound(tx: Transaction, { id, hostUnit }: StudioRecord) {
  const entry = currentEntry(tx, id);
  if (entry === undefined || entry.inspectedOn === null) return undefined;
  return {
    inspectedOn: entry.inspectedOn,
    inspectors: entry.inspectors,
    site: hostUnit?.name,
    result: entry.inspectionPassed === true ? 'pass' : 'fail',
    opinion: entry.inspectionOpinion,
  };
}
