/** One use of what a supported browser lacks. */
export interface Lacking {
  where: string;
  /** `Array.toSorted`, `:has()`, … */
  what: string;
  by: readonly string[];
}
