/** One difference between two values, in words. */
export interface Difference {
  what: string;
  before: string;
  after: string;
}
