/** The workbook of exceljs without the rest of the package. */
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs';

  export default Workbook;
}
