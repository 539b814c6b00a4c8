import { readSteps } from '../../../db/queries/history.ts';
import { article, articleText } from '../../../policy/article.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { measuresBook } from '../../measures-book.ts';
import { measuresFor } from '../../studio-findings.ts';
import type { StudioSources } from '../document-source.ts';
import { numberOnce } from '../number-once.ts';
import { contactOf } from './contact.ts';
import { parties } from './parties.ts';

const place = article(11, 2);

/** 退回通知书: the return with which the application stands now. 第十一条第二项. */
export const returnNoticeSources: StudioSources = {
  scope: 'studio',
  article: place,
  candidates: (_tx, { application }) => application?.status === 'returned',
  source(tx, studio, context) {
    const { application } = studio;
    const step = application === null ? undefined : readSteps(tx, application.id).at(-1);
    if (application === null || step?.status !== 'returned') {
      throw new Refusal(`无法生成《退回通知书》：「${studio.name}」的申报没有退回。不符合申报标准的，请先办理「退回申报」。`, place);
    }
    const kind = 'return-notice';
    const issuedOn = step.onDate;
    const number = numberOnce(tx, { kind, subjectId: step.id, issuedOn, takenFor: `退回通知书：${studio.name}` }, context);
    const { title, documentNumber } = measuresFor(studio, measuresBook(tx), context.today);
    const input = {
      ...parties(tx, studio, application.level, step.departmentId, issuedOn),
      ...contactOf(tx),
      measures: { title, documentNumber },
      number,
      appliedOn: application.appliedOn,
      reasons: reasonsIn(step.reason ?? ''),
      issuedOn,
    };
    return { input, number, subjectId: step.id, issuedOn };
  },
};

/**
 * The reasons as they were written, one for each provision they name (第五条第四项：…). What names none rests on the provision that lets
 * an application be returned.
 */
function reasonsIn(written: string): { article: string; reason: string }[] {
  return written.split(/(?=第[一二三四五六七八九十]+条(?:第[一二三四五六七八九十]+[款项])*：)/).flatMap((part) => {
    const [, ground, reason] = /^(第[^：]+)：(.*)$/s.exec(part) ?? [];
    const text = (reason ?? part).trim().replace(/[；;，,]$/, '');
    return text === '' ? [] : [{ article: ground ?? articleText(place), reason: text }];
  });
}
