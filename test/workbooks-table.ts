import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { activityLedger } from '../exchange/activity-ledger.ts';
import { applicationForm, formEvidence, formMembers } from '../exchange/application-form.ts';
import { applicationList } from '../exchange/application-list.ts';
import { assessmentApproval } from '../exchange/assessment-approval.ts';
import { assessmentDecision } from '../exchange/assessment-decision.ts';
import { assessmentTasks } from '../exchange/assessment-tasks.ts';
import { expenseLedger } from '../exchange/expense-ledger.ts';
import { filing } from '../exchange/filing.ts';
import { filingMembers } from '../exchange/filing-members.ts';
import { filingReceipt } from '../exchange/filing-receipt.ts';
import { parameterTable } from '../exchange/parameter-table.ts';
import { recommendation } from '../exchange/recommendation.ts';
import { roundResult } from '../exchange/round-result.ts';
import { roundTerms } from '../exchange/round-terms.ts';
import { scoreSheet } from '../exchange/score-sheet.ts';
import { printedHeader, type WorkbookKind } from '../exchange/workbook-kind.ts';
import { knownKinds } from '../exchange/workbook-kinds.ts';
import { articleText } from '../policy/article.ts';
import { type SeatKind, seatKindLabels } from '../policy/seat.ts';
import { incomingKinds } from '../workflow/exchange/incoming-kinds.ts';
import { outgoingKinds } from '../workflow/exchange/outgoing-kinds.ts';
import { repository } from './machine/runtime-folder.ts';

/** Where the table of workbooks is kept. */
export const workbooksPath = join(repository, 'docs/workbooks.md');

type AnyKind = Pick<WorkbookKind<string, object, object>, 'title' | 'schemaVersion'> & { readonly rows: readonly string[] };

const seats = (kinds: readonly SeatKind[]): string => kinds.map((kind) => seatKindLabels[kind]).join('、');

/** A kind with each of its columns as a row of the table. */
function declared<Id extends string, Cells, Fields>({ title, schemaVersion, columns }: WorkbookKind<Id, Cells, Fields>): AnyKind {
  const rows = columns.map((column) => {
    const { group = '', aliases = [], type, required, computed, owner } = column;
    const need = computed === true ? '公式' : required === true ? '必填' : '';
    const choices = type.choices === undefined ? '' : `可选：${type.choices.join('、')}。`;
    const cells = [
      group,
      printedHeader(column),
      aliases.join('、'),
      need,
      owner === undefined ? '' : seatKindLabels[owner],
      type.guidance + choices,
    ];
    return `| ${cells.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  });
  return { title, schemaVersion, rows };
}

/** The tables of each kind that is read, by its id: the first is the kind's own. */
const tables: Readonly<Record<string, readonly AnyKind[]>> = {
  'application-list': [declared(applicationList)],
  'application-form': [declared(applicationForm), declared(formMembers), declared(formEvidence)],
  filing: [declared(filing), declared(filingMembers)],
  'filing-receipt': [declared(filingReceipt)],
  'activity-ledger': [declared(activityLedger)],
  'expense-ledger': [declared(expenseLedger)],
  recommendation: [declared(recommendation)],
  'assessment-approval': [declared(assessmentApproval), declared(assessmentTasks)],
  'assessment-decision': [declared(assessmentDecision)],
  'round-result': [declared(roundResult), declared(roundTerms)],
  'score-sheet': [declared(scoreSheet({ criteria: [{ code: '1', title: '（评审指标）', points: 100, weight: 1 }], totalOf: () => null }))],
  'parameter-table': [declared(parameterTable)],
};

function columnsOf({ title, schemaVersion, rows }: AnyKind): readonly string[] {
  return [
    `**${title}**（格式第 ${schemaVersion} 版）`,
    '',
    '| 上级表头 | 表头 | 也认得 | | 只有谁能改 | 怎么填 |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ];
}

function section(id: string): readonly string[] {
  const written = outgoingKinds.find((kind) => kind.id === id);
  const read = incomingKinds.find((kind) => kind.id === id);
  const title = tables[id]?.[0]?.title ?? written?.title ?? '';
  return [
    `## ${title}（${id}）`,
    '',
    ...(written === undefined ? [] : [`${seats(written.powers)}导出，${articleText(written.article)}。${written.summary}`, '']),
    ...(read === undefined ? [] : [`${seats(read.receivers)}导入。`, '']),
    ...(tables[id] ?? []).flatMap(columnsOf),
  ];
}

/** Every kind of workbook with its columns, as Markdown, out of the declarations the program reads and writes by. */
export function workbooksTable(): string {
  const ids = new Set([...knownKinds.map(({ id }) => id), ...outgoingKinds.map(({ id }) => id)]);
  const undeclared = knownKinds.filter(({ id }) => tables[id] === undefined).map(({ id }) => id);
  if (undeclared.length > 0) throw new Error(`no columns are told of ${undeclared.join(', ')}`);
  return [
    '# 往来表格',
    '',
    '由 `npm run workbooks` 从各种表格的声明生成，测试核对它是否最新。「也认得」是导入时同样认得的表头；「只有谁能改」以外的部门改了这一栏，导入时指为错误。程序写出的每个工作簿另有隐藏的 `_meta` 工作表：种类、格式版本、所依据的办法、发文单位、时间、各行的编号和散列。',
    '',
    ...[...ids].flatMap(section),
  ].join('\n');
}

if (import.meta.main) writeFileSync(workbooksPath, workbooksTable());
