import { readLetters } from '../../db/queries/commitment-letters.ts';
import { readStudios } from '../../db/queries/studios.ts';
import { activityLedger, writeBlankLedger } from '../../exchange/activity-ledger.ts';
import { article } from '../../policy/article.ts';
import { Refusal } from '../../policy/refusal.ts';
import { actingLevel } from '../act-of.ts';
import { type Outgoing, senderOf } from './outgoing.ts';

const place = article(9);

/** A blank ledger for one studio, with the tasks of the letter that is in force or was last. 第九条. */
export const blankActivityLedger: Outgoing = {
  id: activityLedger.id,
  title: '空白活动台账',
  summary: '发给工作室填报培训、课题、活动等，下拉列表是该工作室承诺书的任务；填好后在「导入」中导入。',
  article: place,
  powers: ['sector-bureau', 'hr-bureau'],
  about: 'studio',
  blank: true,
  counted: '行',
  async write(context, { studioId }) {
    const { db, seat, today } = context;
    const [studio] = studioId === undefined ? [] : readStudios(db, [studioId]);
    if (studio === undefined) throw new Refusal('无法导出空白活动台账：没有这个工作室。请重新选择。', place);
    const level = actingLevel('record-activity', seat.kind);
    const letter = readLetters(db, studio.id).findLast((each) => each.level === level && each.signedOn !== null && each.cycleFrom <= today);
    if (letter === undefined) {
      throw new Refusal(`无法导出空白活动台账：「${studio.name}」还没有已签订的任务承诺书，没有可对应的任务。请先签订承诺书。`, place);
    }
    const form = { studioId: studio.id, studio: studio.name, letter: letter.number, tasks: letter.tasks };
    return { ...(await writeBlankLedger(form, senderOf(context))), rows: 0 };
  },
};
