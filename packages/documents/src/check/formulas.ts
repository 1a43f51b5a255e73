import type { TagHandlers } from '@dvk/sdk/office';
import { UnfitOfficeFile } from './unfit-office-file.ts';

/** Elements that contain a formula: of cells, names, rules, validations. */
const holders = new Set(['f', 'formula', 'formula1', 'formula2', 'definedName', 'calculatedColumnFormula']);

const fetching = /(?<![\w.])(?:_xlfn\.)?(?:WEBSERVICE|IMAGE)\s*\(/i;
/** Functions that call programs, and links of the form `program|topic!item`. */
const calling =
  /(?<![\w.])(?:CALL|REGISTER(?:\.ID)?|EXEC|RTD|DDE|SQL\.REQUEST)\s*\(|[\w.]\s*\|\s*(?:'[^']*'|[\w.:\\/]+)\s*!/i;

/** Text in quotation marks is data; the name of a sheet, in apostrophes, is part of the formula. */
const quoted = /"[^"]*"/g;

/** Refuses formulas of a workbook that load a web page or start a program when they are calculated. */
export function formulaCheck(): TagHandlers {
  let formula: string | undefined;
  return {
    open(tag) {
      if (holders.has(tag)) formula = '';
    },
    text(text) {
      if (formula !== undefined) formula += text;
    },
    close(tag) {
      if (formula === undefined || !holders.has(tag)) return;
      const words = formula.replaceAll(quoted, '""');
      formula = undefined;
      if (calling.test(words)) throw new UnfitOfficeFile('commands');
      if (fetching.test(words)) throw new UnfitOfficeFile('remote');
    },
  };
}
