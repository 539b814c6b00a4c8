import { readActivities } from '../../db/queries/activity-ledger.ts';
import { activityLedger } from '../../exchange/activity-ledger.ts';
import { performCommand } from '../command.ts';
import { correctActivity } from '../ledger/correct-activity.ts';
import { recordActivity } from '../ledger/record-activity.ts';
import { incomingLedger } from './incoming-ledger.ts';

/** 活动台账, as the department that keeps the studio's ledger takes it: each row is recorded as an activity. 第八条, 第九条. */
export const incomingActivityLedger = incomingLedger({
  kind: activityLedger,
  entriesOf: readActivities,
  keyOfRow: ({ task, heldOn, title }) => JSON.stringify([task, heldOn, title]),
  keyOfEntry: ({ taskCode, heldOn, title }) => JSON.stringify([taskCode, heldOn, title]),
  sameness: '同一任务、同一天、同一名称的活动',
  told: 'title',
  says: (record, { amount, level, evidence }) =>
    amount === record.amount && (level ?? undefined) === record.level && evidence === record.evidence,
  named: (sequence) => `台账第 ${sequence} 项活动`,
  correction: correctActivity.title,
  table: 'activities',
  take(tx, { task, heldOn: date, title, amount, level, evidence }, studioId, context) {
    return performCommand(tx, recordActivity, studioId, { task, date, title, amount, level, evidence }, context).done.warnings ?? [];
  },
  blamed: 'task',
  cancel(tx, studioId, activity, reason, context) {
    performCommand(tx, correctActivity, studioId, { activity, reason, cancel: true }, context);
  },
});
