import ExcelJS from 'exceljs';

/** What a clerk types into a row of a 参数表, by its columns; null empties the cell. */
export interface TypedRow {
  readonly value?: string | number | Date | null;
  /** Number format of the value, as a spreadsheet program gives it to a cell into which 100% is typed. */
  readonly format?: string;
  readonly unit?: string;
  readonly article?: string | null;
  readonly number?: string | null;
}

const columns = { value: 4, unit: 5, article: 6, number: 7 } as const;

/** Opens a 参数表 as a spreadsheet program would, types into rows (`项目 细目`), and saves it. */
export async function fillParameterTable(bytes: Uint8Array, typed: Readonly<Record<string, TypedRow>>): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = workbook.getWorksheet('参数表');
  if (sheet === undefined) throw new Error('no sheet 参数表');
  const left = new Set(Object.keys(typed));
  sheet.eachRow((row) => {
    const key = `${row.getCell(2).text} ${row.getCell(3).text}`.trim();
    if (!left.delete(key)) return;
    const { format, ...contents } = typed[key] ?? {};
    const valueCell = row.getCell(columns.value);
    // Cells share their style: only this one gets the format.
    if (format !== undefined) valueCell.style = { ...valueCell.style, numFmt: format };
    for (const [column, content] of Object.entries(contents)) row.getCell(columns[column as keyof typeof columns]).value = content;
  });
  if (left.size > 0) throw new Error(`no rows ${[...left].join('、')}`);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The document of the revised rule the tests add. */
export const revisedNumber = '武昌人才办〔2027〕5号';

/** A revised rule as its table is filled in: from 2027-03-01, other ages, three years, other grants, seven days of notice. */
export const revisedTable: Readonly<Record<string, TypedRow>> = {
  '办法 名称': { value: '武昌区名师工作室建设管理办法（修订）' },
  '办法 文号': { value: revisedNumber },
  '办法 施行日期': { value: '2027年3月1日' },
  '领办人年龄上限 男 一般上限': { value: 55, article: '第六条第四项', number: revisedNumber },
  '领办人年龄上限 女 一般上限': { value: 50, article: '第六条第四项', number: null },
  场所面积下限: { value: 70, number: revisedNumber },
  公示期: { value: '７', number: revisedNumber },
  '区级名师工作室建设经费资助 纯公益性 下限': { value: '10', number: revisedNumber },
  '区级名师工作室建设经费资助 纯公益性 上限': { value: '12.5万元', number: revisedNumber },
  建设周期: { value: 3, number: revisedNumber },
};
