import { studioLevelLabels } from '../policy/seat.ts';
import { type TaskGroup, taskGroupLabels, taskGroups } from '../policy/task-groups.ts';
import { choice, date, type InputOf, list, money, optional, quantity, record, text, wholeNumber } from './kit/fields.ts';

const groupLabels = Object.fromEntries(taskGroups.map((group) => [group, taskGroupLabels[group].label])) as Record<TaskGroup, string>;

/** What a 任务承诺书 is written from. */
export const commitmentLetterFields = {
  studio: text('工作室名称'),
  sector: text('所属领域'),
  level: choice('工作室级别', studioLevelLabels),
  number: text('承诺书编号'),
  measures: record('依据的办法', { title: text('办法名称'), documentNumber: text('办法文号') }),
  department: text('主管部门全称'),
  lead: text('领办人姓名'),
  hostUnit: text('所在单位名称'),
  namedOn: date('命名日期'),
  namingDocument: optional(text('命名文号')),
  cycleFrom: date('周期开始日期'),
  cycleTo: date('周期结束日期'),
  tasks: list(
    '任务',
    {
      code: text('任务编号'),
      group: choice('任务类别', groupLabels),
      title: text('任务内容'),
      unit: text('计量单位'),
      baseline: quantity('基准值'),
      yearlyTarget: quantity('年度目标'),
      cycleTarget: quantity('周期目标'),
      evidence: text('佐证材料'),
      schedule: text('完成时限'),
    },
    'code',
  ),
  hostUnitFunds: money('所在单位每年专项经费'),
  departmentFunds: optional(money('主管部门本周期专项经费')),
  districtGrant: optional(money('区财政建设经费资助')),
  copies: wholeNumber('份数', 3),
  signedOn: date('签订日期'),
  renews: optional(
    record('承接的承诺书', { number: text('原承诺书编号'), cycleFrom: date('原周期开始日期'), cycleTo: date('原周期结束日期') }),
  ),
};
export type CommitmentLetterInput = InputOf<typeof commitmentLetterFields>;
