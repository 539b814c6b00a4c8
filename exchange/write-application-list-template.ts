import { type PlainDate, plainDate } from '../policy/plain-date.ts';
import { applicationList } from './application-list.ts';
import type { ApplicationRecord } from './application-record.ts';
import { formLine } from './form-line.ts';
import type { Meta } from './meta-sheet.ts';
import { planGuidanceSheet } from './plan-guidance-sheet.ts';
import { planListSheet } from './plan-list-sheet.ts';
import { planMetaSheet } from './plan-meta-sheet.ts';
import type { WrittenWorkbook } from './read-result.ts';
import { renderWorkbook } from './render-workbook.ts';
import { workbookFileName } from './workbook-file-name.ts';

/** Rows to write in that a blank template offers. */
const templateRows = 60;

const templateRules = [
  '一、一行填一个工作室，从黄色区域开始填写；带「必填」的栏目不能空。',
  '二、灰色斜体的「例」是填写示例，导入时自动跳过，可以删去。',
  '三、身份证号、电话所在列已设为文本格式，请直接填写，不要改成数字；从别处粘贴时请用「选择性粘贴—数值」。',
  '四、团队成员不含领办人，用顿号隔开；资格依据写证书全称和年份，几项之间用分号隔开（第五条第二项）。',
  '五、本表不需要密码即可取消保护；行数不够时取消保护后插入，不要改动表头。',
] as const;

const example: Readonly<Partial<ApplicationRecord>> = {
  studioName: '郑知远小学语文名师工作室',
  sector: '教育',
  leadName: '郑知远',
  leadSex: 'male',
  leadBirthDate: plainDate('1978-03-15'),
  leadIdNumber: '420100197803150017',
  leadTitle: '高级教师',
  leadQualifications: [{ kind: 'discipline-leader', level: 'municipal', name: '武汉市学科带头人', year: 2021 }],
  leadPhone: '13800000000',
  hostUnit: '武昌区示例小学',
  hostUnitKind: 'public-institution',
  members: ['周行之', '吴念慈', '何思齐'],
  trainingAudience: '小学语文青年教师',
  area: 60,
  dedicatedFunds: 5_000_000,
  unitOpinion: '情况属实，同意推荐。',
  appliedOn: plainDate('2026-08-01'),
};

/** Who hands the template out, and for what. */
export interface ApplicationTemplate {
  readonly year: number;
  /** 区教育局; the file is named after it. */
  readonly department: string;
  /** The sector in the title: 教育. */
  readonly sector: string;
  /** Entries of the drop-down 领域. */
  readonly sectors: readonly string[];
  readonly date: PlainDate;
  readonly measuresId: string;
}

/** A blank application list: drop-downs, text columns, an example row that reading skips, and the sheet 填表说明. */
export async function writeApplicationListTemplate(template: ApplicationTemplate): Promise<WrittenWorkbook> {
  const title = `${template.year}年武昌区${template.sector}系统名师工作室申报汇总表`;
  const list = planListSheet({
    kind: applicationList,
    name: '申报汇总表',
    title,
    formLine: formLine({}),
    paper: 'A3',
    orientation: 'landscape',
    rows: [],
    example: applicationList.cellsOf(example),
    blankRows: templateRows,
    totals: {},
    notes: [],
    open: () => true,
    choices: { sector: template.sectors },
  });
  const meta: Meta = {
    kind: applicationList.id,
    title: applicationList.title,
    schemaVersion: applicationList.schemaVersion,
    programVersion: applicationList.schemaSince,
    measuresId: template.measuresId,
    sender: template.department,
    writtenOn: template.date,
    records: [],
  };
  const bytes = await renderWorkbook({
    title,
    author: template.department,
    date: template.date,
    sheets: [list.sheet, planGuidanceSheet(applicationList, templateRules), planMetaSheet(meta)],
  });
  return { fileName: workbookFileName(`${title}（空白模板）`, template.department), bytes };
}
