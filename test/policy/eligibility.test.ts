import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '../../policy/article.ts';
import { acceptanceHurdles, checkEligibility, subjectsToInspect } from '../../policy/eligibility.ts';
import { worstOutcome } from '../../policy/finding.ts';
import { measuresOn } from '../../policy/measures.ts';
import { dateOfDayNumber, dayNumber, plainDate } from '../../policy/plain-date.ts';
import type { Qualification } from '../../policy/qualification.ts';
import { type ConfirmationSubject, confirmationSubjects, type StudioFacts } from '../../policy/studio-facts.ts';
import { eligibleStudio, municipalLeader, withConfirmation } from './eligible-studio.ts';

const measures = measuresOn(plainDate('2026-08-01'));

/** Outcome of one rule on the eligible studio with some facts changed. */
function outcome(rule: string, changed: Partial<StudioFacts>): string | undefined {
  return checkEligibility({ ...eligibleStudio, ...changed }, measures).find((finding) => finding.rule === rule)?.outcome;
}

function without(key: keyof StudioFacts): StudioFacts {
  const { [key]: _taken, ...rest } = eligibleStudio;
  return rest as StudioFacts;
}

function missingRules(facts: StudioFacts): string[] {
  return checkEligibility(facts, measures)
    .filter((finding) => finding.outcome === 'missing')
    .map(({ rule }) => rule);
}

const [lead] = eligibleStudio.leads;
if (lead === undefined) throw new Error('the eligible studio has a lead');
const leadBorn = (birth: string, sex: 'male' | 'female') => ({ leads: [{ ...lead, sex, birthDate: plainDate(birth) }] });
const claiming = (...qualifications: Qualification[]) => ({ leads: [{ ...lead, qualifications }] });
const members = (count: number) => ({
  members: Array.from({ length: count }, (_, index) => ({
    name: `成员${index}`,
    birthDate: plainDate('1990-01-01'),
    qualifications: [municipalLeader],
  })),
});

describe('a studio that meets every article', () => {
  it('has only findings that are met, in the order of the articles', () => {
    const findings = checkEligibility(eligibleStudio, measures);
    expect(findings.map(({ rule, article, outcome: result }) => `${rule} ${articleText(article)} ${result}`)).toEqual([
      'host-unit 第三条 met',
      'lead-count 第三条 met',
      'team-size 第三条 met',
      'trainees 第三条 met',
      'lead-confirmed 第四条 met',
      'lead-conduct 第五条第一项 met',
      'lead-qualification 第五条第二项 met',
      'lead-front-line 第五条第三项 met',
      'lead-age 第五条第四项 met',
      'lead-health 第五条第四项 met',
      'member-age 第六条第一项 met',
      'member-results 第六条第一项 met',
      'member-conduct 第六条第二项 met',
      'minimum-area 第七条第一项 met',
      'functional-zones 第七条第一项 met',
      'written-systems 第七条第二项 met',
      'work-plan 第七条第二项 met',
      'regular-staff 第七条第三项 met',
      'dedicated-funds 第七条第四项 met',
      'unit-recommendation 第十一条第一项 met',
    ]);
    expect(worstOutcome(findings)).toBe('met');
  });
});

describe('第三条: the host unit', () => {
  it('may be an enterprise or a public institution', () => {
    expect(outcome('host-unit', { hostUnit: { name: '某厂', kind: 'enterprise' } })).toBe('met');
  });
  it('needs a reason when it is neither', () => {
    expect(outcome('host-unit', { hostUnit: { name: '某协会', kind: 'other' } })).toBe('needs-approval');
  });
  it('needs a reason when it lies outside the district', () => {
    expect(outcome('host-unit', { hostUnit: { name: '某厂', kind: 'enterprise', inDistrict: false } })).toBe('needs-approval');
    expect(outcome('host-unit', { hostUnit: { name: '某厂', kind: 'enterprise', inDistrict: true } })).toBe('met');
  });
  it('is missing while its name or kind is', () => {
    expect([outcome('host-unit', { hostUnit: { name: '某厂' } }), missingRules(without('hostUnit'))]).toEqual(['missing', ['host-unit']]);
  });
});

