/** Lists as `.xlsx`, with totals. */
export { writeListWorkbook, type ListColumn, type ListSheet } from './list-workbook.ts';
