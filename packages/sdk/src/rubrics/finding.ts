import type { Bilingual } from '../errors/input-error.ts';
import { message, type MessageValue } from './message.ts';

/** One fault of a rubric. An `error` would give a wrong or disputed result and stops publishing. */
export interface Finding {
  severity: 'error' | 'warning' | 'info';
  /** Language-neutral and stable: `sum-mismatch`, `band-gap`, … */
  code: string;
  /** JSON pointer into the rubric. */
  pointer: string;
  text: Bilingual;
}

/** Collects findings under a pointer. */
export type Report = (
  severity: Finding['severity'],
  code: string,
  pointer: string,
  vi: string,
  en: string,
  ...values: MessageValue[]
) => void;

export function collect(findings: Finding[]): Report {
  return (severity, code, pointer, vi, en, ...values) =>
    findings.push({ severity, code, pointer, text: message(vi, en, ...values) });
}