describe('第三条: people', () => {
  it('asks for exactly one lead', () => {
    expect([0, 1, 2].map((count) => outcome('lead-count', { leads: Array.from({ length: count }, () => lead) }))).toEqual([
      'missing',
      'met',
      'unmet',
    ]);
  });
  it('asks for three to five members, both included', () => {
    expect([0, 2, 3, 5, 6].map((count) => outcome('team-size', members(count)))).toEqual(['missing', 'unmet', 'met', 'met', 'unmet']);
  });
  it('asks for fixed trainees or a stated audience', () => {
    expect([
      outcome('trainees', { trainingAudience: '', traineeCount: 0 }),
      outcome('trainees', { trainingAudience: '', traineeCount: 1 }),
      outcome('trainees', { trainingAudience: '青年教师' }),
      outcome('trainees', { trainingAudience: '　 ' }),
    ]).toEqual(['missing', 'met', 'met', 'missing']);
  });
});

describe('第五条第二项: the ground a lead claims', () => {
  const claim = (kind: Qualification['kind'], level: Qualification['level']) =>
    outcome('lead-qualification', claiming({ kind, level, name: '某荣誉' }));

  it.each([
    ['government-allowance', 'district', 'municipal'],
    ['discipline-leader', 'district', 'municipal'],
    ['professional-title', 'district', 'municipal'],
    ['competition-award', 'municipal', 'provincial'],
  ] as const)('%s counts from %s up to the next level', (kind, below, from) => {
    expect([claim(kind, below), claim(kind, from), claim(kind, 'national')]).toEqual(['unmet', 'met', 'met']);
  });
  it('a talent programme counts from district level', () => {
    expect(claim('talent-programme', 'district')).toBe('met');
  });
  it('one sufficient ground is enough beside insufficient ones', () => {
    const district: Qualification = { kind: 'professional-title', level: 'district', name: '武昌区名师' };
    expect(outcome('lead-qualification', claiming(district, municipalLeader))).toBe('met');
  });
  it('no claim at all is unmet', () => {
    expect(outcome('lead-qualification', claiming())).toBe('unmet');
  });
  it('a claim nobody could classify is missing, not unmet', () => {
    expect(outcome('lead-qualification', { leads: [{ ...lead, qualifications: [], unclearClaims: ['优秀个人'] }] })).toBe('missing');
    expect(outcome('lead-qualification', { leads: [{ ...lead, unclearClaims: ['优秀个人'] }] })).toBe('met');
  });
  it('without a lead the ground is missing', () => {
    expect(outcome('lead-qualification', { leads: [] })).toBe('missing');
  });
});

describe('第五条第四项: the age of a lead on the application date 2026-08-01', () => {
  it.each([
    ['male', '1968-08-02', 57, 'met'],
    ['male', '1968-08-01', 58, 'needs-approval'],
    ['male', '1965-08-02', 60, 'needs-approval'],
    ['male', '1965-08-01', 61, 'unmet'],
    ['female', '1973-08-02', 52, 'met'],
    ['female', '1973-08-01', 53, 'needs-approval'],
    ['female', '1970-08-02', 55, 'needs-approval'],
    ['female', '1970-08-01', 56, 'unmet'],
  ] as const)('%s born %s is %i: %s', (sex, birth, age, expected) => {
    const finding = checkEligibility({ ...eligibleStudio, ...leadBorn(birth, sex) }, measures).find(({ rule }) => rule === 'lead-age');
    expect([finding?.outcome, finding?.message.startsWith(`${age} 周岁`)]).toEqual([expected, true]);
  });
  it('is missing without birth date, sex, application date or lead', () => {
    const { birthDate: _birth, ...noBirth } = lead;
    const { sex: _sex, ...noSex } = lead;
    expect([
      outcome('lead-age', { leads: [noBirth] }),
      outcome('lead-age', { leads: [noSex] }),
      outcome('lead-age', { leads: [] }),
    ]).toEqual(['missing', 'missing', 'missing']);
    expect(missingRules(without('applicationDate'))).toEqual(['lead-age', 'member-age']);
  });
});

