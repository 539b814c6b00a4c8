import ExcelJS from 'exceljs';
import { finishPackage } from './finish-package.ts';

/** What stands beside each label of an application form. */
export const application: Readonly<Record<string, string | number>> = {
  工作室名称: '钱又廷小学英语名师工作室',
  领办人姓名: '钱又廷',
  领办人身份证号: '420100197803150017',
  领办人资格依据: '武汉市学科带头人（2021）',
  领办人联系电话: '13800000000',
  所在单位: '武昌区示例小学',
  单位性质: '事业单位',
  培训对象: '小学英语青年教师',
  场所面积: 60,
  单位专项经费: 5,
  单位推荐意见: '情况属实，同意推荐。',
  申报日期: '2026年8月1日',
  备注: '首次申报',
};
/** Lines of its sheet 团队成员. */
export const team: readonly (readonly (string | number)[])[] = [
  ['周行之', '男', '1990-05-01', '一级教师'],
  ['吴念慈', '女', '1988年3月12日', ''],
  ['何思齐', '女', '1992-07-09', '二级教师'],
];
/** Lines of its sheet 证明材料. */
export const evidence: readonly (readonly (string | number)[])[] = [
  ['领办人资格', '武汉市学科带头人证书', 1, ''],
  ['场所', '场地照片', 2, '校档案室'],
];

/** Fills a blank form in as a host unit would: what is said beside the labels, and the lines of the other sheets. */
export function fillApplicationForm(
  workbook: ExcelJS.Workbook,
  answers: Readonly<Record<string, string | number>> = application,
  ...lists: readonly (readonly (readonly (string | number)[])[])[]
): void {
  const [form, ...sheets] = workbook.worksheets;
  form?.eachRow((row) => {
    const answer = answers[row.getCell(1).text.replace(/（.*$/u, '')];
    if (answer !== undefined) row.getCell(2).value = answer;
  });
  for (const [index, lines] of (lists.length === 0 ? [team, evidence] : lists).entries()) {
    for (const [line, cells] of lines.entries()) {
      for (const [column, value] of cells.entries()) {
        const sheet = sheets[index];
        if (value !== '' && sheet !== undefined) sheet.getCell(line + 3, column + 2).value = value;
      }
    }
  }
}

/** The bytes of a blank form once it is filled in. */
export async function filledForm(blank: Uint8Array): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(blank) as unknown as ExcelJS.Buffer);
  fillApplicationForm(workbook);
  return finishPackage(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
