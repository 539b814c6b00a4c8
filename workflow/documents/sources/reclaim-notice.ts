import type { Transaction } from '../../../db/database.ts';
import { departmentsOn } from '../../../db/queries/departments.ts';
import { readIssuedDocuments } from '../../../db/queries/issued-documents.ts';
import { type Revocation, readRevocations } from '../../../db/queries/revocations.ts';
import type { StudioRecord } from '../../../db/queries/studios.ts';
import { articleParagraph, articleText } from '../../../policy/article.ts';
import { addDays, type PlainDate } from '../../../policy/plain-date.ts';
import { Refusal } from '../../../policy/refusal.ts';
import { revocationGrounds } from '../../../policy/revocation.ts';
import type { SeatKind } from '../../../policy/seat.ts';
import { actingLevel } from '../../act-of.ts';
import type { Context } from '../../context.ts';
import { measuresBook } from '../../measures-book.ts';
import { reclaimBasis } from '../../revocation/reclaim-basis.ts';
import { readDocumentSettings } from '../document-settings.ts';
import type { StudioSources } from '../document-source.ts';
import { numberOnce } from '../number-once.ts';
import { contactOf } from './contact.ts';

const kind = 'reclaim-notice';

/** 资金收回通知: what the latest revocation of the title this seat looks after reclaims. 第十九条第二款, 第二十条. */
export const reclaimNoticeSources: StudioSources = {
  scope: 'studio',
  article: articleParagraph(19, 2),
  candidates: (tx, studio, seat) => reclaiming(tx, studio, seat.kind) !== undefined,
  source(tx, studio, context) {
    const { seat } = context;
    const revocation = reclaiming(tx, studio, seat.kind);
    if (revocation === undefined) {
      throw new Refusal(
        `无法生成《资金收回通知》：「${studio.name}」没有决定收回资助的撤销记录。请先办理「撤销称号」，并写明收回金额。`,
        articleParagraph(19, 2),
      );
    }
    const issuedOn = dayOf(tx, revocation, context);
    const number = numberOnce(tx, { kind, subjectId: revocation.id, issuedOn, takenFor: `资金收回通知：${studio.name}` }, context);
    const departments = departmentsOn(tx, issuedOn);
    const department = departments.find(({ id }) => id === seat.id)?.officialName;
    const { handBackDays, reclaimAccount } = readDocumentSettings(tx, seat);
    const { title, documentNumber } = measuresBook(tx).on(revocation.decidedOn);
    const returned = revocation.payments.filter(({ paidOn }) => paidOn <= issuedOn).map(({ paidOn, amount }) => ({ on: paidOn, amount }));
    const input = {
      studio: studio.name,
      number,
      level: revocation.level,
      measures: { title, documentNumber },
      department,
      hostUnit: studio.hostUnit?.name,
      revocation: {
        number: revocation.number,
        decidedOn: revocation.decidedOn,
        by: revocation.departmentId === seat.id ? department : departments.find(({ id }) => id === revocation.departmentId)?.name,
      },
      article: articleText(revocationGrounds[revocation.ground].article),
      ...paidInCycle(tx, studio, revocation),
      decided: revocation.reclaimAmount,
      reason: revocation.reclaimReason ?? undefined,
      ...(returned.length === 0 ? {} : { returned }),
      account: reclaimAccount ?? undefined,
      deadline: addDays(issuedOn, handBackDays),
      issuedOn,
      ...contactOf(tx),
    };
    return { input, number, subjectId: revocation.id, issuedOn };
  },
};

function reclaiming(tx: Transaction, { id }: StudioRecord, seat: SeatKind): Revocation | undefined {
  const level = actingLevel('reclaim-grant', seat);
  return readRevocations(tx, id).findLast((each) => each.level === level && each.reclaimAmount > 0);
}

/** The day it was first issued; today while it has not been: the decision may be another department's and arrive later. */
function dayOf(tx: Transaction, { id }: Revocation, { seat, today }: Context): PlainDate {
  const issued = readIssuedDocuments(tx).find((each) => each.kind === kind && each.subjectId === id && each.departmentId === seat.id);
  return issued?.issuedOn ?? today;
}

/** What the decision's own sum is made of: payments of the cycle, less what came back before. */
function paidInCycle(tx: Transaction, studio: StudioRecord, { designationId, decidedOn, granted, reclaimAmount }: Revocation) {
  const held = studio.designations.find(({ id }) => id === designationId);
  if (held === undefined) return {};
  const { payments, since } = reclaimBasis(tx, studio, held, decidedOn, reclaimAmount);
  const paid = payments.filter(({ on }) => on >= since && on <= decidedOn);
  const before = paid.reduce((sum, { amount }) => sum + amount, 0) - granted;
  return { ...(paid.length === 0 ? {} : { paid }), ...(before > 0 ? { reclaimedBefore: before } : {}) };
}
