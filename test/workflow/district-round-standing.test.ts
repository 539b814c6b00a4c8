import { beforeEach, describe, expect, it } from 'vitest';
import { carryRound, education, hr, office, type RoundRegister, roundRegister, studioOf } from './round-register.ts';

const first = studioOf(education, 1);
const second = studioOf(education, 2);
const held = /有问题线索正在查核.*第二十条/;

let register: RoundRegister;
beforeEach(() => {
  register = roundRegister();
});
const act: RoundRegister['act'] = (...asked) => register.act(...asked);

function openCase(): void {
  act(education, 'open-case', first, { kind: '弄虚作假', how: '群众来信', facts: '培训签到表疑为补造' });
}
function clearCase(): void {
  act(education, 'verify-case', first, { by: '局纪检组', holds: '否', findings: '签到表属实', evidence: '原始签到表' });
}

describe('第十二条第一项: good standing all the way to the plaque', () => {
  it('is asked at the application', () => {
    act(hr, 'open-round', null);
    openCase();
    expect(() => act(education, 'apply-to-round', first, { unitAgreed: '是' })).toThrow(held);
    clearCase();
    expect(act(education, 'apply-to-round', first, { unitAgreed: '是' }).message).toContain('已登记');
  });

  it('is asked at the recommendation', () => {
    act(hr, 'open-round', null);
    act(education, 'apply-to-round', first, { unitAgreed: '是' });
    openCase();
    expect(() => act(education, 'recommend', first, { rank: 1, reason: '好' })).toThrow(held);
  });

  it('is asked for the shortlist', () => {
    carryRound(register, { [first]: 95, [second]: 94 }, 'reviewed');
    openCase();
    expect(() => act(hr, 'shortlist', first)).toThrow(held);
    expect(act(hr, 'shortlist', second, { reason: '得分更高的一家正在查核' }).message).toContain('名单共 1 家');
  });

  it('is asked for the plaque, on the day itself', () => {
    carryRound(register, { [first]: 95 }, 'posted');
    register.moveTo('2026-07-26');
    openCase();
    expect(() => act(office, 'award-plaque', first)).toThrow(held);
    clearCase();
    expect(act(office, 'award-plaque', first).message).toContain('授牌');
  });
});
