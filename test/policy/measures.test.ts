import { describe, expect, it } from 'vitest';
import { checkAddedMeasures } from '../../policy/added-measures.ts';
import { article } from '../../policy/article.ts';
import { documentNumbersOn, measuresById, measuresOn, publishedTexts } from '../../policy/measures.ts';
import { type Parameter, parameter, sourceText, valueOn } from '../../policy/parameter.ts';
import { parameterNames, parameters } from '../../policy/parameters/all-parameters.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { wholeNumber } from '../../policy/shape.ts';
import { revisedMeasures } from './revised-measures.ts';

describe('the Measures on a day', () => {
  it('are refused the day before they took effect', () => {
    expect(() => measuresOn(plainDate('2014-10-09'))).toThrow(/无法按《办法》办理 2014-10-09 的事项.*2014-10-10.*第二十二条/);
  });

  it('are wuchang-2014 from the day they were issued', () => {
    const { values: _values, ...text } = measuresOn(plainDate('2014-10-10'));
    expect(text).toEqual({
      id: 'wuchang-2014',
      title: '武昌区名师工作室建设管理办法',
      documentNumber: '武昌人才办〔2014〕2号',
      effectiveFrom: '2014-10-10',
    });
    expect(measuresOn(plainDate('2026-08-10')).id).toBe('wuchang-2014');
  });

  it('hold every number of the text with its provision, written for people', () => {
    const { values } = measuresOn(plainDate('2026-08-10'));
    const lines = parameterNames.map((name) => {
      const { label, unit, shape } = parameters[name] as Parameter<unknown>;
      return `${name} ${label}: ${shape.text(values[name].value)}${unit} (${sourceText(values[name])})`;
    });
    expect(lines).toEqual([
      'leadCount 领办人人数: 1人 (第三条)',
      'teamSize 团队成员人数: 3 至 5人 (第三条)',
      'leadAgeLimit 领办人年龄上限: 男 一般上限 57，特殊情况上限 60，女 一般上限 52，特殊情况上限 55周岁 (第五条第四项)',
      'qualificationLevels 领办人资格依据的最低级别: 政府专项津贴 市级，学科带头人 市级，名师或专业荣誉称号 市级，重点人才计划 区级，专业竞赛奖项 省级级别 (第五条第二项)',
      'memberAgeLimit 团队成员年龄上限: 45周岁 (第六条第一项)',
      'minimumArea 场所面积下限: 50平方米 (第七条第一项)',
      'trainingTarget 每年培训: 500人次 (第九条第二项)',
      'topicTarget 每年区级以上重点调研课题: 2项 (第九条第三项)',
      'eventTarget 每年国内外高端培训或学术活动: 1次 (第九条第三项)',
      'innovationTarget 每年创新成果: 1项 (第九条第五项)',
      'roundMonths 区级评选月份: 7 至 9月 (第十二条)',
      'districtQuota 区级名师工作室每年评定数量上限: 5家 (第十二条)',
      'recommendationLimit 每个行业主管部门每年推荐数量: 1 至 2家 (第十二条第二项)',
      'publicNoticeDays 公示期: 5天 (第十二条第四项)',
      'publicNoticeCounting 公示期计算方法（办法未定，默认值）: 日数 自然日，张贴当日 不计入 (第十二条第四项)',
      'grantRange 区级名师工作室建设经费资助: 纯公益性 5 万元 至 8 万元，具备一定市场功能 3 万元 至 6 万元 (第十二条第六项)',
      'newStudiosPerSector 每个系统每年新建数量下限: 1家 (第十五条)',
      'hrYearlyDates 区人力资源局年度工作时间（办法未定，默认值）: 年初方案 1月31日，年中督查 6月30日，年底评审考核 12月31日 (第十六条)',
      'expenseCategories 经费开支范围: 工作室基础建设（计入先建）、教育科研活动、名师工作津贴、团队成员和学员奖励、工作室日常开支 (第十八条)',
      'cycleYears 建设周期: 2年 (第十九条)',
      'gradeSuggestion 考核等次建议（办法未定，默认值）: 合格须完成 100，优秀须超额完成 50% (第十九条)',
      'rectificationDays 整改期限（办法未定，默认值）: 30日 (第十九条)',
      'reapplicationYears 撤销后再次申报须间隔（办法未定，默认值）: 0年 (第十九条)',
    ]);
  });
});

describe('the ways to count a public notice', () => {
  it('are written for people', () => {
    const ways = [
      { days: 'calendar', postingDay: 'excluded' },
      { days: 'working', postingDay: 'included' },
    ] as const;
    expect(ways.map(parameters.publicNoticeCounting.shape.text)).toEqual(['日数 自然日，张贴当日 不计入', '日数 工作日，张贴当日 计入']);
  });
});

