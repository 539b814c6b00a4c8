import { chineseDate, type PlainDate } from '../../policy/plain-date.ts';
import type { Say } from '../document-kind.ts';
import type { Row, Table } from './document-content.ts';
import { millimetres, points } from './length.ts';
import { quantityText } from './quantity-text.ts';
import { labelCell, tableText, textCell } from './table-text.ts';
import { taskGroupTitles } from './task-group-titles.ts';

/** A task of a 任务承诺书 as it is printed; targets are numbers in the task's own unit. */
interface LetterTask {
  readonly code: string;
  readonly group: keyof typeof taskGroupTitles;
  readonly title: string;
  readonly unit: string;
  readonly baseline: number;
  readonly yearlyTarget: number;
  readonly cycleTarget: number;
  readonly evidence: string;
  readonly schedule: string;
}

const taskColumns = [11, 17, 28, 17, 17, 18, 25, 23].map(millimetres);
const taskHeaders = ['任务编号', '任务类别', '任务内容', '基准值', '年度目标', '周期目标', '佐证材料', '完成时限'];

/** The tasks of a 任务承诺书 with all that is settled of each. 第九条. */
export function taskTable(tasks: readonly LetterTask[], say: Say): Table {
  const rows = tasks.map(
    (task): Row => ({
      height: millimetres(9),
      cells: [
        textCell(task.code, 10.5),
        textCell(say('任务类别', taskGroupTitles[task.group], '任务'), 10.5),
        textCell(task.title, 10.5, 'left'),
        ...amounts(task),
        textCell(task.evidence, 10.5, 'left'),
        textCell(task.schedule, 10.5),
      ],
    }),
  );
  return { kind: 'table', columns: taskColumns, headerRows: 1, rows: [headerOf(taskHeaders), ...rows] };
}

const briefColumns = [10, 61.5, 18.7, 18.7, 18.7, 28.4].map(millimetres);
const briefHeaders = ['编号', '任务内容', '基准值', '年度目标', '周期目标', '完成时限'];

/** The tasks in one line each, as wide as their usual words: without their group, which the code begins with, and their evidence. */
export function briefTaskTable(tasks: readonly LetterTask[]): Table {
  const rows = tasks.map(
    (task): Row => ({
      cells: [textCell(task.code, 10.5), textCell(task.title, 10.5, 'left'), ...amounts(task), textCell(task.schedule, 10.5)],
    }),
  );
  return { kind: 'table', columns: briefColumns, headerRows: 1, rows: [headerOf(briefHeaders), ...rows] };
}

function headerOf(labels: readonly string[]): Row {
  return { cells: labels.map((label) => labelCell(label, 10.5)) };
}

function amounts({ baseline, yearlyTarget, cycleTarget, unit }: LetterTask) {
  return [baseline, yearlyTarget, cycleTarget].map((value) => textCell(quantityText(value, unit), 10.5));
}

/** Who signs a 任务承诺书, and the day. */
interface Parties {
  readonly department: string;
  readonly lead: string;
  readonly hostUnit: string;
  readonly signedOn: PlainDate;
}

/**
 * Three blocks side by side, each with room for a seal and a signature, never cut: `room` is what the middle row is high, in mm. A seal of
 * 42 mm may reach over the rows above and below.
 */
export function partySignatures({ department, lead, hostUnit, signedOn }: Parties, room: number): Table {
  const blocks = [
    { party: '甲方（盖章）', name: department, signer: '负责人（签字）：' },
    { party: '乙方（签字）', name: `领办人：${lead}`, signer: '本人（签字）：' },
    { party: '丙方（盖章）', name: hostUnit, signer: '负责人（签字）：' },
  ];
  return {
    kind: 'table',
    columns: [52, 52, 52].map(millimetres),
    headerRows: 0,
    rows: [
      { keepNext: true, height: millimetres(9), cells: blocks.map(({ party }) => labelCell(party, 12)) },
      {
        keepNext: true,
        height: millimetres(room),
        cells: blocks.map(({ name, signer }) => ({
          vertical: 'top',
          paragraphs: [
            { ...tableText(name, 12, 'left'), before: points(6) },
            { ...tableText(signer, 12, 'left'), before: millimetres(room - 28) },
          ],
        })),
      },
      { height: millimetres(9), cells: blocks.map(() => textCell(chineseDate(signedOn), 12)) },
    ],
  };
}
