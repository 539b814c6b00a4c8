import { type TaskGroup, taskGroupLabels } from '../policy/task-groups.ts';
import { choice } from './cell-types/choice.ts';
import { lineOfText, paragraph } from './cell-types/plain-text.ts';
import { taskCode } from './cell-types/task-code.ts';
import { taskNumber } from './cell-types/task-number.ts';
import type { WorkbookKind } from './workbook-kind.ts';

/** What a periodic assessment found about one task of the letter. 第九条, 第十九条第二款. */
export interface ReportedTask {
  readonly code: string;
  readonly group: TaskGroup;
  readonly title: string;
  readonly unit: string;
  readonly yearlyTarget: number;
  /** Done in the assessed year, the last of the cycle. */
  readonly yearActual: number;
  /** Over the whole cycle. */
  readonly target: number;
  readonly actual: number;
  /** What the studio itself counted. */
  readonly selfReported: number;
  readonly evidence: string;
  /** Where the number differs from the ledger's. */
  readonly remark: string;
}

/** A line of the sheet 逐项结果: a task, and whose it is. */
export interface TaskLine extends ReportedTask {
  readonly studioName: string;
}

const labels = Object.fromEntries(Object.entries(taskGroupLabels).map(([group, { label }]) => [group, label])) as Readonly<
  Record<TaskGroup, string>
>;

/** The sheet 逐项结果 of a list of periodic results. */
export const assessmentTasks: WorkbookKind<'assessment-tasks', TaskLine, TaskLine> = {
  id: 'assessment-tasks',
  title: '逐项结果',
  schemaVersion: 1,
  schemaSince: '0.1.0',
  groupAliases: { 本年度: [], 全周期: [] },
  studio: 'studioName',
  distinct: [],
  columns: [
    { key: 'studioName', header: '工作室名称', type: lineOfText('与报审表一致。'), width: 30, required: true },
    { key: 'code', header: '任务编号', type: taskCode, width: 9, required: true },
    {
      key: 'group',
      header: '任务类别',
      type: choice<TaskGroup>(
        labels,
        { demonstration: [], training: [], research: [], theory: [], innovation: [] },
        '承诺书中的任务类别。',
      ),
      width: 14,
      required: true,
    },
    { key: 'title', header: '任务内容', type: lineOfText('承诺书中的任务内容。'), width: 30, required: true },
    { key: 'unit', header: '计量单位', type: lineOfText('承诺书中的计量单位。', 'center'), width: 9, required: true },
    { key: 'yearlyTarget', group: '本年度', header: '目标', type: taskNumber('承诺书约定的年度目标。'), width: 8, required: true },
    { key: 'yearActual', group: '本年度', header: '完成', type: taskNumber('考核年度的完成数。'), width: 8, required: true },
    { key: 'target', group: '全周期', header: '目标', type: taskNumber('整个周期的目标。'), width: 8, required: true },
    { key: 'actual', group: '全周期', header: '完成', type: taskNumber('整个周期的完成数。'), width: 8, required: true },
    { key: 'selfReported', header: '自评完成数', type: taskNumber('工作室自己填报的数。'), width: 11 },
    { key: 'evidence', header: '佐证材料', type: paragraph('考核时查验的材料。'), width: 20 },
    { key: 'remark', header: '与台账的差异', type: paragraph('完成数与活动台账不一致的写明。'), width: 22 },
  ],
  complete: (cells) => ({ record: cells, remarks: [] }),
  cellsOf: (record) => record,
};
