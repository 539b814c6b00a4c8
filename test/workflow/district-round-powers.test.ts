import { describe, expect, it } from 'vitest';
import { roundCommands } from '../../workflow/round/round-commands.ts';
import { education, hr, office, roundRegister, studioOf, union } from './round-register.ts';

const bureauActs = ['apply-to-round', 'withdraw-from-round', 'recommend'];
const officeActs = ['approve-shortlist', 'post-public-notice', 'register-objection', 'settle-objection', 'award-plaque'];
const hrActs = roundCommands.map(({ name }) => name).filter((name) => ![...bureauActs, ...officeActs].includes(name));

/** Seats that may not do an act, with the acts. */
const foreign = [
  ...bureauActs.flatMap((name) => [hr, office].map((seat) => [seat, name] as const)),
  ...hrActs.flatMap((name) => [education, office].map((seat) => [seat, name] as const)),
  ...officeActs.flatMap((name) => [education, hr].map((seat) => [seat, name] as const)),
];

describe('第十三条, 第十五条, 第十六条, 第十七条: powers in the district round', () => {
  it('are the HR bureau’s for ten acts, the office’s for five, a bureau’s for three', () => {
    expect([hrActs.length, officeActs.length, bureauActs.length]).toEqual([10, 5, 3]);
  });

  it.each(foreign)('%s may not %s', (seat, name) => {
    const { act } = roundRegister();
    const scope = roundCommands.find((command) => command.name === name)?.scope;
    expect(() => act(seat, name, scope === 'desk' ? null : studioOf(education, 1))).toThrow(`${seat}没有这项职权`);
  });

  it.each(bureauActs)('a bureau may not %s for another sector', (name) => {
    const { act } = roundRegister();
    expect(() => act(union, name, studioOf(education, 1))).toThrow(/属于教育系统，由该系统主管部门办理/);
  });
});
