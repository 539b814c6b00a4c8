import { readStudios } from '../../db/queries/studios.ts';
import { articleText } from '../../policy/article.ts';
import { mayCorrect } from '../../policy/life/correction.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { choiceField, textField } from '../field.ts';
import { measuresBook } from '../measures-book.ts';
import { permit } from '../permit.ts';
import { studioFindings } from '../studio-findings.ts';
import { recordChange } from './changing.ts';
import { correctableLabels, correctables, readCorrection } from './correctable.ts';
import { idNumberProblems } from './id-number-field.ts';

const act = actOf('correct-record');

/** What stands on the lead, the unit or the application can be corrected only when there is one. */
const standsOn = {
  lead: ['leadName', 'leadSex', 'leadBirthDate', 'leadIdNumber', 'leadTitle', 'leadPhone'],
  unit: ['hostUnitKind'],
  application: ['unitOpinion', 'appliedOn'],
} as const;

/**
 * What was submitted is corrected with a reason, also after naming; what it said stays in the trail, with who and when. What the correction
 * turns against the Measures is said, and decided by people. The name of a titled studio went out with its naming: that is a renaming.
 */
export const correctRecord = command({
  ...act,
  afterRevocation: true,
  summary: '更正登记错误的申报事项，写明理由；原值、新值、更正人和日期留痕。已命名的名称用「变更工作室名称」办理。',
  fields: {
    field: choiceField('更正事项', correctableLabels),
    value: textField('更正为', '日期写成 1972-05-01，金额以元为单位'),
    reason: textField('更正理由'),
    by: textField('更正人'),
  },
  offered: () => true,
  run({ tx, studio, answers, context }) {
    const refuse = (why: string): never => {
      throw new Refusal(`无法${act.title}：${why}`, act.article);
    };
    const { field: key } = answers;
    const label = correctableLabels[key];
    const missing = [
      ...((standsOn.lead as readonly string[]).includes(key) && !studio.people.some(({ role }) => role === 'lead') ? ['领办人'] : []),
      ...((standsOn.unit as readonly string[]).includes(key) && studio.hostUnit === null ? ['所在单位'] : []),
      ...((standsOn.application as readonly string[]).includes(key) && studio.application === null ? ['申报'] : []),
    ];
    if (missing.length > 0) refuse(`「${studio.name}」没有登记${missing.join('、')}，「${label}」无从更正。请先登记。`);
    const correction = readCorrection(key, answers.value);
    if (correction.problem !== undefined) return refuse(`「${label}」${correction.problem}。请改正后再填。`);
    const before = correctables[key].read(studio);
    if (correctables[key].field.kind === 'date' && correction.text > context.today) {
      refuse(`${label} ${correction.text} 晚于今天 ${context.today}。请核对日期。`);
    }
    const lead = studio.people.find(({ role }) => role === 'lead');
    const contradictions =
      key === 'leadIdNumber' && lead !== undefined
        ? idNumberProblems(tx, correction.text, {
            id: lead.personId,
            name: lead.name,
            birthDate: lead.birthDate ?? undefined,
            sex: lead.sex ?? undefined,
          })
        : [];
    if (contradictions.length > 0) refuse(`${contradictions.join('，')}。请按身份证核对，先更正不符的一项。`);
    const sentOut = key === 'name' && studio.designations.length > 0;
    permit(
      act.title,
      studio.name,
      mayCorrect({ before: before ?? '', after: correction.text, reason: answers.reason, correctedBy: answers.by, sentOut }),
      sentOut ? '请办理「变更工作室名称」。' : '请核对更正内容。',
    );
    const measures = measuresBook(tx);
    const unmetBefore = new Set(
      studioFindings(studio, measures, context.today)
        .filter(({ outcome }) => outcome === 'unmet')
        .map(({ rule }) => rule),
    );
    correction.write(tx, studio);
    recordChange(
      tx,
      'correction',
      studio.id,
      [{ field: label, before, after: correction.text }],
      { onDate: context.today, papers: { 更正人: answers.by } },
      { reason: answers.reason },
      context,
    );
    const [after] = readStudios(tx, [studio.id]);
    const unmet = after === undefined ? [] : studioFindings(after, measures, context.today).filter(({ outcome }) => outcome === 'unmet');
    return {
      message: `已更正「${studio.name}」的${label}：${before ?? '（空）'} → ${correction.text}。`,
      warnings: unmet
        .filter(({ rule }) => !unmetBefore.has(rule))
        .map(({ article: ground, message }) => `更正后不符合${articleText(ground)}：${message}`),
    };
  },
});
