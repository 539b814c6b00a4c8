import { describe, expect, it } from 'vitest';
import { activityKindOf, activityKinds, activityLabels, countedLevel, requireAmount, topicLevelLabels } from '../../policy/activity.ts';
import { measuresOn } from '../../policy/measures.ts';
import { plainDate } from '../../policy/plain-date.ts';
import { levels } from '../../policy/qualification.ts';
import { standardTasks } from '../../policy/standard-tasks.ts';
import { taskGroups } from '../../policy/task-groups.ts';

describe('第九条: activities', () => {
  it('have a kind for each standard task, every kind once', () => {
    const kinds = standardTasks(measuresOn(plainDate('2026-08-10'))).map(({ code, group }) => activityKindOf({ code, taskGroup: group }));
    expect(kinds).toEqual(activityKinds);
    expect(Object.keys(activityLabels)).toEqual(activityKinds);
  });

  it('have a kind for any other task of a letter, by its group; none that would ask for a level', () => {
    expect(taskGroups.map((taskGroup) => activityKindOf({ code: '9-9', taskGroup }))).toEqual([
      'lecture',
      'training',
      'event',
      'theory',
      'innovation',
    ]);
  });

  it.each(levels)('count topics of level %s', (level) => {
    expect(countedLevel('topic', level)).toBe(level);
  });

  it('do not count topics below the district level or of unknown level', () => {
    expect(() => countedLevel('topic', 'below-district')).toThrow(/区级以下课题不计入任务.*第九条第三项/);
    expect(() => countedLevel('topic', undefined)).toThrow(/没有填课题级别.*第九条第三项/);
    expect(Object.keys(topicLevelLabels)).toEqual([...levels, 'below-district']);
  });

  it('of any other kind have no level', () => {
    for (const kind of activityKinds.filter((each) => each !== 'topic')) {
      expect(countedLevel(kind, undefined)).toBeNull();
      expect(() => countedLevel(kind, 'national')).toThrow(`只有调研课题有级别，「${activityLabels[kind]}」没有`);
    }
  });

  it.each([0.01, 0.1, 0.29, 1, 1234.56, 10_000_000])('may amount to %d', (amount) => {
    expect(() => requireAmount(amount, '人次')).not.toThrow();
  });

  it.each([
    [0, '应大于 0'],
    [-0.01, '应大于 0'],
    [Number.NaN, '应大于 0'],
    [0.001, '最多两位小数'],
    [1.005, '最多两位小数'],
    [10_000_000.01, '超过 10000000'],
    [Number.POSITIVE_INFINITY, '超过 10000000'],
  ])('may not amount to %d', (amount, why) => {
    expect(() => requireAmount(amount, '人次')).toThrow(new RegExp(`${why}.*第九条`));
  });
});
