import type { Measures } from './measures.ts';
import type { TaskGroup } from './task-groups.ts';

/** A task of a commitment letter as it is proposed: its code runs through ledger, assessment and rectification. */
export interface StandardTask {
  readonly code: string;
  readonly group: TaskGroup;
  readonly title: string;
  readonly unit: string;
  /** A number a year. */
  readonly yearlyTarget: number;
  readonly evidence: string;
  readonly schedule: string;
}

/** Codes of the tasks for which 第九条 names a number, and the parameter that holds it. */
export const measuredTasks = {
  '2-1': 'trainingTarget',
  '3-1': 'topicTarget',
  '3-2': 'eventTarget',
  '5-1': 'innovationTarget',
} as const;

/**
 * The tasks of 第九条 with the targets the Measures set. Where the text asks for something without a number
 * (lectures, methods, a training plan, articles), one a year is this program's proposal.
 */
export function standardTasks({ values }: Measures): readonly StandardTask[] {
  return [
    {
      code: '1-1',
      group: 'demonstration',
      title: '面向全区举办名师示范讲座或展示',
      unit: '场',
      yearlyTarget: 1,
      evidence: '通知、签到表、照片',
      schedule: '每年12月底前',
    },
    {
      code: '1-2',
      group: 'demonstration',
      title: '总结新的工作方法，形成指导性意见',
      unit: '份',
      yearlyTarget: 1,
      evidence: '文本、推广记录',
      schedule: '每年12月底前',
    },
    {
      code: '2-1',
      group: 'training',
      title: '开展培训',
      unit: '人次',
      yearlyTarget: values.trainingTarget.value,
      evidence: '培训计划、签到表、课程资料',
      schedule: '按年度培训计划',
    },
    {
      code: '2-2',
      group: 'training',
      title: '制定人才培养方案和年度培训计划',
      unit: '份',
      yearlyTarget: 1,
      evidence: '方案和计划文本',
      schedule: '每年3月底前',
    },
    {
      code: '3-1',
      group: 'research',
      title: '承担区级以上重点调研课题',
      unit: '项',
      yearlyTarget: values.topicTarget.value,
      evidence: '立项通知、结题材料',
      schedule: '每年12月底前',
    },
    {
      code: '3-2',
      group: 'research',
      title: '参加国内外高端培训或学术活动',
      unit: '次',
      yearlyTarget: values.eventTarget.value,
      evidence: '邀请函、证书、总结',
      schedule: '每年12月底前',
    },
    {
      code: '4-1',
      group: 'theory',
      title: '撰写科研文章或著作',
      unit: '篇（部）',
      yearlyTarget: 1,
      evidence: '发表或出版证明',
      schedule: '每年12月底前',
    },
    {
      code: '5-1',
      group: 'innovation',
      title: '完成创新成果并推进转化',
      unit: '项',
      yearlyTarget: values.innovationTarget.value,
      evidence: '成果报告、应用证明',
      schedule: '每年12月底前',
    },
  ];
}
