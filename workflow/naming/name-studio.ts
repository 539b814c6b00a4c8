import type { ReadableDatabase } from '../../db/database.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { addStep } from '../../db/writes/applications.ts';
import { addDesignation } from '../../db/writes/designations.ts';
import { article } from '../../policy/article.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { applicationAt, standsAt } from '../application-of.ts';
import { command } from '../command.ts';
import { assignSharedNumber } from '../document-number.ts';
import { dateField, optional, textField } from '../field.ts';
import { stepDate } from './step-date.ts';

const place = article(11, 3);

/** 第十一条第三项: with the party group's consent the studio is named in its system. */
export const nameStudio = command({
  name: 'name',
  title: '命名',
  summary: '党组会议同意后，命名为系统内名师工作室，登记命名文号。',
  article: place,
  powers: ['sector-bureau'],
  fields: {
    date: optional(dateField('命名日期', '不填为当天')),
    number: optional(textField('命名文号', '不填则按本部门文号顺序取号；同日一并命名的，填同一文号')),
  },
  offered: standsAt('approved'),
  run({ tx, studio, answers, context }) {
    const application = applicationAt(studio, ['approved'], '命名', place);
    const namedOn = stepDate(answers.date, application, context, '命名日期', place);
    const departmentId = context.seat.id;
    const borne = answers.number === undefined ? [] : numbersOfDay(tx, departmentId, namedOn);
    const number = assignSharedNumber(tx, answers.number, borne, context.seat, namedOn, {
      document: 'naming-decision',
      about: studio.name,
    });
    addDesignation(tx, {
      studioId: studio.id,
      applicationId: application.id,
      level: 'in-system',
      departmentId,
      namedOn,
      documentNumber: number,
    });
    addStep(tx, { applicationId: application.id, status: 'named', onDate: namedOn, departmentId, details: { number } });
    return { message: `已命名「${studio.name}」为${studio.sector.name}系统名师工作室，文号 ${number}。` };
  },
});

/** Numbers of the documents by which a bureau named studios on a day. */
function numbersOfDay(db: ReadableDatabase, departmentId: string, day: PlainDate): readonly (string | null)[] {
  return readStudios(db).flatMap(({ designations }) =>
    designations
      .filter((title) => title.level === 'in-system' && title.departmentId === departmentId && title.namedOn === day)
      .map(({ documentNumber }) => documentNumber),
  );
}
