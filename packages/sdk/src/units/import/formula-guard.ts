/** What a spreadsheet that opens a CSV file takes for the beginning of a formula. */
const formula = /^'*[=+\-@|\t]/;
const guarded = /^'+[=+\-@|\t]/;

/** A text that no spreadsheet takes for a formula: with an apostrophe before it, which {@link withoutGuard} takes away again. */
export const withGuard = (text: string): string => (formula.test(text) ? `'${text}` : text);

export const withoutGuard = (text: string): string => (guarded.test(text) ? text.slice(1) : text);
