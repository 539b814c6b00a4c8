import { describe, expect, it } from 'vitest';
import { articleText } from '../../policy/article.ts';
import { checkEligibility } from '../../policy/eligibility.ts';
import { checkAfterChange } from '../../policy/life/check-after-change.ts';
import { mayCorrect } from '../../policy/life/correction.ts';
import { mayEndWithoutFault, unspentGrant } from '../../policy/life/ending.ts';
import { type LifeEvent, lifeEvents, mayRecordLifeEvent } from '../../policy/life/life-event.ts';
import { type MergingDepartment, mayMergeDepartments } from '../../policy/life/merge-departments.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { powers } from '../../policy/powers.ts';
import { eligibleStudio } from './eligible-studio.ts';
import { against, goodTitle } from './good-standing.ts';

const today = plainDate('2027-06-01');
const measures = measuresOn(today);
const events = Object.keys(lifeEvents) as LifeEvent[];

describe('what life brings and the text leaves out', () => {
  it('is one table of needs and consequences', () => {
    const rows = events.map((event) => {
      const { needs, causes } = lifeEvents[event];
      const { title, article } = powers[event];
      return `${title} ${articleText(article)}: ${Object.entries(needs)
        .map(([key, label]) => `${key}=${label}`)
        .join('、')} → ${causes.join('；')}`;
    });
    expect(rows).toEqual([
      '变更领办人 第四条: reason=变更原因、unit-opinion=所在单位意见、confirmation=主管部门对新领办人的确认 → 工作室以领办人姓名命名，须同时更名（第二条）；新领办人签订本周期承诺书；专户开支改由新领办人签批；变更情况报备案部门',
      '变更团队成员 第四条: reason=变更原因 → 变更情况报备案部门',
      '变更所在单位 第三条: reason=变更原因、unit-opinion=原单位意见、new-unit-consent=新单位同意接收、account-handover=专户移交清单 → 新单位签订本周期承诺书；专户余额移交新单位；变更情况报备案部门',
      '变更工作室名称 第二条: reason=变更原因、new-name=新名称 → 更换牌匾；变更情况报备案部门；此前的文书保留原名称',
      '登记领办人退休或离开一线岗位 第五条第三项: evidence=退休或调离的证明、unit-opinion=所在单位意见 → 不再符合领办人条件的，变更领办人或终止称号',
      '登记领办人去世 第四条: evidence=所在单位的证明 → 专户暂停开支；变更领办人或终止称号',
      '终止称号（非惩戒） 第十三条: reason=终止原因、unit-opinion=所在单位意见、account-settlement=专户结清 → 称号自终止之日起失效，不计为撤销；收回牌匾；未用完的区财政资助交回；已用于建设的资助不收回',
    ]);
  });

  it('is recorded with everything it needs, and says what is missing', () => {
    expect([
      mayRecordLifeEvent('change-lead', ['reason', 'unit-opinion', 'confirmation', 'photo']),
      against(mayRecordLifeEvent('change-lead', ['reason'])),
      against(mayRecordLifeEvent('lead-dies', [])),
    ]).toEqual([{ against: [], warnings: [] }, ['缺少所在单位意见、主管部门对新领办人的确认 第四条'], ['缺少所在单位的证明 第四条']]);
  });

  it('asks again only what the change touches, by rules that exist', () => {
    const known = new Set(checkEligibility(eligibleStudio, measures).map(({ rule }) => rule));
    const asked = Object.fromEntries(
      events.map((event) => [event, checkAfterChange(event, eligibleStudio, today, measures).map(({ rule }) => rule)]),
    );
    expect(asked).toEqual({
      'change-lead': ['lead-count', 'lead-confirmed', 'lead-conduct', 'lead-qualification', 'lead-front-line', 'lead-age', 'lead-health'],
      'change-members': ['team-size', 'member-age', 'member-results', 'member-conduct'],
      'change-host-unit': ['host-unit', 'minimum-area', 'functional-zones', 'written-systems', 'regular-staff', 'dedicated-funds'],
      'rename-studio': [],
      'lead-retires': ['lead-front-line', 'lead-age', 'lead-health'],
      'lead-dies': [],
      'end-without-fault': [],
    });
    expect(events.flatMap((event) => lifeEvents[event].checksAgain).filter((rule) => !known.has(rule))).toEqual([]);
  });

  it('counts the ages of a new lead on the day of the change', () => {
    const [lead] = eligibleStudio.leads;
    if (lead === undefined) throw new Error('the eligible studio has a lead');
    const ageOf = (birth: string) =>
      checkAfterChange('change-lead', { ...eligibleStudio, leads: [{ ...lead, birthDate: plainDate(birth) }] }, today, measures).find(
        ({ rule }) => rule === 'lead-age',
      )?.outcome;
    expect([ageOf('1974-06-02'), ageOf('1974-06-01'), ageOf('1971-06-02'), ageOf('1971-06-01')]).toEqual([
      'met',
      'needs-approval',
      'needs-approval',
      'unmet',
    ]);
  });
});

