import { confirmFact } from '../../db/writes/applications.ts';
import { enterHostUnit, updateStudio } from '../../db/writes/studios.ts';
import { tenThousandYuanText } from '../../policy/money.ts';
import { Refusal } from '../../policy/refusal.ts';
import { hostUnitLabels } from '../../policy/studio-facts.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { choiceField, dateField, moneyField, numberField, optional, textField, yesNoField } from '../field.ts';
import { allowChange, checkAgain, mayChange, recordChange, toFollow } from './changing.ts';

const act = actOf('change-host-unit');

/** What has to be seen again at the new place. 第七条. */
const seenOnSite = [
  'zone-office',
  'zone-research-training',
  'zone-display',
  'zone-archive',
  'system-management',
  'system-performance',
  'system-process',
  'regular-staff',
] as const;

/** 第三条, 第七条, 第十四条: a studio moves to another unit, which has to offer what the first one did, and takes over the account. */
export const changeHostUnit = command({
  ...act,
  summary: '登记工作室转到另一单位：两个单位的意见、专户移交，并按变更当日重新核对场所、制度、人员和经费。',
  fields: {
    unit: textField('新单位名称'),
    unitKind: choiceField('单位性质', hostUnitLabels),
    inDistrict: yesNoField('是否在本区'),
    area: numberField('新场所面积', '平方米'),
    funds: moneyField('新单位专项经费', '每年，以元为单位'),
    reason: textField('变更原因', '面积不足等特殊情况同时写明理由'),
    unitOpinion: textField('原单位意见'),
    newUnitConsent: textField('新单位意见'),
    handover: textField('专户移交', '移交清单；没有专户的填无'),
    verifiedBy: textField('核实人', '现场核实功能区域、制度和工作人员的人员'),
    approver: optional(textField('特殊情况批准人', '面积不足、单位不在本区等情形必填')),
    date: optional(dateField('变更日期', '不填为当天')),
  },
  offered: (studio, _db, seat) => mayChange(act.name, studio, seat),
  run({ tx, studio, answers, context }) {
    const papers = {
      reason: answers.reason,
      'unit-opinion': answers.unitOpinion,
      'new-unit-consent': answers.newUnitConsent,
      'account-handover': answers.handover,
    };
    const allowed = allowChange(act.name, studio, answers.date, papers, context);
    const { onDate } = allowed;
    if (studio.hostUnit?.name === answers.unit) {
      throw new Refusal(`无法${act.title}：「${studio.name}」的所在单位就是${answers.unit}。请核对新单位名称。`, act.article);
    }
    if (answers.area < 0) throw new Refusal(`无法${act.title}：面积不能小于 0。请核对面积。`, act.article);
    const hostUnitId = enterHostUnit(tx, answers.unit, answers.unitKind, answers.inDistrict);
    updateStudio(tx, studio.id, { hostUnitId, area: answers.area, dedicatedFunds: answers.funds });
    for (const subject of seenOnSite) {
      confirmFact(tx, studio.id, subject, {
        holds: true,
        confirmedBy: answers.verifiedBy,
        confirmedOn: onDate,
        evidence: `变更所在单位：${answers.unit}`,
      });
    }
    const special = checkAgain(tx, act.name, studio.id, allowed, answers.approver);
    recordChange(
      tx,
      act.name,
      studio.id,
      [
        { field: '所在单位', before: studio.hostUnit?.name ?? null, after: answers.unit },
        { field: '场所面积', before: studio.area === null ? null : `${studio.area} 平方米`, after: `${answers.area} 平方米` },
        {
          field: '单位专项经费',
          before: studio.dedicatedFunds === null ? null : `${tenThousandYuanText(studio.dedicatedFunds)} 万元`,
          after: `${tenThousandYuanText(answers.funds)} 万元`,
        },
      ],
      allowed,
      { reason: answers.reason, approver: answers.approver },
      context,
    );
    return { message: `「${studio.name}」自 ${onDate} 起设在${answers.unit}。`, warnings: [...special, ...toFollow(act.name)] };
  },
});
