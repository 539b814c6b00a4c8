import { readActivities } from '../../db/queries/activity-ledger.ts';
import { readLetters } from '../../db/queries/commitment-letters.ts';
import { replaceActivity, reverseActivity } from '../../db/writes/activities.ts';
import { activityKindOf, topicLevelLabels } from '../../policy/activity.ts';
import { article, articleParagraph } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { studioLevelLabels } from '../../policy/seat.ts';
import { actingLevel, actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { among, choiceField, dateField, fileField, numberField, optional, textField, yesNoField } from '../field.ts';
import { lostTitle } from '../held-title.ts';
import { requireLevel } from '../powers.ts';
import { keepAttachment } from '../studio/keep-attachment.ts';
import { countedActivity } from './counted-activity.ts';

/**
 * 第九条: what was recorded wrongly is taken back by a row that mirrors it, and recorded anew where something of it was right. Once the title
 * is revoked nothing more is counted for it (第十九条第二款, 第二十条): what was false is struck out or lowered, and nothing is added.
 */
export const correctActivity = command({
  ...actOf('correct-activity'),
  afterRevocation: true,
  summary: '更正或作废台账中的一项活动：原记录冲销保留，写明理由，更正后的另记一项。称号撤销后只能作废或核减。',
  fields: {
    activity: among('activities', numberField('活动序号', '要更正的是第几项')),
    reason: textField('更正理由'),
    cancel: optional(yesNoField('是否作废', '填「是」只冲销，不另记')),
    task: optional(among('tasks', textField('任务编号', '不填为原来的'))),
    title: optional(textField('活动名称', '不填为原来的')),
    amount: optional(numberField('数量', '不填为原来的')),
    evidence: optional(textField('佐证材料', '不填为原来的')),
    date: optional(dateField('活动日期', '不填为原来的')),
    level: optional(choiceField('课题级别', topicLevelLabels, '不填为原来的')),
    file: optional(fileField('佐证附件', '本机文件的路径；不填为原来的')),
  },
  offered: (studio, db, { kind }) =>
    readActivities(db, studio.id).some(({ reversed, reverses }) => !reversed && reverses === null) &&
    studio.designations.some(({ level }) => level === actingLevel('correct-activity', kind)),
  run({ tx, studio, answers, context }) {
    const refuse = (why: string): never => {
      throw new Refusal(`无法更正活动记录：${why}`, article(9));
    };
    const { today, seat } = context;
    const original = readActivities(tx, studio.id).find(({ sequence }) => sequence === answers.activity);
    if (original === undefined) return refuse(`「${studio.name}」没有第 ${answers.activity} 项活动。请核对序号。`);
    if (original.reverses !== null)
      return refuse(`第 ${original.sequence} 项是第 ${original.reverses} 项的冲销，不能再更正。请更正另记的一项。`);
    if (original.reversed) return refuse(`第 ${original.sequence} 项已经冲销。请更正另记的一项。`);
    const letter = readLetters(tx, studio.id).find(({ tasks }) => tasks.some(({ id }) => id === original.taskId));
    if (letter === undefined) throw new Error('an activity without its letter');
    requireLevel('correct-activity', letter.level, studio, seat);
    const { activity: _which, reason, cancel, file, ...changes } = answers;
    const changed = file !== undefined || Object.values(changes).some((value) => value !== undefined);
    if (cancel === true && changed) refuse('作废不另记活动。请去掉更正的内容，或去掉「作废」。');
    if (cancel !== true && !changed) refuse('没有填要更正的内容。请填更正后的内容；整项有误的，在「是否作废」填「是」。');
    const lost = lostTitle(studio, letter.level);
    const adds = (changes.amount ?? original.amount) > original.amount || (changes.task ?? original.taskCode) !== original.taskCode;
    if (lost !== undefined && adds) {
      throw new Refusal(
        `无法更正活动记录：「${studio.name}」的${studioLevelLabels[letter.level]}名师工作室称号已于 ${lost.endedOn ?? ''} 撤销，活动只能作废或核减，不能增加，也不能改记到其他任务。请核对数量和任务编号。`,
        articleParagraph(19, 2),
      );
    }
    const { taskId, kind, heldOn, title, amount, level, evidence, attachmentId } = original;
    const correction = { id: original.id, reason };
    const by = { departmentId: seat.id, recordedOn: today };
    const mirrored = { studioId: studio.id, taskId, kind, heldOn, title, amount, level, evidence, attachmentId, ...by };
    const reversal = reverseActivity(tx, mirrored, correction, by);
    if (cancel === true) return { message: `已作废「${studio.name}」第 ${original.sequence} 项活动，冲销记为第 ${reversal} 项。` };
    const taskCode = changes.task ?? original.taskCode;
    const task = letter.tasks.find(({ code }) => code === taskCode);
    // What was no topic has no level to inherit, and what no longer is one has no room for it.
    const kept = task !== undefined && activityKindOf(task) === 'topic' ? (level ?? undefined) : undefined;
    const counted = countedActivity(
      tx,
      studio,
      letter.level,
      {
        taskCode,
        heldOn: changes.date ?? heldOn,
        title: changes.title ?? title,
        amount: changes.amount ?? amount,
        level: changes.level ?? kept,
        evidence: changes.evidence ?? evidence,
      },
      today,
      original,
    );
    const proof = file === undefined ? attachmentId : keepAttachment(tx, studio.id, file, context);
    const sequence = replaceActivity(tx, { ...counted.activity, ...by, attachmentId: proof }, correction);
    return {
      message: `已更正「${studio.name}」第 ${original.sequence} 项活动：冲销记为第 ${reversal} 项，更正后记为第 ${sequence} 项（${counted.task.code} ${counted.activity.amount} ${counted.task.unit}，${counted.activity.heldOn}）。`,
    };
  },
});
