import { describe, expect, it } from 'vitest';
import { type Filing, mayAnswerFiling } from '../../policy/filing.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { against } from './good-standing.ts';

const date = plainDate;
const sent: Filing = { sentOn: date('2026-08-20') };
const answer = (filing: Filing, filed = true, text = '武昌名师备〔2026〕3号', on = '2026-08-20') =>
  against(mayAnswerFiling(filing, { filed, text }, date(on)));

describe('第十一条第三项: filing with the HR bureau', () => {
  it('is answered with a number or with a reason, from the day it was sent', () => {
    expect([answer(sent), answer(sent, false, '缺承诺书'), answer(sent, true, '号', '2026-08-19'), answer({})]).toEqual([
      [],
      [],
      ['日期 2026-08-19 早于报送日期 2026-08-20 第十一条第三项'],
      ['尚未报送备案 第十一条第三项'],
    ]);
    expect([answer(sent, true, ' '), answer(sent, false, '')]).toEqual([
      ['须写明备案号 第十一条第三项'],
      ['须写明退回原因 第十一条第三项'],
    ]);
    expect(mayAnswerFiling(sent, { filed: true, text: '号' }, date('2026-08-20')).warnings).toEqual([]);
  });

  it('is answered once; one returned and sent again is answered again', () => {
    const returned = (sentOn: string): Filing => ({ sentOn: date(sentOn), answer: { on: date('2026-08-25'), filed: false } });
    expect([
      answer({ ...sent, answer: { on: date('2026-08-20'), filed: true } }),
      answer(returned('2026-08-25'), true, '号', '2026-08-26'),
      answer(returned('2026-08-26'), true, '号', '2026-08-26'),
    ]).toEqual([['已于 2026-08-20 备案 第十一条第三项'], ['已于 2026-08-25 退回，须重新报送 第十一条第三项'], []]);
  });
});
