import { confirmFact } from '../../db/writes/applications.ts';
import { updateStudio } from '../../db/writes/studios.ts';
import { addRole, dayBefore, endRole, enterPerson } from '../../db/writes/team.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { levelLabels, qualificationLabels, sexLabels } from '../../policy/qualification.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { choiceField, dateField, optional, textField, yearField, yesNoField } from '../field.ts';
import { allowChange, checkAgain, mayChange, recordChange, toFollow } from './changing.ts';
import { idNumberField, idNumberProblems } from './id-number-field.ts';

const act = actOf('change-lead');

/** What the host unit and the department vouch for of a new lead. 第四条, 第五条第一项, 第三项, 第四项. */
const vouchedFor = ['lead-confirmed', 'lead-conduct', 'lead-front-line', 'lead-health'] as const;

/**
 * 第四条, 第五条: a new lead has to be eligible as if applying on the day of the change; 第二条: a studio bears the name of its lead, so that it is
 * renamed in the same act. The former lead stays on record with the days of the office.
 */
export const changeLead = command({
  ...act,
  summary: '更换领办人：按变更当日重新核对资格；工作室以原领办人姓名命名的，同时填写新名称。',
  fields: {
    name: textField('新领办人姓名'),
    sex: choiceField('性别', sexLabels),
    birthDate: dateField('出生日期'),
    reason: textField('变更原因', '超过一般年龄的同时写明特殊情况理由'),
    unitOpinion: textField('所在单位意见'),
    confirmation: textField('确认人', '确认新领办人的部门和人员'),
    verified: yesNoField('无违纪违规、在一线岗位、身体健康，均已核实'),
    studioName: optional(textField('工作室新名称', '原名称含原领办人姓名的必填')),
    idNumber: optional(idNumberField('身份证号')),
    professionalTitle: optional(textField('职称')),
    phone: optional(textField('联系电话')),
    honour: optional(textField('资格依据', '证书上的名称；登记过的成员担任的可不填')),
    honourKind: optional(choiceField('资格依据的类别', qualificationLabels)),
    honourLevel: optional(choiceField('资格依据的级别', levelLabels)),
    honourYear: optional(yearField('取得年份')),
    approver: optional(textField('特殊情况批准人', '超过一般年龄的必填')),
    date: optional(dateField('变更日期', '不填为当天')),
  },
  offered: (studio, _db, seat) => mayChange(act.name, studio, seat),
  run({ tx, studio, answers, context }) {
    const refuse = (why: string): never => {
      throw new Refusal(`无法${act.title}：${why}`, act.article);
    };
    const papers = { reason: answers.reason, 'unit-opinion': answers.unitOpinion, confirmation: answers.confirmation };
    const allowed = allowChange(act.name, studio, answers.date, papers, context);
    const { onDate } = allowed;
    const former = studio.people.filter(({ role }) => role === 'lead');
    if (former.some(({ name, birthDate }) => name === answers.name && birthDate === answers.birthDate)) {
      refuse(`${answers.name}已经是「${studio.name}」的领办人。请核对姓名和出生日期。`);
    }
    if (answers.honour !== undefined && (answers.honourKind === undefined || answers.honourLevel === undefined)) {
      refuse(`资格依据「${answers.honour}」没有填「资格依据的类别」或「资格依据的级别」。请补填。`);
    }
    if (answers.honourYear !== undefined && answers.honourYear > partsOf(onDate).year) {
      refuse(`取得年份 ${answers.honourYear} 晚于变更日期 ${onDate}。请按证书核对。`);
    }
    const contradictions = answers.idNumber === undefined ? [] : idNumberProblems(tx, answers.idNumber, answers);
    if (contradictions.length > 0) refuse(`${answers.name}的${contradictions.join('，')}。请按身份证核对。`);
    const formerName = former.map(({ name }) => name).find((name) => studio.name.includes(name));
    if (formerName !== undefined && answers.studioName === undefined) {
      refuse(`「${studio.name}」以${formerName}命名，请同时填写「工作室新名称」。（第二条：以名师姓名及专业特色命名）`);
    }
    const studioName = answers.studioName ?? studio.name;
    if (formerName !== undefined && studioName.includes(formerName)) {
      refuse(`新名称「${studioName}」仍含原领办人姓名${formerName}。请改用新领办人姓名。`);
    }
    const member = studio.people.find(({ role, name }) => role === 'member' && name === answers.name);
    for (const { roleId } of former) endRole(tx, roleId, dayBefore(onDate));
    if (member !== undefined) endRole(tx, member.roleId, dayBefore(onDate));
    const { honour, honourKind, honourLevel, honourYear } = answers;
    const personId = enterPerson(
      tx,
      {
        name: answers.name,
        sex: answers.sex,
        birthDate: answers.birthDate,
        idNumber: answers.idNumber ?? null,
        professionalTitle: answers.professionalTitle ?? null,
        phone: answers.phone ?? null,
        qualifications:
          honour === undefined || honourKind === undefined || honourLevel === undefined
            ? []
            : [{ name: honour, kind: honourKind, level: honourLevel, ...(honourYear === undefined ? {} : { year: honourYear }) }],
      },
      member?.personId,
    );
    addRole(tx, studio.id, personId, 'lead', onDate);
    for (const subject of vouchedFor) {
      confirmFact(tx, studio.id, subject, {
        holds: subject === 'lead-confirmed' || answers.verified,
        confirmedBy: answers.confirmation,
        confirmedOn: onDate,
        evidence: `变更领办人：${answers.unitOpinion}`,
      });
    }
    updateStudio(tx, studio.id, { name: studioName, identityOn: context.today });
    const special = checkAgain(tx, act.name, studio.id, allowed, answers.approver);
    const why = { reason: answers.reason, approver: answers.approver };
    const before = former.length === 0 ? null : former.map(({ name }) => name).join('、');
    recordChange(tx, act.name, studio.id, [{ field: '领办人', before, after: answers.name }], allowed, why, context);
    recordChange(tx, 'rename-studio', studio.id, [{ field: '名称', before: studio.name, after: studioName }], allowed, why, context);
    return {
      message: `「${studio.name}」的领办人自 ${onDate} 起由${answers.name}担任${studioName === studio.name ? '' : `，更名为「${studioName}」`}。`,
      warnings: [...special, ...toFollow(act.name)],
    };
  },
});
