import type { Fen } from '../policy/money.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import type { ShortlistDecision } from '../policy/round/round-decisions.ts';
import type { StudioNature } from '../policy/studio-nature.ts';
import type { DatedIdentity } from './studio-columns.ts';
import type { FieldRemark } from './workbook-kind.ts';

/** How far a studio came in a round, step by step; a step not taken is absent. 第十二条. Amounts in fen. */
export interface RoundCourse extends DatedIdentity {
  readonly sector: string;
  /** In-system naming, and its filing with the HR bureau. */
  readonly namedOn: PlainDate;
  readonly filedOn: PlainDate;
  readonly appliedOn: PlainDate;
  readonly unitAgreedOn: PlainDate;
  readonly recommendedOn: PlainDate;
  readonly rank: number;
  readonly reason: string;
  readonly shortlistedOn: PlainDate;
  readonly shortlistPlace: number;
  readonly shortlistAverage: number;
  readonly shortlistReason: string;
  readonly approvalOn: PlainDate;
  readonly approval: ShortlistDecision;
  readonly approvalMinutes: string;
  readonly noticeNumber: string;
  readonly postedOn: PlainDate;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly awardedOn: PlainDate;
  readonly awardNumber: string;
  readonly nature: StudioNature;
  readonly amount: Fen;
  readonly decidedOn: PlainDate;
  readonly grantNumber: string;
  readonly endedOn: PlainDate;
  readonly endReason: string;
}

type Key = keyof RoundCourse;

/** The steps in their order: what people call each, its day, and what else it consists of. */
const steps = [
  { name: '申请', day: 'appliedOn', more: [] },
  { name: '推荐', day: 'recommendedOn', more: ['rank', 'reason'] },
  { name: '拟入围', day: 'shortlistedOn', more: [] },
  { name: '审定', day: 'approvalOn', more: ['approval', 'approvalMinutes'] },
  { name: '公示', day: 'postedOn', more: ['noticeNumber', 'firstDay', 'lastDay'] },
  { name: '授牌', day: 'awardedOn', more: ['awardNumber'] },
  { name: '资助', day: 'decidedOn', more: ['nature', 'amount', 'grantNumber'] },
] as const satisfies readonly { readonly name: string; readonly day: Key; readonly more: readonly Key[] }[];

/** What is wrong with a course by itself: half a step, a step before the one it follows, a plaque during the notice. 第十二条. */
export function roundCourseRemarks(course: Readonly<Partial<RoundCourse>>): FieldRemark<RoundCourse>[] {
  const remarks: FieldRemark<RoundCourse>[] = [];
  const wrong = (field: Key, message: string): void => void remarks.push({ field, severity: 'error', message });
  for (const [index, { name, day, more }] of steps.entries()) {
    const parts: readonly Key[] = [day, ...more];
    const missing = parts.filter((key) => course[key] === undefined);
    if (missing.length === parts.length) continue;
    for (const key of missing) wrong(key, `${name}填写不全：请补填这一格，或清空${name}各栏。`);
    const before = steps[index - 1];
    const [on, earlier] = [course[day], before === undefined ? undefined : course[before.day]];
    if (before !== undefined && earlier === undefined) wrong(day, `写了${name}而没有写${before.name}：请核对。（《办法》第十二条）`);
    if (before !== undefined && on !== undefined && earlier !== undefined && on < earlier) {
      wrong(day, `${name}日期 ${on} 早于${before.name}日期 ${earlier}：请核对。`);
    }
  }
  const { unitAgreedOn, appliedOn, postedOn, firstDay, lastDay, awardedOn, approval, noticeNumber, endedOn, endReason } = course;
  if (unitAgreedOn !== undefined && appliedOn !== undefined && unitAgreedOn > appliedOn) {
    wrong('unitAgreedOn', `单位同意日期 ${unitAgreedOn} 晚于申请日期 ${appliedOn}：请核对。（《办法》第十二条第一项）`);
  }
  if (firstDay !== undefined && postedOn !== undefined && firstDay < postedOn) wrong('firstDay', '公示期早于张贴日期：请核对。');
  if (firstDay !== undefined && lastDay !== undefined && lastDay < firstDay) wrong('lastDay', '公示期止早于公示期起：请核对。');
  if (awardedOn !== undefined && lastDay !== undefined && awardedOn <= lastDay) {
    wrong('awardedOn', `授牌日期 ${awardedOn} 在公示期内（至 ${lastDay}）：请核对。（《办法》第十二条第五项）`);
  }
  if (approval === 'reject' && noticeNumber !== undefined) wrong('noticeNumber', '审定未通过的不公示：请核对。（《办法》第十二条第四项）');
  if (approval === 'reject' && endedOn === undefined) wrong('endedOn', '审定未通过的退出当年评选：请填写退出日期和原因。');
  if ((endedOn === undefined) !== (endReason === undefined)) {
    wrong(endedOn === undefined ? 'endedOn' : 'endReason', '退出填写不全：退出日期和原因都要写，或都清空。');
  }
  if (awardedOn !== undefined && endedOn !== undefined) wrong('endedOn', '已授牌的不能退出评选：请核对。（《办法》第十二条第五项）');
  if (endedOn !== undefined && appliedOn !== undefined && endedOn < appliedOn) wrong('endedOn', '退出日期早于申请日期：请核对。');
  return remarks;
}
