import { type RevocationProposal, readProposals, readRevocations } from '../../db/queries/revocations.ts';
import type { StudioDesignation, StudioRecord } from '../../db/queries/studios.ts';
import { addRevocation } from '../../db/writes/revocations.ts';
import { articleText } from '../../policy/article.ts';
import { moneyText } from '../../policy/money.ts';
import type { PlainDate } from '../../policy/plain-date.ts';
import { mayReclaim } from '../../policy/reclaim.ts';
import { Refusal } from '../../policy/refusal.ts';
import { mayRevoke, revocationEffect, revocationGrounds } from '../../policy/revocation.ts';
import { seatKindLabels, studioLevelLabels } from '../../policy/seat.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { type Act, command } from '../command.ts';
import { assignSharedNumber } from '../document-number.ts';
import { dateField, moneyOrNothingField, optional, textField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { measuresBook } from '../measures-book.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { chosenGround, groundField } from './chosen-ground.ts';
import { type FoundGround, foundGrounds } from './found-grounds.ts';
import { reclaimBasis } from './reclaim-basis.ts';

const act = actOf('revoke');
const levels = ['in-system', 'district'] as const;

/** The ground a decision stands on: the one proposed, for a district title, as its record stands on the day. */
function groundOf(
  { tx, studio }: Pick<Act<never>, 'tx' | 'studio'>,
  title: StudioDesignation,
  proposal: RevocationProposal | undefined,
  wanted: string | undefined,
  on: PlainDate,
): FoundGround {
  const grounds = foundGrounds(tx, studio, title, on);
  if (proposal === undefined) return chosenGround(grounds, wanted, studio.name, act.title, act.article);
  const proposed = grounds.find(
    ({ record }) =>
      record.assessmentId === proposal.assessmentId &&
      record.rectificationId === proposal.rectificationId &&
      record.caseId === proposal.caseId &&
      record.followsId === proposal.followsId,
  );
  if (proposed !== undefined) return proposed;
  throw new Refusal(
    `无法${act.title}：「${studio.name}」提请撤销的依据已不成立（${proposal.reason}）。请核对考核、整改和查核的记录。`,
    act.article,
  );
}

/** What follows from a decision, for the clerk. */
function consequences(studio: StudioRecord, title: StudioDesignation, ground: FoundGround, reclaim: number): readonly string[] {
  const held = levels.filter((level) => heldTitle(studio, level) !== undefined);
  const { toDecide, circular } = revocationEffect(ground.record.ground, title.level, held);
  const place = articleText(revocationGrounds[ground.record.ground].article);
  return [
    `须收回牌匾（${place}）。`,
    ...(reclaim > 0 ? [`须收回资助 ${moneyText(reclaim)}（${place}）。`] : []),
    ...(circular ? ['须通报批评（第二十条）。'] : []),
    ...(toDecide === null
      ? []
      : [`${studioLevelLabels[toDecide.level]}名师工作室称号仍然有效，由${seatKindLabels[toDecide.decidedBy]}另行决定（${place}）。`]),
  ];
}

/**
 * 第十九条第二款, 第二十条: who named revokes, on an approved unqualified periodic result, a rectification that ran out, or a case verified as
 * true; a district title on the HR bureau's proposal. The decision says which title falls: the other one, while it is held, is left to the
 * department that gave it. The grant is reclaimed. A studio without a title gets nothing more.
 */
export const revoke = command({
  ...act,
  summary: '撤销称号，写明依据、会议和文号；同时决定收回的资助，不填为本周期已发放的区级资助。另一级称号由命名部门另行决定。',
  fields: {
    minutes: textField('决定的会议', '会议名称、日期或纪要号'),
    ground: groundField,
    reason: optional(textField('撤销理由', '不填为依据的记录')),
    reclaim: optional(moneyOrNothingField('收回资助金额', '以元为单位；不填为本周期已发放的区级资助')),
    reclaimReason: optional(textField('收回金额的理由', '与应收回的金额不同时必填')),
    number: optional(textField('撤销文号', '不填则按本部门文号顺序取号；同一文件撤销多家的填同一文号')),
    date: optional(dateField('决定日期', '不填为当天')),
  },
  offered: (studio, db, { kind }, today) => {
    const title = heldTitle(studio, actingLevel(act.name, kind));
    if (title === undefined) return false;
    if (title.level === 'district') return readProposals(db, studio.id).some(({ designationId }) => designationId === title.id);
    return foundGrounds(db, studio, title, today).some(({ permission }) => permission.against.length === 0);
  },
  run({ tx, studio, answers, context }) {
    const { seat } = context;
    const title = requireTitle(studio, actingLevel(act.name, seat.kind), act.title, act.article);
    const decidedOn = pastDay(answers.date, context, act.title, '决定日期', act.article);
    const held = levels.filter((level) => heldTitle(studio, level) !== undefined);
    const proposal = readProposals(tx, studio.id).find(({ designationId }) => designationId === title.id);
    if (title.level === 'district' && proposal === undefined) {
      permit(act.title, studio.name, mayRevoke('periodic', title.level, held, undefined, decidedOn), '请等待提请。');
    }
    const found = groundOf({ tx, studio }, title, proposal, answers.ground, decidedOn);
    const { ground } = found.record;
    const warnings = permit(
      act.title,
      studio.name,
      {
        against: [...mayRevoke(ground, title.level, held, proposal?.proposedOn, decidedOn).against, ...found.permission.against],
        warnings: found.permission.warnings,
      },
      '请先办结后再撤销。',
    );
    const basis = reclaimBasis(tx, studio, title, decidedOn, answers.reclaim);
    const reclaimAmount = answers.reclaim ?? basis.usual;
    permit(
      act.title,
      studio.name,
      mayReclaim(reclaimAmount, basis.payments, basis.since, basis.reclaimed, answers.reclaimReason),
      '请核对「收回资助金额」和「收回金额的理由」。',
    );
    const borne = readRevocations(tx)
      .filter((other) => other.decidedOn === decidedOn && other.departmentId === seat.id)
      .map(({ number }) => number);
    const number = assignSharedNumber(tx, answers.number, borne, seat, decidedOn, { document: 'revocation-decision', about: studio.name });
    const reason = answers.reason ?? proposal?.reason ?? found.reason;
    const other = levels.map((level) => heldTitle(studio, level)).find((each) => each !== undefined && each.id !== title.id);
    addRevocation(tx, {
      studioId: studio.id,
      designationId: title.id,
      departmentId: seat.id,
      proposalId: proposal?.id ?? null,
      ...found.record,
      decidedOn,
      minutes: answers.minutes,
      number,
      reason,
      otherDesignationId: other?.id ?? null,
      granted: basis.usual,
      reclaimAmount,
      reclaimReason: answers.reclaimReason ?? null,
      measuresId: measuresBook(tx).on(decidedOn).id,
    });
    return {
      message: `已撤销「${studio.name}」${studioLevelLabels[title.level]}名师工作室称号，文号 ${number}：${reason}。`,
      warnings: [...warnings, ...consequences(studio, title, found, reclaimAmount)],
    };
  },
});