describe('a later text added as data', () => {
  const revised = checkAddedMeasures(revisedMeasures);
  const again = checkAddedMeasures(
    {
      id: 'wuchang-2030',
      title: '武昌区名师工作室建设管理办法（再修订）',
      documentNumber: '武昌人才办〔2029〕3号',
      effectiveFrom: '2030-07-01',
      effectiveTo: '2035-06-30',
      values: { memberAgeLimit: { value: 42, source: { article: 7 } } },
    },
    [revised],
  );
  const on = (date: string) => {
    const { id, values } = measuresOn(plainDate(date), [again, revised]);
    return [id, values.cycleYears.value, values.memberAgeLimit.value, values.minimumArea.value];
  };

  it('holds from its day on, and changes only what it names', () => {
    expect([on('2014-10-10'), on('2026-12-31'), on('2027-01-01'), on('2030-06-30'), on('2030-07-01')]).toEqual([
      ['wuchang-2014', 2, 45, 50],
      ['wuchang-2014', 2, 45, 50],
      ['wuchang-2027', 3, 40, 50],
      ['wuchang-2027', 3, 40, 50],
      ['wuchang-2030', 3, 42, 50],
    ]);
  });

  it('brings its own provisions', () => {
    const { values } = measuresOn(plainDate('2027-01-01'), [revised]);
    expect([sourceText(values.grantRange), sourceText(values.cycleYears), sourceText(values.teamSize)]).toEqual([
      '第十三条第六项',
      '第二十条第一款',
      '第三条',
    ]);
  });

  it('leaves a gap where it names its own end and nothing follows', () => {
    expect(on('2035-06-30')[0]).toBe('wuchang-2030');
    expect(() => on('2035-07-01')).toThrow('武昌人才办〔2029〕3号《武昌区名师工作室建设管理办法（再修订）》施行至 2035-06-30');
    expect(() => on('2014-10-09')).toThrow('自 2014-10-10 起施行');
  });

  it('is what its decisions keep, and leaves earlier decisions theirs', () => {
    const kept = (id: string) => {
      const { effectiveFrom, values } = measuresById(id, [again, revised]);
      return [effectiveFrom, values.cycleYears.value, values.memberAgeLimit.value];
    };
    expect([kept('wuchang-2014'), kept('wuchang-2027'), kept('wuchang-2030')]).toEqual([
      ['2014-10-10', 2, 45],
      ['2027-01-01', 3, 40],
      ['2030-07-01', 3, 42],
    ]);
    expect(measuresById('wuchang-2014')).toEqual(measuresOn(plainDate('2026-08-10')));
  });

  it('is cited for the values it speaks of, the text before it for the others', () => {
    const cited = (date: string) => {
      const { cycleYears, memberAgeLimit, teamSize } = documentNumbersOn(plainDate(date), [again, revised]);
      return [cycleYears, memberAgeLimit, teamSize];
    };
    const first = '武昌人才办〔2014〕2号';
    const second = revisedMeasures.documentNumber;
    expect([cited('2026-12-31'), cited('2027-01-01'), cited('2030-06-30'), cited('2030-07-01')]).toEqual([
      [first, first, first],
      [second, second, first],
      [second, second, first],
      [second, '武昌人才办〔2029〕3号', first],
    ]);
    expect(Object.keys(documentNumbersOn(plainDate('2027-01-01'), []))).toEqual([...parameterNames]);
  });

  it('is refused by an id nobody has added', () => {
    expect(() => measuresById('wuchang-2027')).toThrow('无法取得编号为「wuchang-2027」的办法：本机没有这一办法。请先增加该办法。');
  });

  it('stands in the list of texts after the first', () => {
    expect(
      [publishedTexts(), publishedTexts([again, revised]), publishedTexts([revised, again])].map((texts) => texts.map(({ id }) => id)),
    ).toEqual([['wuchang-2014'], ['wuchang-2014', 'wuchang-2027', 'wuchang-2030'], ['wuchang-2014', 'wuchang-2027', 'wuchang-2030']]);
    expect(Object.keys(measuresOn(plainDate('2026-08-10')))).toEqual(['id', 'title', 'documentNumber', 'effectiveFrom', 'values']);
  });
});

describe('a dated parameter', () => {
  const limit = parameter({
    label: '示例',
    unit: '周岁',
    shape: wholeNumber(18, 120),
    values: { '2014-10-10': { value: 57, source: article(5) }, '2027-01-01': { value: 58, source: article(6) }, '2030-01-01': null },
  });
  const on = (date: string) => valueOn(limit, plainDate(date))?.value;

  it('takes its latest day, in whatever order the days are written', () => {
    const unordered = {
      ...limit,
      values: { '2027-01-01': { value: 58, source: article(6) }, '2014-10-10': { value: 57, source: article(5) } },
    };
    expect([valueOn(unordered, plainDate('2026-01-01'))?.value, valueOn(unordered, plainDate('2028-01-01'))?.value]).toEqual([57, 58]);
  });

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
