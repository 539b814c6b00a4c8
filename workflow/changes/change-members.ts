import { confirmFact } from '../../db/writes/applications.ts';
import { addRole, dayBefore, endRole, enterPerson } from '../../db/writes/team.ts';
import { sexLabels } from '../../policy/qualification.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { among, choiceField, dateField, optional, textField } from '../field.ts';
import { allowChange, checkAgain, mayChange, recordChange, toFollow } from './changing.ts';
import { idNumberField, idNumberProblems } from './id-number-field.ts';

const act = actOf('change-members');

/** What somebody vouches for when a member joins. 第六条. */
const vouchedFor = ['member-results', 'member-conduct'] as const;

/**
 * 第三条, 第六条: members leave and join. Who joins has to be one the Measures allow, and a sixth is refused; a team that falls below three
 * is on record as it is, with a warning: people leave whether the Measures like it or not.
 */
export const changeMembers = command({
  ...act,
  summary: '登记团队成员的退出、加入；可以同时办理。增补的核对年龄和成果，超过五人的不能加入，不足三人的须尽快增补。',
  fields: {
    reason: textField('变更原因', '增补的超过一般年龄时同时写明理由'),
    leaving: optional(among('members', textField('退出的成员', '姓名之间用顿号'))),
    joining: optional(textField('加入的成员')),
    sex: optional(choiceField('加入者性别', sexLabels)),
    birthDate: optional(dateField('加入者出生日期', '有人加入时必填')),
    idNumber: optional(idNumberField('加入者身份证号')),
    professionalTitle: optional(textField('加入者职称')),
    verifiedBy: optional(textField('核实人', '核实加入者的荣誉或成果、品德和专业素质；有人加入时必填')),
    approver: optional(textField('特殊情况批准人', '加入者超过一般年龄的必填')),
    date: optional(dateField('变更日期', '不填为当天')),
  },
  offered: (studio, _db, seat) => mayChange(act.name, studio, seat),
  run({ tx, studio, answers, context }) {
    const refuse = (why: string): never => {
      throw new Refusal(`无法${act.title}：${why}`, act.article);
    };
    const allowed = allowChange(act.name, studio, answers.date, { reason: answers.reason }, context);
    const { onDate } = allowed;
    const members = studio.people.filter(({ role }) => role === 'member');
    const leaving = (answers.leaving ?? '').split(/[、，,；;\s]+/u).filter((name) => name !== '');
    const { joining } = answers;
    if (leaving.length === 0 && joining === undefined) refuse('没有填「退出的成员」或「加入的成员」。请至少填一项。');
    const strangers = leaving.filter((name) => !members.some((member) => member.name === name));
    if (strangers.length > 0) {
      refuse(`${strangers.join('、')}不是「${studio.name}」的成员。可填的现有成员有 ${members.map(({ name }) => name).join('、')}。`);
    }
    for (const { roleId } of members.filter(({ name }) => leaving.includes(name))) endRole(tx, roleId, dayBefore(onDate));
    if (joining !== undefined) {
      const { verifiedBy, birthDate } = answers;
      if (members.some(({ name }) => name === joining && !leaving.includes(name))) refuse(`${joining}已经是成员。请核对姓名。`);
      if (studio.people.some(({ role, name }) => role === 'lead' && name === joining))
        refuse(`${joining}是领办人，领办人不计入团队成员。请核对姓名。`);
      if (birthDate === undefined) return refuse(`没有填${joining}的出生日期，无法核对年龄。请补填「加入者出生日期」。`);
      if (verifiedBy === undefined) return refuse(`没有填「核实人」。成员须有荣誉或成果，请核实后填写。`);
      const { idNumber, sex } = answers;
      const contradictions = idNumber === undefined ? [] : idNumberProblems(tx, idNumber, { name: joining, birthDate, sex });
      if (contradictions.length > 0) refuse(`${joining}的${contradictions.join('，')}。请按身份证核对。`);
      const personId = enterPerson(tx, {
        name: joining,
        sex: answers.sex ?? null,
        birthDate,
        idNumber: answers.idNumber ?? null,
        professionalTitle: answers.professionalTitle ?? null,
        phone: null,
        qualifications: [],
      });
      addRole(tx, studio.id, personId, 'member', onDate);
      for (const subject of vouchedFor) {
        confirmFact(tx, studio.id, subject, {
          holds: true,
          confirmedBy: verifiedBy,
          confirmedOn: onDate,
          evidence: `变更团队成员：${joining}`,
        });
      }
    }
    const shrinking = leaving.length > 0 && joining === undefined;
    const special = checkAgain(
      tx,
      act.name,
      studio.id,
      allowed,
      answers.approver,
      // Who only leaves makes nobody older and brings nothing that would have to be proved.
      shrinking ? ['team-size', 'member-age', 'member-results', 'member-conduct'] : [],
    );
    recordChange(
      tx,
      act.name,
      studio.id,
      [
        ...leaving.map((name) => ({ field: '团队成员', before: name, after: null })),
        ...(joining === undefined ? [] : [{ field: '团队成员', before: null, after: joining }]),
      ],
      allowed,
      { reason: answers.reason, approver: answers.approver },
      context,
    );
    const said = [...leaving.map((name) => `${name}退出`), ...(joining === undefined ? [] : [`${joining}加入`])].join('，');
    return { message: `「${studio.name}」团队自 ${onDate} 起${said}。`, warnings: [...special, ...toFollow(act.name)] };
  },
});
