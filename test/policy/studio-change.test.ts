import { describe, expect, it } from 'vitest';
import { lifeEvents } from '../../policy/life/life-event.ts';
import { studioChangeLabel, studioChanges } from '../../policy/life/studio-change.ts';

describe('the trail of a studio’s record', () => {
  it('knows every event of life but the end of a title, which has a record of its own, and corrections', () => {
    const events = Object.keys(lifeEvents).filter((event) => event !== 'end-without-fault');
    expect(studioChanges.toSorted()).toEqual([...events, 'correction'].toSorted());
  });

  it('calls each by its name in the table of powers', () => {
    expect(studioChanges.map(studioChangeLabel)).toEqual([
      '变更领办人',
      '变更团队成员',
      '变更所在单位',
      '变更工作室名称',
      '登记领办人退休或离开一线岗位',
      '登记领办人去世',
      '更正记录',
    ]);
  });
});
