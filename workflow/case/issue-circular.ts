import type { ReadableDatabase } from '../../db/database.ts';
import { type MisconductCase, readCases } from '../../db/queries/cases.ts';
import { leadsOn } from '../../db/queries/leads.ts';
import { readRevocations } from '../../db/queries/revocations.ts';
import { addCircular } from '../../db/writes/cases.ts';
import { mayIssueCircular } from '../../policy/misconduct/case-record.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import type { StudioLevel } from '../../policy/seat.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { assignNumber } from '../document-number.ts';
import { dateField, optional, textField } from '../field.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { caseField, caseInHand } from './case-in-hand.ts';

const act = actOf('issue-circular');

/** Cases for which the title of a level was revoked, with the day. */
function revokedFor(
  db: ReadableDatabase,
  studioId: string,
  level: StudioLevel,
): readonly (MisconductCase & { readonly revokedOn: PlainDate })[] {
  const revocations = readRevocations(db, studioId).filter((revocation) => revocation.level === level);
  return readCases(db, studioId).flatMap((found) => {
    const revocation = revocations.find(({ caseId }) => caseId === found.id);
    return revocation === undefined ? [] : [{ ...found, revokedOn: revocation.decidedOn }];
  });
}

/** 第二十条: the lead and whoever else is responsible are criticised in a notice, after the title has been revoked for the case. */
export const issueCircular = command({
  ...act,
  afterRevocation: true,
  summary: '因查实的问题撤销称号后，对领办人及相关责任人通报批评；处分由有权机关作出，在此登记。',
  fields: {
    people: textField('通报对象', '姓名之间用顿号，须包括领办人'),
    case: caseField,
    sanctions: optional(textField('处分', '有权机关作出的处分')),
    number: optional(textField('发文字号', '不填则按本部门文号顺序取号')),
    date: optional(dateField('成文日期', '不填为当天')),
  },
  offered: ({ id }, db, seat) =>
    revokedFor(db, id, actingLevel(act.name, seat.kind)).some(
      ({ circulars }) => !circulars.some(({ departmentId }) => departmentId === seat.id),
    ),
  run({ tx, studio, answers, context }) {
    const { seat } = context;
    const cases = revokedFor(tx, studio.id, actingLevel(act.name, seat.kind));
    const found = caseInHand(cases, answers.case, studio, act.title, act.article);
    const issuedOn = pastDay(answers.date, context, act.title, '成文日期', act.article);
    const earlier = found.circulars.find(({ departmentId }) => departmentId === seat.id);
    if (earlier !== undefined) {
      throw new Refusal(
        `无法${act.title}：线索 ${found.sequence} 已由 ${earlier.number} 通报，一件线索只通报一次。请核对「线索编号」。`,
        act.article,
      );
    }
    const named = answers.people.split(/[、，,；;\s]+/u).filter((name) => name !== '');
    const [lead = ''] = leadsOn(tx, studio.id, found.foundOn);
    const revokedOn = cases.find(({ id }) => id === found.id)?.revokedOn;
    permit(act.title, studio.name, mayIssueCircular(lead, named, revokedOn, issuedOn), '请补全通报对象，或核对日期。');
    const number = assignNumber(tx, answers.number, seat, issuedOn, { document: 'criticism-circular', about: studio.name });
    addCircular(tx, {
      caseId: found.id,
      departmentId: seat.id,
      number,
      issuedOn,
      people: named.join('、'),
      sanctions: answers.sanctions ?? null,
    });
    return { message: `已发出通报批评 ${number}，对象 ${named.join('、')}。` };
  },
});
