import { inStrokeOrder } from '../policy/stroke-order.ts';
import { filing, filingOfHeld } from './filing.ts';
import { filingMembers, memberLines } from './filing-members.ts';
import type { FilingEntry, FilingHeader } from './filing-record.ts';
import { formLine } from './form-line.ts';
import { recordHash } from './meta-sheet.ts';
import { planGuidanceSheet } from './plan-guidance-sheet.ts';
import { planListSheet } from './plan-list-sheet.ts';
import { planMetaSheet } from './plan-meta-sheet.ts';
import { planSectorSummary } from './plan-sector-summary.ts';
import type { WrittenWorkbook } from './read-result.ts';
import { renderWorkbook } from './render-workbook.ts';
import { mapSeries } from './series.ts';
import { workbookFileName } from './workbook-file-name.ts';

const notes =
  '注：1.本表一式2份，报送单位和区人力资源局各存1份；2.团队人数不含领办人，经费为依托单位安排的专项经费；3.名单按领办人姓氏笔画为序；' +
  '4.黄色栏目由区人力资源局填写后退回。';

const noteOnEnded = '5.称号在报备后撤销或终止的工作室仍列在表内，写明情况；合计和分领域汇总包括在内。';

const rules = [
  '一、本表由行业主管部门报区人力资源局备案（《办法》第十一条第三项）。',
  '二、区人力资源局导入本表后以「备案回执」答复；不用程序答复的，只填写备案号、备案日期和备注三栏（黄色），其余各栏已锁定，如有出入请退回报送单位更正。',
  '三、工作表保护没有设密码。合计和分领域汇总由公式计算，请勿改为数值。',
] as const;

/**
 * Writes the filing list of a bureau: list, members, summary by sector, 填表说明. Studios go in stroke order of the lead's name.
 * The same entries and header give the same bytes.
 */
export async function writeFiling(entries: readonly FilingEntry[], header: FilingHeader): Promise<WrittenWorkbook> {
  // By id first, so that namesakes always stand in the same order.
  const byId = entries.toSorted((one, other) => (one.recordId < other.recordId ? -1 : 1));
  const ordered = inStrokeOrder(byId, ({ record }) => record.leadName ?? '');
  const records = ordered.map(({ record }) => record);
  const title = `${header.year}年武昌区${header.sector}系统名师工作室备案汇总表`;
  const { department, filler, phone, reviewer, date } = header;
  const line = formLine({
    department,
    date,
    ...(filler === undefined ? {} : { filler }),
    ...(phone === undefined ? {} : { phone }),
    ...(reviewer === undefined ? {} : { reviewer }),
  });
  const listed = records.some(({ endedOn }) => endedOn !== undefined) ? filing : filingOfHeld;
  const list = planListSheet({
    kind: listed,
    name: '备案汇总表',
    title,
    formLine: line,
    paper: 'A3',
    orientation: 'landscape',
    rows: mapSeries(records, filing.cellsOf),
    blankRows: 0,
    totals: { studioName: 'count', memberCount: 'sum', area: 'sum', dedicatedFunds: 'sum', filingNumber: 'count' },
    notes: [listed === filing ? notes + noteOnEnded : notes],
    open: ({ owner }) => owner === 'hr-bureau',
    choices: {},
  });
  const members = planListSheet({
    kind: filingMembers,
    name: '成员名单',
    title: `${header.year}年武昌区${header.sector}系统名师工作室成员名单`,
    paper: 'A4',
    orientation: 'portrait',
    rows: mapSeries(records.flatMap(memberLines), filingMembers.cellsOf),
    blankRows: 0,
    totals: {},
    notes: [],
    open: () => false,
    choices: {},
  });
  const bytes = await renderWorkbook({
    title,
    author: department,
    date,
    sheets: [
      list.sheet,
      members.sheet,
      planSectorSummary(listed, list, records, `${header.year}年武昌区${header.sector}系统名师工作室分领域汇总`),
      planGuidanceSheet(listed, rules),
      planMetaSheet({
        kind: filing.id,
        title: filing.title,
        schemaVersion: filing.schemaVersion,
        programVersion: filing.schemaSince,
        measuresId: header.measuresId,
        sender: department,
        writtenOn: date,
        records: ordered.map(({ recordId, record }) => ({
          recordId,
          keys: [record.leadIdNumber ?? '', record.studioName ?? ''],
          hash: recordHash(filing, record),
        })),
      }),
    ],
  });
  return { fileName: workbookFileName(title, department), bytes };
}