describe('an ending without fault', () => {
  it('needs a title, and is no way around a revocation', () => {
    expect([
      mayEndWithoutFault(goodTitle, true),
      against(mayEndWithoutFault(goodTitle, false)),
      against(mayEndWithoutFault({ ...goodTitle, awaitsRectification: true, caseOpen: true }, true)),
    ]).toEqual([
      { against: [], warnings: [] },
      ['没有有效的名师工作室称号 第十三条'],
      ['考核不合格尚在整改，应先办结，不能以终止代替撤销 第十九条第二款', '有问题线索正在查核，应先办结，不能以终止代替撤销 第二十条'],
    ]);
  });

  it('hands back what is left of the district’s money, nothing that was spent', () => {
    expect([
      unspentGrant(300, 500, 0),
      unspentGrant(900, 500, 0),
      unspentGrant(900, 500, 200),
      unspentGrant(-5, 500, 0),
      unspentGrant(900, 500, 600),
    ]).toEqual([300, 500, 300, 0, 0]);
  });
});

describe('a correction', () => {
  const correction = { before: '陆知行', after: '陆之行', reason: '录入笔误', correctedBy: '程望舒', sentOut: false };

  it('has a reason, a name, and something to change', () => {
    expect([
      mayCorrect(correction),
      against(mayCorrect({ ...correction, after: '陆知行' })),
      against(mayCorrect({ ...correction, reason: ' ' })),
      against(mayCorrect({ ...correction, correctedBy: ' ' })),
    ]).toEqual([{ against: [], warnings: [] }, ['更正前后相同 第十三条'], ['须写明更正理由 第十三条'], ['须写明更正人 第十三条']]);
  });

  it('is never made to what went out of the house', () => {
    expect(against(mayCorrect({ ...correction, sentOut: true }))).toEqual(['已编号发出，不能直接更正，请另行出具更正文书 第十三条']);
  });
});

describe('a merger of departments', () => {
  const culture: MergingDepartment = { name: '区文化局', kind: 'sector-bureau' };
  const sports: MergingDepartment = { name: '区体育局', kind: 'sector-bureau' };
  const hr: MergingDepartment = { name: '区人力资源局', kind: 'hr-bureau' };

  it('joins departments of one kind', () => {
    expect([
      mayMergeDepartments(culture, sports, today),
      against(mayMergeDepartments(culture, hr, today)),
      against(mayMergeDepartments(culture, culture, today)),
    ]).toEqual([
      { against: [], warnings: [] },
      ['区文化局（行业主管部门）与区人力资源局（区人力资源局）的职权不同，不能合并 第十三条'],
      ['不能并入自身 第十三条'],
    ]);
  });

  it('is not of a department that has been merged by that day', () => {
    const merged = (on: string) => ({ ...sports, mergedOn: plainDate(on) });
    expect([
      against(mayMergeDepartments(culture, merged('2027-06-01'), today)),
      against(mayMergeDepartments(merged('2027-05-31'), culture, today)),
      against(mayMergeDepartments(culture, merged('2027-06-02'), today)),
    ]).toEqual([['区体育局已于 2027-06-01 并入其他部门 第十三条'], ['区体育局已于 2027-05-31 并入其他部门 第十三条'], []]);
  });
});
