import { cycleYearSpans, readActivities, sumsByTask } from '../../db/queries/activity-ledger.ts';
import { readAssessments } from '../../db/queries/assessments.ts';
import { addActivity } from '../../db/writes/activities.ts';
import { topicLevelLabels } from '../../policy/activity.ts';
import { articleParagraph } from '../../policy/article.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { lettersUnder } from '../commitment/draw-up-letter.ts';
import { among, choiceField, dateField, fileField, numberField, optional, textField } from '../field.ts';
import { heldTitle, lostTitle, requireTitle } from '../held-title.ts';
import { keepAttachment } from '../studio/keep-attachment.ts';
import { countedActivity } from './counted-activity.ts';

/** 第八条, 第九条: what the studio did goes into the ledger under the task of its letter, with the paper that proves it. */
export const recordActivity = command({
  ...actOf('record-activity'),
  summary: '把培训、课题、活动、讲座、成果等记入活动台账，对应任务承诺书的任务；考核时按台账合计。',
  fields: {
    task: among('tasks', textField('任务编号', '如 2-1')),
    title: textField('活动名称'),
    amount: numberField('数量', '按任务的计量单位，如人次、项、场'),
    evidence: textField('佐证材料', '如签到表、立项通知的名称和存放处'),
    date: optional(dateField('活动日期', '不填为当天')),
    level: optional(choiceField('课题级别', topicLevelLabels, '只有调研课题要填')),
    file: optional(fileField('佐证附件')),
  },
  offered: (studio, db, { kind }, today) => {
    const title = heldTitle(studio, actingLevel('record-activity', kind));
    return (
      title !== undefined && lettersUnder(db, studio.id, title).some(({ signedOn, cycleFrom }) => signedOn !== null && cycleFrom <= today)
    );
  },
  run({ tx, studio, answers, context }) {
    const { today, seat } = context;
    const level = actingLevel('record-activity', seat.kind);
    // Who lost the title gets nothing more; one that ended without fault may still be entered late what was done before.
    if (lostTitle(studio, level) !== undefined) requireTitle(studio, level, '登记活动', articleParagraph(19, 2));
    const { letter, task, activity } = countedActivity(
      tx,
      studio,
      level,
      {
        taskCode: answers.task,
        heldOn: answers.date ?? today,
        title: answers.title,
        amount: answers.amount,
        level: answers.level,
        evidence: answers.evidence,
      },
      today,
    );
    const alike = readActivities(tx, studio.id).find(
      (row) =>
        !row.reversed && row.reverses === null && row.taskId === task.id && row.heldOn === activity.heldOn && row.title === activity.title,
    );
    const attachmentId = answers.file === undefined ? null : keepAttachment(tx, studio.id, answers.file, context);
    const sequence = addActivity(tx, { ...activity, attachmentId, departmentId: seat.id, recordedOn: today });
    const spans = cycleYearSpans(letter);
    const year = spans.findIndex(({ from, to }) => from <= activity.heldOn && activity.heldOn <= to) + 1;
    const sum = sumsByTask(
      tx,
      spans.slice(year - 1, year).map((span) => ({ ...span, letterId: letter.id })),
    ).get(task.id);
    const assessed = readAssessments(tx, studio.id).some(({ letterId, cycleYear }) => letterId === letter.id && cycleYear === year);
    return {
      message: `已登记「${studio.name}」第 ${sequence} 项活动：${task.code} ${task.title} ${activity.amount} ${task.unit}（${activity.heldOn}），周期第 ${year} 年累计 ${sum ?? 0}／${task.yearlyTarget} ${task.unit}。`,
      warnings: [
        ...(alike === undefined ? [] : [`第 ${alike.sequence} 项是同一任务、同一天、同一名称的活动，请核对是否重复登记。`]),
        ...(assessed ? [`周期第 ${year} 年已经考核，这项活动不改变考核记录（第十九条第一款）。`] : []),
      ],
    };
  },
});
