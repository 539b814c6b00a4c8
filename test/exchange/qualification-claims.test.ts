import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimedGrounds } from '../../exchange/cell-types/claims.ts';
import { claimsText, kindOfClaim, levelOfClaim, readClaims } from '../../exchange/qualification-claims.ts';
import type { Level, QualificationKind } from '../../policy/qualification.ts';

const context = { label: '领办人资格依据', unit: undefined };

const places: readonly (readonly [string, Level])[] = [
  ['武昌区', 'district'],
  ['武汉市武昌区', 'district'],
  ['区级', 'district'],
  ['武汉市', 'municipal'],
  ['湖北省武汉市', 'municipal'],
  ['襄阳市', 'municipal'],
  ['市级', 'municipal'],
  ['湖北省', 'provincial'],
  ['湖北', 'provincial'],
  ['全省', 'provincial'],
  ['北京市', 'provincial'],
  ['广西壮族自治区', 'provincial'],
  ['全国', 'national'],
  ['国家级', 'national'],
  ['教育部', 'national'],
];
const honours: readonly (readonly [string, QualificationKind])[] = [
  ['学科带头人', 'discipline-leader'],
  ['名师', 'professional-title'],
  ['优秀教师', 'professional-title'],
  ['特级教师', 'professional-title'],
  ['劳动模范', 'professional-title'],
  ['政府专项津贴', 'government-allowance'],
  ['重点人才计划', 'talent-programme'],
  ['“专业名师”重点人才计划', 'talent-programme'],
  ['教学比赛一等奖', 'competition-award'],
  ['职业技能大赛银奖', 'competition-award'],
];

describe('a claim', () => {
  test('of any place and honour has that level and kind, whatever the brackets and the year', () => {
    const brackets = fc.constantFrom(['（', '）'], ['(', ')'], ['〔', '〕']);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...honours),
        fc.integer({ min: 1950, max: 2099 }),
        brackets,
        (place, honour, year, [open = '', close = '']) => {
          const name = place[0] + honour[0];
          const expected = { qualifications: [{ kind: honour[1], level: place[1], name, year }], unclear: [] };
          expect([
            readClaims(`${name}${open}${year}${close}`),
            readClaims(`${year}年${name}`),
            readClaims(`${name}${open}${year}年9月${close}`),
          ]).toEqual([expected, expected, expected]);
        },
      ),
    );
  });

  test.each([
    ['享受国务院政府特殊津贴', 'government-allowance', 'national'],
    ['市政府专项津贴', 'government-allowance', 'municipal'],
    ['区“专业名师”重点人才计划', 'talent-programme', 'district'],
    ['省级信息技术竞赛一等奖', 'competition-award', 'provincial'],
    ['湖北省“楚天学者”计划', 'talent-programme', 'provincial'],
    ['武汉市“黄鹤英才”重点人才工程', 'talent-programme', 'municipal'],
    ['武汉工匠', 'professional-title', 'municipal'],
    ['荣获省优秀教师', 'professional-title', 'provincial'],
  ])('%s is %s, %s', (text, kind, level) => {
    expect([kindOfClaim(text), levelOfClaim(text)]).toEqual([kind, level]);
  });

  test('may name who gave it', () => {
    expect(readClaims('优秀教师（武汉市教育局，2018）').qualifications).toEqual([
      { kind: 'professional-title', level: 'municipal', name: '优秀教师', issuingBody: '武汉市教育局', year: 2018 },
    ]);
  });

  test('keeps what else stands in its brackets in its name', () => {
    expect(readClaims('楚天名师（教学类，2020）').qualifications).toEqual([
      { kind: 'professional-title', level: 'provincial', name: '楚天名师（教学类）', year: 2020 },
    ]);
  });
});

describe('what cannot be told', () => {
  test.each([
    ['学科带头人', 'level'],
    ['城市名师', 'level'],
    ['社区优秀工作者', 'level'],
    ['东湖开发区学科带头人', 'level'],
    ['全国美术比赛湖北省赛区一等奖', 'level'],
    ['校级骨干教师', 'level'],
    ['武汉市高级教师', 'kind'],
    ['湖北省教学比赛优秀指导教师', 'kind'],
    ['武汉市学科带头人后备人选', 'kind'],
    ['武汉市名师提名', 'kind'],
    ['省级论文一等奖', 'kind'],
    ['高级教师', 'both'],
  ])('%s lacks %s and is kept as written', (text, lacks) => {
    expect(readClaims(`${text}（2020）`)).toEqual({ qualifications: [], unclear: [{ text: `${text}（2020）`, lacks }] });
  });

  test('is warned about in words that say what to add', () => {
    expect(claimedGrounds.read({ kind: 'text', text: '武汉市名师（2020）；高级教师' }, context)).toEqual({
      value: {
        qualifications: [{ kind: 'professional-title', level: 'municipal', name: '武汉市名师', year: 2020 }],
        unclear: ['高级教师'],
      },
      warning: '资格依据「高级教师」看不出种类和级别：已照录，不计入符合条件的依据，请补全称、级别和年份。',
    });
  });

  test('never comes out of nowhere: every claim found stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'武汉市湖北省区全国名师带头人津贴竞赛一等奖（2019）；、学科优秀') }), (text) => {
        const { qualifications, unclear } = readClaims(text);
        const bare = text.replaceAll(/[（）()；、0-9]/gu, '');
        for (const { name } of qualifications) expect(bare).toContain(name.replaceAll(/[（）()；、0-9]/gu, ''));
        for (const claim of unclear) expect(bare).toContain(claim.text.replaceAll(/[（）()；、0-9]/gu, ''));
      }),
    );
  });
});

describe('several claims', () => {
  test.each(['；', ';', '\n', '、', '，'])('may be parted by %j', (separator) => {
    expect(
      readClaims(`武昌区名师（2022）${separator}全国美术教学比赛一等奖（2021）`).qualifications.map(({ name, level }) => [name, level]),
    ).toEqual([
      ['武昌区名师', 'district'],
      ['全国美术教学比赛一等奖', 'national'],
    ]);
  });

  test('are not parted inside brackets and quotation marks', () => {
    expect(readClaims('武汉市“名师、名家”重点人才计划（2019，市委人才办）').qualifications).toEqual([
      { kind: 'talent-programme', level: 'municipal', name: '武汉市“名师、名家”重点人才计划', issuingBody: '市委人才办', year: 2019 },
    ]);
  });

  test('written into one cell are read again as they were', () => {
    const claim = fc.record(
      {
        place: fc.constantFrom(...places),
        honour: fc.constantFrom(...honours),
        year: fc.integer({ min: 1950, max: 2099 }),
        issuingBody: fc.constantFrom('武汉市教育局', '湖北省人社厅', '区委人才办'),
      },
      { requiredKeys: ['place', 'honour'] },
    );
    fc.assert(
      fc.property(
        fc.array(claim, { maxLength: 5 }),
        fc.array(fc.constantFrom('高级教师', '校级骨干教师', '学科带头人'), { maxLength: 2 }),
        (claims, unclear) => {
          const qualifications = claims.map(({ place, honour, ...rest }) => ({
            kind: honour[1],
            level: place[1],
            name: place[0] + honour[0],
            ...rest,
          }));
          const read = readClaims(claimsText(qualifications, unclear));
          expect({ ...read, unclear: read.unclear.map(({ text }) => text) }).toEqual({ qualifications, unclear });
        },
      ),
    );
  });
});
