import { type TopicLevel, topicLevelLabels } from '../policy/activity.ts';
import type { PlainDate } from '../policy/plain-date.ts';
import { calendarDate } from './cell-types/calendar-date.ts';
import { choice } from './cell-types/choice.ts';
import { lineOfText, paragraph } from './cell-types/plain-text.ts';
import { quantity } from './cell-types/quantity.ts';
import { taskCode } from './cell-types/task-code.ts';
import type { WrittenWorkbook } from './read-result.ts';
import type { WorkbookKind } from './workbook-kind.ts';
import { type ListSender, writeList } from './write-list.ts';

/** One activity as a studio reports it, bound to a task of its commitment letter. 第八条, 第九条. */
export interface LedgerRecord {
  /** Left out where the workbook was handed out for one studio. */
  readonly studioName: string;
  readonly task: string;
  readonly heldOn: PlainDate;
  readonly title: string;
  /** In the task's unit. */
  readonly amount: number;
  /** Of a topic only. */
  readonly level: TopicLevel;
  readonly evidence: string;
}

/** 活动台账: what a studio did in a period, task by task. */
export const activityLedger: WorkbookKind<'activity-ledger', LedgerRecord, LedgerRecord> = {
  id: 'activity-ledger',
  title: '活动台账',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: {},
  studio: 'studioName',
  distinct: [],
  columns: [
    { key: 'studioName', header: '工作室名称', aliases: ['工作室'], type: lineOfText('不填即为本表发给的工作室。'), width: 26 },
    { key: 'task', header: '任务编号', aliases: ['任务', '对应任务'], type: taskCode, width: 24, required: true },
    { key: 'heldOn', header: '活动日期', aliases: ['日期', '时间'], type: calendarDate, width: 12, required: true },
    {
      key: 'title',
      header: '活动名称',
      aliases: ['活动内容', '名称', '项目名称'],
      type: lineOfText('写全称，一行一项活动。'),
      width: 32,
      required: true,
    },
    {
      key: 'amount',
      header: '数量',
      aliases: ['完成数', '人次'],
      type: quantity('按任务的计量单位填写，如培训写人次。'),
      width: 9,
      required: true,
    },
    {
      key: 'level',
      header: '课题级别',
      aliases: ['级别'],
      type: choice<TopicLevel>(topicLevelLabels, topicSynonyms(), '只有调研课题填写。'),
      width: 10,
    },
    {
      key: 'evidence',
      header: '佐证材料',
      aliases: ['佐证', '证明材料', '附件'],
      type: paragraph('如签到表、立项通知的名称和存放处。'),
      width: 28,
      required: true,
    },
  ],
  complete: (cells) => ({ record: cells, remarks: [] }),
  cellsOf: (record) => record,
};

function topicSynonyms(): Readonly<Record<TopicLevel, readonly string[]>> {
  return Object.fromEntries(Object.keys(topicLevelLabels).map((level) => [level, []])) as unknown as Readonly<
    Record<TopicLevel, readonly string[]>
  >;
}

/** Rows to write in. */
const blankRows = 80;
/** A drop-down written into a cell's rule holds no more characters. */
const longestChoices = 255;

/** A studio and the tasks of its letter, for which a ledger is handed out. */
export interface LedgerForm {
  readonly studioId: string;
  readonly studio: string;
  readonly letter: string;
  readonly tasks: readonly { readonly code: string; readonly title: string; readonly unit: string; readonly yearlyTarget: number }[];
}

/** A blank ledger for one studio: drop-downs of its tasks, 填表说明 with each task's unit and target, and whose ledger it is. */
export function writeBlankLedger({ studioId, studio, letter, tasks }: LedgerForm, sender: ListSender): Promise<WrittenWorkbook> {
  const labelled = tasks.map(({ code, title }) => `${code} ${title}`);
  const fits = labelled.join(',').length <= longestChoices && labelled.every((label) => !/[,"]/u.test(label));
  return writeList(
    {
      kind: activityLedger,
      title: `${studio}活动台账`,
      fileMark: '（空白表）',
      paper: 'A4',
      orientation: 'landscape',
      entries: [],
      subjectId: studioId,
      blankRows,
      totals: {},
      notes: ['注：1.一行填一项活动，数量按任务的计量单位；2.佐证材料由工作室留存备查。'],
      open: () => true,
      choices: { studioName: [studio], task: fits ? labelled : tasks.map(({ code }) => code) },
      rules: [
        `一、本表由「${studio}」填报，对照任务承诺书 ${letter} 逐项登记活动（《办法》第九条），填好后交主管部门导入。`,
        '二、从黄色区域开始填写；任务编号从下拉列表选择，不要改动表头。',
        ...tasks.map(
          ({ code, title, unit, yearlyTarget }) => `任务 ${code}：${title}，计量单位 ${unit}，年度目标 ${yearlyTarget} ${unit}。`,
        ),
      ],
    },
    sender,
  );
}
