/** Score sheets: their rows, and as `.xlsx`. The paper is the template `scoreSheet`. */
export { scoreRows, type ScoreRow } from './score-rows.ts';
export { writeScoreWorkbook, type ScoreWorkbookData } from './score-workbook.ts';
