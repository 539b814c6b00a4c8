import { assessmentLabels } from '../policy/grade.ts';
import { studioLevelLabels } from '../policy/seat.ts';
import { type TaskGroup, taskGroupLabels, taskGroups } from '../policy/task-groups.ts';
import { choice, date, type InputOf, list, optional, quantity, record, text } from './kit/fields.ts';

const groupLabels = Object.fromEntries(taskGroups.map((group) => [group, taskGroupLabels[group].label])) as Record<TaskGroup, string>;

/** What a 整改通知书 is written from. */
export const rectificationNoticeFields = {
  studio: text('工作室名称'),
  level: choice('工作室级别', studioLevelLabels),
  number: text('发文字号'),
  measures: record('依据的办法', { title: text('办法名称'), documentNumber: text('办法文号') }),
  department: text('发文机关全称'),
  lead: text('领办人姓名'),
  hostUnit: text('所在单位名称'),
  letterNumber: text('任务承诺书编号'),
  assessment: record('考核', { kind: choice('考核类型', assessmentLabels), assessedOn: date('考核日期') }),
  problems: list(
    '问题',
    {
      taskCode: text('任务编号'),
      group: choice('任务类别', groupLabels),
      task: text('任务内容'),
      unit: text('计量单位'),
      target: quantity('目标值'),
      actual: quantity('实际值'),
      problem: text('存在问题'),
      measure: text('整改措施'),
    },
    'taskCode',
  ),
  deadline: date('整改期限'),
  issuedOn: date('成文日期'),
  contact: optional(record('联系人', { name: text('联系人姓名'), phone: text('联系电话') })),
};
export type RectificationNoticeInput = InputOf<typeof rectificationNoticeFields>;