describe('第六条第一项: the age of members', () => {
  const memberBorn = (birth: string) => ({
    members: [...eligibleStudio.members.slice(1), { name: '甲', birthDate: plainDate(birth), qualifications: [municipalLeader] }],
  });

  it('is 45 or under, the number included', () => {
    expect([outcome('member-age', memberBorn('1980-08-02')), outcome('member-age', memberBorn('1980-08-01'))]).toEqual([
      'met',
      'needs-approval',
    ]);
  });
  it('may be vouched for when birth dates are not on record', () => {
    const unknown = { ...eligibleStudio, members: eligibleStudio.members.map(({ name }) => ({ name, qualifications: [] })) };
    const { 'member-age': seen, ...others } = unknown.confirmations;
    const result = (confirmations: StudioFacts['confirmations']) =>
      checkEligibility({ ...unknown, confirmations }, measures).find(({ rule }) => rule === 'member-age')?.outcome;
    if (seen === undefined) throw new Error('the eligible studio has its members vouched for');
    expect([result(unknown.confirmations), result(others), result({ ...others, 'member-age': { ...seen, holds: false } })]).toEqual([
      'met',
      'missing',
      'needs-approval',
    ]);
  });
  it('is missing while there are no members', () => {
    expect(outcome('member-age', { members: [] })).toBe('missing');
  });
});

describe('第六条第一项: results of members', () => {
  it('are on record for each member, or confirmed as a whole', () => {
    const unrecorded = {
      ...withConfirmation('member-results', undefined),
      members: eligibleStudio.members.map((member) => ({ ...member, qualifications: [] })),
    };
    expect([missingRules(withConfirmation('member-results', undefined)), missingRules(unrecorded)]).toEqual([[], ['member-results']]);
  });
});

describe('第六条第二项, 第六条第三项: character and skill of members', () => {
  it('are vouched for together: missing until somebody does, unmet when denied', () => {
    const denied = withConfirmation('member-conduct', { holds: false, confirmedBy: '考察组', confirmedOn: plainDate('2026-08-01') });
    expect(missingRules(withConfirmation('member-conduct', undefined))).toEqual(['member-conduct']);
    expect(checkEligibility(denied, measures).find(({ rule }) => rule === 'member-conduct')?.outcome).toBe('unmet');
  });
});

describe('第七条: the place', () => {
  it('has fifty square metres or a reason', () => {
    expect([49.9, 50].map((area) => outcome('minimum-area', { area }))).toEqual(['needs-approval', 'met']);
    expect(missingRules(without('area'))).toEqual(['minimum-area']);
  });
  it('has money of its unit', () => {
    expect([0, 1].map((fen) => outcome('dedicated-funds', { dedicatedFunds: fen }))).toEqual(['unmet', 'met']);
    expect(missingRules(without('dedicatedFunds'))).toEqual(['dedicated-funds']);
  });
});

describe('第十一条第一项: the unit', () => {
  it('recommends, refuses, or has not spoken', () => {
    expect(
      ['同意推荐', '不同意推荐', '暂不推荐', '不予推荐', ' '].map((unitOpinion) => outcome('unit-recommendation', { unitOpinion })),
    ).toEqual(['met', 'unmet', 'unmet', 'unmet', 'missing']);
    expect(missingRules(without('unitOpinion'))).toEqual(['unit-recommendation']);
  });
});

