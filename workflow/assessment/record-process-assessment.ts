import { readAssessments } from '../../db/queries/assessments.ts';
import { readLetters } from '../../db/queries/commitment-letters.ts';
import { addAssessment } from '../../db/writes/assessments.ts';
import { articleParagraph } from '../../policy/article.ts';
import { gradeLabels } from '../../policy/grade.ts';
import { shortfalls } from '../../policy/rectification.ts';
import { Refusal } from '../../policy/refusal.ts';
import { command } from '../command.ts';
import { choiceField, dateField, optional, perTaskNumberField, perTaskTextField, textField } from '../field.ts';

const place = articleParagraph(19, 2);

/** 第十九条: in the first year of the cycle the studio is assessed task by task against its letter, on site. */
export const recordProcessAssessment = command({
  name: 'record-process-assessment',
  title: '登记过程性考核',
  summary: '对照任务承诺书逐项登记第一年的完成数和等次。',
  article: place,
  powers: ['sector-bureau'],
  fields: {
    assessors: textField('考核组成员', '姓名之间用顿号'),
    grade: choiceField('考核等次', gradeLabels),
    actual: perTaskNumberField('完成数', '每项任务都要填'),
    date: optional(dateField('考核日期', '不填为当天')),
    evidence: optional(perTaskTextField('佐证材料', '按任务分别填写')),
    opinion: optional(textField('考核意见', '任务均完成而定为不合格的，或有任务未完成而定为合格以上的，须写明')),
  },
  offered: ({ designations }) => designations.some(({ level, endedOn }) => level === 'in-system' && endedOn === null),
  run({ tx, studio, answers, context }) {
    const refuse = (why: string): never => {
      throw new Refusal(`无法登记过程性考核：${why}`, place);
    };
    const assessedOn = answers.date ?? context.today;
    if (assessedOn > context.today) refuse(`考核日期 ${assessedOn} 晚于今天 ${context.today}。请核对日期。`);
    const letter = readLetters(tx, studio.id).findLast(({ signedOn, cycleFrom }) => signedOn !== null && cycleFrom <= assessedOn);
    if (letter === undefined) return refuse(`「${studio.name}」在 ${assessedOn} 没有已签订的任务承诺书。请先签订承诺书。`);
    if (readAssessments(tx, studio.id).some(({ letterId, kind }) => letterId === letter.id && kind === 'process')) {
      refuse(`「${studio.name}」本周期（承诺书 ${letter.number}）已有过程性考核。`);
    }
    const codes = letter.tasks.map(({ code }) => code);
    const unknown = Object.keys({ ...answers.actual, ...answers.evidence }).filter((code) => !codes.includes(code));
    if (unknown.length > 0) refuse(`承诺书 ${letter.number} 没有编号为 ${unknown.join('、')} 的任务。任务编号有 ${codes.join('、')}。`);
    const items = letter.tasks.map(({ id, code, title, yearlyTarget }) => {
      const actual = answers.actual[code];
      if (actual === undefined) return refuse(`任务 ${code}「${title}」没有填完成数。考核须逐项进行。`);
      if (actual < 0) return refuse(`任务 ${code}「${title}」的完成数不能小于 0。`);
      return { taskId: id, code, target: yearlyTarget, actual, evidence: answers.evidence?.[code] ?? null };
    });
    const short = shortfalls(items);
    if (answers.grade === 'unqualified' && short.length === 0 && answers.opinion === undefined) {
      refuse('各项任务均已完成，定为不合格须写明考核意见。');
    }
    if (answers.grade !== 'unqualified' && short.length > 0 && answers.opinion === undefined) {
      refuse(`任务 ${short.map(({ code }) => code).join('、')} 未完成，定为${gradeLabels[answers.grade]}须写明考核意见。`);
    }
    addAssessment(
      tx,
      {
        studioId: studio.id,
        letterId: letter.id,
        departmentId: context.seat.id,
        kind: 'process',
        cycleYear: 1,
        assessedOn,
        assessors: answers.assessors,
        grade: answers.grade,
        opinion: answers.opinion ?? null,
        measuresId: letter.measuresId,
      },
      items.map(({ code: _code, ...item }) => item),
    );
    return {
      message: `已登记「${studio.name}」过程性考核：${gradeLabels[answers.grade]}，${items.length} 项任务中 ${short.length} 项未完成。`,
      warnings: answers.grade === 'unqualified' ? ['考核不合格，须发出整改通知书，限期整改（第十九条第二款）。'] : [],
    };
  },
});
