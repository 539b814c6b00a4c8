import ExcelJS from 'exceljs';

/** A workbook as text, for golden files: every sheet with its page and its merges, every cell with its value, format and lock. */
export async function dumpWorkbook(bytes: Uint8Array): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const lines: string[] = [];
  for (const sheet of workbook.worksheets) {
    const { paperSize, orientation, fitToWidth, printTitlesRow } = sheet.pageSetup;
    // The library types it as always there.
    const foot = (sheet.headerFooter as Partial<ExcelJS.HeaderFooter> | null)?.oddFooter;
    lines.push(`## ${sheet.name} (${sheet.state})`);
    lines.push(
      `page: paper ${paperSize ?? '-'}, ${orientation ?? '-'}, ${fitToWidth ?? '-'} wide, repeats ${printTitlesRow ?? '-'}, foot ${foot ?? '-'}`,
    );
    lines.push(`widths: ${sheet.columns.map(({ width }) => width ?? '-').join(' ')}`);
    lines.push(`merges: ${sheet.model.merges.join(' ')}`);
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.isMerged && cell.master.address !== cell.address) return;
        const lock = cell.protection?.locked === false ? ' open' : '';
        lines.push(`${cell.address}${lock} [${cell.numFmt ?? ''}] ${valueText(cell.value)}`);
      });
    });
    lines.push('');
  }
  return lines.join('\n');
}

function valueText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return `date ${value.toISOString().slice(0, 10)}`;
  return JSON.stringify(value);
}
