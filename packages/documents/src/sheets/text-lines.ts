/** Type of official papers, also in sheets. */
export const paperFont = { name: 'Times New Roman', size: 13 };

/**
 * In how many lines a text stands in a column of so many characters: a spreadsheet does not grow its rows by itself when it opens a
 * file.
 */
export const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / width)), 0);
