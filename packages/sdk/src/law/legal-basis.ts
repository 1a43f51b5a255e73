/**
 * Where a rule comes from and when it holds. Every rule of law in this package points to one; what rests on memory or
 * on our own illustration says so in `confidence` and is meant to be edited.
 */
export interface LegalBasis {
  /** Number of the document, e.g. `91/2025/QH15`; absent for an illustration. */
  number?: string;
  title: string;
  /** The place inside it, e.g. `Điều 28`. */
  article?: string;
  issuer?: string;
  /** Date of issue, `YYYY-MM-DD`. */
  date?: string;
  /** First day in force, `YYYY-MM-DD`. */
  from?: string;
  /** Last day in force, `YYYY-MM-DD`; absent while in force. */
  to?: string;
  url?: string;
  note?: string;
  /**
   * `published`: a public page states it · `secondary`: reported by others · `from-memory`: to be checked before use ·
   * `illustrative`: ours, not an issued text (“mẫu minh họa – chưa phải văn bản ban hành”).
   */
  confidence: 'published' | 'secondary' | 'from-memory' | 'illustrative';
}
