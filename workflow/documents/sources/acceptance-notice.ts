import { readSteps } from '../../../db/queries/history.ts';
import { article } from '../../../policy/article.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { measuresBook } from '../../measures-book.ts';
import { measuresFor } from '../../studio-findings.ts';
import type { StudioSources } from '../document-source.ts';
import { numberOnce } from '../number-once.ts';
import { contactOf } from './contact.ts';
import { parties } from './parties.ts';

const place = article(11, 2);

/** 受理通知书: the acceptance of the application. 第十一条第二项. */
export const acceptanceNoticeSources: StudioSources = {
  scope: 'studio',
  article: place,
  candidates: (_tx, { application }) => application?.status === 'accepted',
  source(tx, studio, context) {
    const { application } = studio;
    const step = application === null ? undefined : readSteps(tx, application.id).findLast(({ status }) => status === 'accepted');
    if (application === null || step === undefined) {
      throw new Refusal(`无法生成《受理通知书》：「${studio.name}」的申报还没有受理。请先办理「受理申报」。`, place);
    }
    const kind = 'acceptance-notice';
    const issuedOn = step.onDate;
    const number = numberOnce(tx, { kind, subjectId: step.id, issuedOn, takenFor: `受理通知书：${studio.name}` }, context);
    const { title, documentNumber } = measuresFor(studio, measuresBook(tx), context.today);
    const { toInspect } = step.details;
    const matters = Array.isArray(toInspect) ? (toInspect as readonly unknown[]).map((matter) => ({ matter })) : [];
    const input = {
      ...parties(tx, studio, application.level, step.departmentId, issuedOn),
      ...contactOf(tx),
      measures: { title, documentNumber },
      number,
      appliedOn: application.appliedOn,
      acceptedOn: step.onDate,
      ...(matters.length === 0 ? {} : { toInspect: matters }),
      issuedOn,
    };
    return { input, number, subjectId: step.id, issuedOn };
  },
};
