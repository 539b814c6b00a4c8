import { fullYears, type PlainDate } from '../plain-date.ts';
import type { PersonFacts } from '../qualification.ts';
import type { Rule } from './rule.ts';

/** The age of a member on a day, or `undefined` while the birth date is unknown. */
function ageOn({ birthDate }: PersonFacts, on: PlainDate): number | undefined {
  return birthDate === undefined ? undefined : fullYears(birthDate, on);
}

/**
 * In principle aged 45 or under, the number included; older needs a reason. 第六条第一项. Birth dates nobody recorded
 * may be replaced by the word of whoever saw the identity cards.
 */
export const memberAge: Rule = ({ members, applicationDate, confirmations }, { values }) => {
  const { value: limit, source } = values.memberAgeLimit;
  const base = { rule: 'member-age', article: source };
  if (members.length === 0 || applicationDate === undefined) {
    return { ...base, outcome: 'missing', message: '未填团队成员或申报日期，无法核对成员年龄。', evidence: '' };
  }
  const ages = members.map((member) => ({ name: member.name, age: ageOn(member, applicationDate) }));
  const evidence = ages.map(({ name, age }) => (age === undefined ? name : `${name} ${age} 周岁`)).join('、');
  const older = ages.filter(({ age }) => age !== undefined && age > limit);
  if (older.length > 0) {
    const names = older.map(({ name, age }) => `${name}（${age} 周岁）`).join('、');
    return { ...base, outcome: 'needs-approval', message: `成员原则上 ${limit} 周岁以下，${names}须说明理由并批准。`, evidence };
  }
  const unknown = ages.filter(({ age }) => age === undefined).map(({ name }) => name);
  const seen = confirmations['member-age'];
  if (unknown.length > 0 && seen?.holds !== true) {
    if (seen?.holds === false) {
      return { ...base, outcome: 'needs-approval', message: `经核对有成员超过 ${limit} 周岁，须说明理由并批准。`, evidence };
    }
    return { ...base, outcome: 'missing', message: `未填出生日期：${unknown.join('、')}。`, evidence };
  }
  return { ...base, outcome: 'met', message: `成员均在 ${limit} 周岁以下。`, evidence };
};