describe('facts somebody stands for', () => {
  const ruleOf: Record<ConfirmationSubject, string | undefined> = {
    'lead-confirmed': 'lead-confirmed',
    'lead-conduct': 'lead-conduct',
    'lead-front-line': 'lead-front-line',
    'lead-health': 'lead-health',
    'member-age': undefined,
    'member-conduct': 'member-conduct',
    'member-results': undefined,
    'zone-office': 'functional-zones',
    'zone-research-training': 'functional-zones',
    'zone-display': 'functional-zones',
    'zone-archive': 'functional-zones',
    'system-management': 'written-systems',
    'system-performance': 'written-systems',
    'system-process': 'written-systems',
    'work-plan': 'work-plan',
    'activity-timetable': 'work-plan',
    'regular-staff': 'regular-staff',
  };
  const needed = confirmationSubjects.flatMap((subject) => (ruleOf[subject] === undefined ? [] : [[subject, ruleOf[subject]] as const]));

  it.each(needed)('%s is missing until said, unmet when denied (%s)', (subject, rule) => {
    const denial = { holds: false, confirmedBy: '考察组', confirmedOn: plainDate('2026-08-05') };
    const denied = checkEligibility(withConfirmation(subject, denial), measures).filter(({ outcome: result }) => result === 'unmet');
    expect([missingRules(withConfirmation(subject, undefined)), denied.map((finding) => finding.rule)]).toEqual([[rule], [rule]]);
  });

  it('name once each person who stood for them', () => {
    const finding = checkEligibility(eligibleStudio, measures).find(({ rule }) => rule === 'functional-zones');
    expect(finding?.evidence).toBe('考察组（2026-08-05）');
  });
});

describe('what stands between an application and its acceptance', () => {
  it('is nothing for an eligible studio', () => {
    expect(acceptanceHurdles(checkEligibility(eligibleStudio, measures), [])).toEqual({
      unmet: [],
      needsApproval: [],
      missing: [],
      toInspect: [],
    });
  });
  it('sorts findings by what they ask for', () => {
    const { area: _area, ...rest } = { ...withConfirmation('work-plan', undefined), ...members(2), ...leadBorn('1973-08-01', 'female') };
    const hurdles = acceptanceHurdles(checkEligibility(rest, measures), []);
    expect(
      Object.fromEntries(Object.entries(hurdles).map(([key, findings]) => [key, (findings as { rule: string }[]).map(({ rule }) => rule)])),
    ).toEqual({
      unmet: ['team-size'],
      needsApproval: ['lead-age'],
      missing: ['minimum-area'],
      toInspect: ['work-plan'],
    });
  });
  it('a special case once approved no longer stands in the way', () => {
    const findings = checkEligibility({ ...eligibleStudio, area: 38 }, measures);
    expect([
      acceptanceHurdles(findings, []).needsApproval.length,
      acceptanceHurdles(findings, ['minimum-area']).needsApproval.length,
    ]).toEqual([1, 0]);
  });
  it('an inspection can see every fact that may wait for it, and no other', () => {
    const rules = checkEligibility({ name: '空', leads: [], members: [], confirmations: {} }, measures).map(({ rule }) => rule);
    const seen = rules.flatMap(subjectsToInspect);
    expect([...seen].toSorted()).toEqual([...confirmationSubjects].toSorted());
    expect(subjectsToInspect('team-size')).toEqual([]);
  });
});

describe('eligibility over random studios', () => {
  const born = fc.option(
    fc.integer({ min: dayNumber(plainDate('1950-01-01')), max: dayNumber(plainDate('2005-01-01')) }).map(dateOfDayNumber),
    { nil: undefined },
  );

  it('never throws, always cites an article, and never calls a recorded age beyond the special limit anything but unmet', () => {
    fc.assert(
      fc.property(
        born,
        fc.constantFrom('male' as const, 'female' as const),
        fc.nat(8),
        fc.option(fc.double({ min: 0, max: 500, noNaN: true }), { nil: undefined }),
        (birth, sex, count, area) => {
          const person = { name: '甲', sex, qualifications: [], ...(birth === undefined ? {} : { birthDate: birth }) };
          const findings = checkEligibility(
            { ...eligibleStudio, leads: [person], ...members(count), ...(area === undefined ? {} : { area }) },
            measures,
          );
          const tooOld = birth !== undefined && birth < plainDate(sex === 'male' ? '1965-08-02' : '1970-08-02');
          const age = findings.find(({ rule }) => rule === 'lead-age');
          return (
            findings.every(({ article, message }) => articleText(article).startsWith('第') && message.endsWith('。')) &&
            (age?.outcome === 'unmet') === tooOld
          );
        },
      ),
    );
  });
});
