import { readCases } from '../../db/queries/cases.ts';
import { addCaseVerification } from '../../db/writes/cases.ts';
import { mayVerifyCase } from '../../policy/misconduct/case-record.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { dateField, optional, textField, yesNoField } from '../field.ts';
import { heldTitle, requireTitle } from '../held-title.ts';
import { pastDay } from '../past-day.ts';
import { permit } from '../permit.ts';
import { caseRecordOf } from '../revocation/found-grounds.ts';
import { caseField, caseInHand } from './case-in-hand.ts';

const act = actOf('verify-case');

/** 第二十条 (经查明属实): who established what, on what evidence. What is found true leads to revocation; what is not closes the case. */
export const verifyCase = command({
  ...act,
  summary: '登记查核的结论、事实和证据。属实的，撤销称号、收回资助、通报批评；不属实的，结案。',
  fields: {
    case: caseField,
    by: textField('查核人', '单位或人员'),
    holds: yesNoField('是否属实'),
    findings: textField('查明的事实'),
    evidence: textField('证据', '材料名称和存放处，几件之间用分号'),
    impact: optional(textField('造成的影响', '过失造成巨大负面影响的必填')),
    statement: optional(textField('工作室的陈述')),
    date: optional(dateField('查核日期', '不填为当天')),
  },
  offered: (studio, db, { kind }) =>
    heldTitle(studio, actingLevel(act.name, kind)) !== undefined &&
    readCases(db, studio.id).some(({ verification }) => verification === null),
  run({ tx, studio, answers, context }) {
    requireTitle(studio, actingLevel(act.name, context.seat.kind), act.title, act.article);
    const all = readCases(tx, studio.id);
    const open = all.filter(({ verification, sequence }) => verification === null || sequence === answers.case);
    const found = caseInHand(open, answers.case, studio, act.title, act.article);
    const verifiedOn = pastDay(answers.date, context, act.title, '查核日期', act.article);
    permit(act.title, studio.name, mayVerifyCase(caseRecordOf(found), answers.by, verifiedOn), '请核对线索的记录。');
    if (answers.holds && found.kind === 'grave-fault' && answers.impact === undefined) {
      throw new Refusal(`无法${act.title}：过失须造成巨大负面影响才适用本条，请写明「造成的影响」；没有的填不属实。`, act.article);
    }
    const evidence = answers.evidence
      .split(/[;；\n]/u)
      .map((paper) => paper.trim())
      .filter((paper) => paper !== '');
    if (evidence.length === 0) throw new Refusal(`无法${act.title}：没有写明「证据」。请写明材料名称和存放处。`, act.article);
    addCaseVerification(tx, {
      caseId: found.id,
      departmentId: context.seat.id,
      verifiedOn,
      verifiedBy: answers.by,
      holds: answers.holds,
      findings: answers.findings,
      evidence,
      impact: answers.impact ?? null,
      statement: answers.statement ?? null,
    });
    return {
      message: `已登记「${studio.name}」线索 ${found.sequence} 的查核结论：${answers.holds ? '属实' : '不属实，结案'}。`,
      warnings: answers.holds ? ['经查属实的，撤销称号、收回资助，并对领办人及相关责任人通报批评（第二十条）。'] : [],
    };
  },
});
