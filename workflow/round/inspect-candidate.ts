import { updateEntry } from '../../db/writes/district-rounds.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actOf } from '../act-of.ts';
import { command } from '../command.ts';
import { choiceField, dateField, optional, textField } from '../field.ts';
import { inspectionResults } from '../naming/inspect.ts';
import { currentEntry, requireEntry } from './current-round.ts';
import { roundDay } from './round-day.ts';

const act = actOf('inspect-candidate');

/** 第十二条第三项: the HR bureau has the recommended studios inspected on site. Inspected again, the latest record counts. */
export const inspectCandidate = command({
  ...act,
  summary: '登记对推荐参评工作室的现场考察和结论；再次考察的，以最后一次为准。',
  fields: {
    inspectors: textField('考察组成员', '姓名之间用顿号'),
    result: choiceField('考察结论', inspectionResults),
    date: optional(dateField('考察日期', '不填为当天')),
    opinion: optional(textField('考察意见', '不通过的须写明')),
  },
  offered({ id }, db) {
    const entry = currentEntry(db, id);
    return entry !== undefined && entry.recommendedOn !== null && entry.shortlistedOn === null;
  },
  run({ tx, studio, answers, context }) {
    const { entry } = requireEntry(tx, studio, act.title, act.article);
    if (entry.recommendedOn === null) {
      throw new Refusal(
        `无法${act.title}：主管部门没有推荐「${studio.name}」。只考察推荐参评的工作室，请先由主管部门推荐。`,
        article(12, 2),
      );
    }
    if (entry.shortlistedOn !== null) {
      throw new Refusal(
        `无法${act.title}：「${studio.name}」已于 ${entry.shortlistedOn} 列入拟入围名单，考察结论不再改变。请核对工作室。`,
        act.article,
      );
    }
    const passed = answers.result === 'pass';
    if (!passed && answers.opinion === undefined) {
      throw new Refusal(`无法${act.title}：考察不通过须写明「考察意见」。请补填。`, act.article);
    }
    const inspectedOn = roundDay(answers.date, context, act, '考察日期', { day: entry.recommendedOn, label: '推荐日期' });
    updateEntry(tx, entry.id, {
      inspectedOn,
      inspectors: answers.inspectors,
      inspectionPassed: passed,
      inspectionOpinion: answers.opinion ?? null,
    });
    return { message: `已登记「${studio.name}」参评现场考察，结论：${inspectionResults[answers.result]}。` };
  },
});
