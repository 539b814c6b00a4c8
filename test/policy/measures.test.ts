import { describe, expect, it } from 'vitest';
import { article } from '../../policy/article.ts';
import { measuresOn } from '../../policy/measures.ts';
import { parameter, sourceText, valueOn } from '../../policy/parameter.ts';
import { plainDate } from '../../policy/plain-date.ts';

describe('the Measures on a day', () => {
  it('are refused the day before they took effect', () => {
    expect(() => measuresOn(plainDate('2014-10-09'))).toThrow(/无法按《办法》办理 2014-10-09 的事项.*2014-10-10.*第二十二条/);
  });

  it('are wuchang-2014 from the day they were issued', () => {
    expect([measuresOn(plainDate('2014-10-10')).id, measuresOn(plainDate('2026-08-10')).documentNumber]).toEqual([
      'wuchang-2014',
      '武昌人才办〔2014〕2号',
    ]);
  });

  it('hold every number of the text with its provision', () => {
    const { values } = measuresOn(plainDate('2026-08-10'));
    const table = Object.fromEntries(Object.entries(values).map(([name, dated]) => [name, [dated.value, sourceText(dated)]]));
    expect(table).toEqual({
      leadCount: [1, '第三条'],
      teamSize: [{ least: 3, most: 5 }, '第三条'],
      leadAgeLimit: [{ male: { general: 57, special: 60 }, female: { general: 52, special: 55 } }, '第五条第四项'],
      qualificationLevels: [
        {
          'government-allowance': 'municipal',
          'discipline-leader': 'municipal',
          'professional-title': 'municipal',
          'talent-programme': 'district',
          'competition-award': 'provincial',
        },
        '第五条第二项',
      ],
      memberAgeLimit: [45, '第六条第一项'],
      minimumArea: [50, '第七条第一项'],
      trainingTarget: [500, '第九条第二项'],
      topicTarget: [2, '第九条第三项'],
      eventTarget: [1, '第九条第三项'],
      innovationTarget: [1, '第九条第五项'],
      cycleYears: [2, '第十九条'],
      rectificationDays: [30, '第十九条'],
    });
  });
});

describe('a dated parameter', () => {
  const limit = parameter({
    label: '示例',
    unit: '周岁',
    values: { '2014-10-10': { value: 57, source: article(5) }, '2027-01-01': { value: 58, source: article(6) }, '2030-01-01': null },
  });
  const on = (date: string) => valueOn(limit, plainDate(date))?.value;

  it('has no value before its first day', () => {
    expect(on('2014-10-09')).toBeUndefined();
  });

  it('changes on the day of effect, not the day before', () => {
    expect([on('2014-10-10'), on('2026-12-31'), on('2027-01-01')]).toEqual([57, 57, 58]);
  });

  it('is gone from the day of its repeal', () => {
    expect([on('2029-12-31'), on('2030-01-01')]).toEqual([58, undefined]);
  });
});
