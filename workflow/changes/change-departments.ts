import type { ReadableDatabase } from '../../db/database.ts';
import { type DepartmentName, departmentNamesOverTime } from '../../db/queries/departments.ts';
import { endDepartmentName, moveSectors, renameDepartment } from '../../db/writes/departments.ts';
import { writeSetting } from '../../db/writes/settings.ts';
import { mayMergeDepartments } from '../../policy/life/merge-departments.ts';
import { addDays, type PlainDate } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { type DeskAct, deskCommand } from '../command.ts';
import { among, choiceField, dateField, optional, textField } from '../field.ts';
import { permit } from '../permit.ts';
import { seatSetting, storedSeat } from '../session/seat.ts';

const act = actOf('change-departments');

/** What happens to departments. */
const departmentChanges = { rename: '更名', merge: '并入另一部门' } as const;

const fields = {
  kind: choiceField('变更', departmentChanges),
  department: among('departments', textField('部门', '现用的简称或全称')),
  from: dateField('生效日期', '自该日起使用新名称，或并入'),
  into: optional(among('departments', textField('并入的部门', '合并的必填'))),
  name: optional(textField('新简称', '如 区教育和体育局；更名的必填')),
  officialName: optional(textField('新全称', '用于文书，如 武汉市武昌区教育和体育局；更名的必填')),
  prefix: optional(textField('新发文字号代字', '如 武昌教体名；不填沿用原代字')),
};

function refuse(why: string): never {
  throw new Refusal(`无法${act.title}：${why}`, act.article);
}

/** The last name of a department called so: by the name it bears or has borne last. */
function lastName(db: ReadableDatabase, called: string): DepartmentName {
  const names = departmentNamesOverTime(db);
  const known = names.find(({ name, officialName }) => name === called || officialName === called);
  const last = names.findLast(({ departmentId }) => departmentId === known?.departmentId);
  if (last !== undefined) return last;
  const present = names.filter(({ validTo }) => validTo === null).map(({ name }) => name);
  return refuse(`没有「${called}」这个部门。现有 ${present.join('、')}，请从中选择。`);
}

/** Refuses a day on which the name a department bears has hardly begun: names follow one another. */
function requireAfter({ name, validFrom }: DepartmentName, from: PlainDate): void {
  if (from <= validFrom) refuse(`生效日期 ${from} 不晚于「${name}」启用的日期 ${validFrom}。请核对日期。`);
}

function rename({ tx, answers }: DeskAct<typeof fields>): string {
  const { from } = answers;
  const present = lastName(tx, answers.department);
  const { name, officialName } = answers;
  if (name === undefined || officialName === undefined) return refuse('更名须填「新简称」和「新全称」。');
  if (present.validTo !== null) refuse(`${present.name}已于 ${addDays(present.validTo, 1)} 并入其他部门。请核对部门。`);
  requireAfter(present, from);
  const others = departmentNamesOverTime(tx).filter(
    ({ departmentId, validTo }) => departmentId !== present.departmentId && (validTo === null || validTo >= from),
  );
  if (others.some((other) => other.name === name || other.officialName === officialName))
    refuse(`另一部门也叫「${name}」。请改用可以区别的名称。`);
  const numberPrefix = answers.prefix ?? present.numberPrefix;
  if (others.some((other) => other.numberPrefix === numberPrefix))
    refuse(`发文字号代字「${numberPrefix}」已由另一部门使用。请换一个代字。`);
  renameDepartment(tx, present.departmentId, { name, officialName, numberPrefix, validFrom: from });
  return `${present.name}自 ${from} 起更名为${name}；此前的文书保留原名称。`;
}

function merge({ tx, answers, context }: DeskAct<typeof fields>): string {
  const { from, into } = answers;
  if (into === undefined) return refuse('合并须填「并入的部门」。');
  if (from > context.today) refuse(`生效日期 ${from} 晚于今天 ${context.today}，请到生效之日再登记。`);
  const own = lastName(tx, answers.department);
  const other = lastName(tx, into);
  const merging = ({ name, kind, validTo }: DepartmentName) => ({
    name,
    kind,
    ...(validTo === null ? {} : { mergedOn: addDays(validTo, 1) }),
  });
  permit(act.title, '', mayMergeDepartments(merging(own), merging(other), from), '请核对部门和日期。');
  if (own.departmentId === other.departmentId) refuse('不能并入自身。请另选并入的部门。');
  requireAfter(own, from);
  const seat = storedSeat(tx, context.today);
  endDepartmentName(tx, own.departmentId, from);
  moveSectors(tx, own.departmentId, other.departmentId);
  // A computer of the department that is no more works for the one that took over.
  if (seat?.id === own.departmentId) writeSetting(tx, seatSetting, other.departmentId);
  return `${own.name}自 ${from} 起并入${other.name}，其领域和未办结的事项由${other.name}办理。`;
}

/**
 * 第十三条 names the departments of 2014; since then some have been renamed and merged. A document carries the name of its day; an open
 * matter goes to whoever took over.
 */
export const changeDepartments = deskCommand({
  ...act,
  summary: '登记部门更名，或一个部门并入另一个同类部门。文书使用成文之日的名称；发文字号代字随之改变的从新代字的 1 号起。',
  fields,
  run: (given) => ({ message: given.answers.kind === 'rename' ? rename(given) : merge(given) }),
});
