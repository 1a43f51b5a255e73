import type { Bilingual } from '../errors/index.ts';
import { isInForce } from '../law/in-force.ts';
import type { LegalBasis } from '../law/index.ts';
import { fail } from './fail.ts';
import type { TermUnit } from './types.ts';

/** `minute` runs day and night; `working-minute` runs in office hours only. */
export type RuleUnit = TermUnit | 'working-minute' | 'minute';

/** When a term may be extended, how often and by how much at a time, in the unit of the term. */
export interface ExtensionRule {
  /** `complex`: phức tạp · `especially-complex`: đặc biệt phức tạp. */
  readonly complexity: 'complex' | 'especially-complex';
  /** Different reason codes needed to call the matter so. */
  readonly minReasons: number;
  /** Extensions allowed in all. */
  readonly times: number;
  /** Longest single extension. */
  readonly amount: number;
}

/** One term of law or of a regulation, as data. It is in force from `basis.from` to `basis.to`, both included. */
export interface TermRule {
  readonly id: string;
  /** `complaint`, `denunciation`, `report`, `proposal`, …; `any` holds for every matter without a rule of its own. */
  readonly matter: string;
  /** `accept`, `resolve`, … */
  readonly step: string;
  readonly name: Bilingual;
  /** The event the term counts from, whose own date chooses the rule. */
  readonly startEvent: Bilingual;
  /** The variant for remote areas with difficult travel (vùng sâu, vùng xa đi lại khó khăn). */
  readonly remote?: true;
  readonly amount: number;
  readonly unit: RuleUnit;
  /** The term is the shortest time something must last, not the longest it may take. */
  readonly minimum?: true;
  /** Whether an end on a day off moves to the next working day; a request may decide otherwise. */
  readonly rollToWorkingDay: boolean;
  readonly extensions?: readonly ExtensionRule[];
  /** Reason codes that count towards complexity. Absent: the law's list is not known and every code counts. */
  readonly complexityReasons?: Readonly<Record<string, Bilingual>>;
  /** Names of known reasons for a pause. */
  readonly pauseReasons?: Readonly<Record<string, Bilingual>>;
  readonly basis: LegalBasis;
}

/** Which rule is wanted. */
export interface RuleQuery {
  readonly matter: string;
  readonly step: string;
  /** The matter arose in a remote area; a rule without such a variant holds there too. */
  readonly remote?: boolean;
}

/**
 * The rule in force on a date. A rule for the matter itself goes before one for `any`, a remote variant before the
 * ordinary one where it applies, and of what is left the last in the list – so that a province appends its own.
 *
 * @param date day of the event the term counts from, `YYYY-MM-DD`
 * @throws InputError `no-rule`
 */
export function ruleInForce(rules: readonly TermRule[], query: RuleQuery, date: string): TermRule {
  const { matter, step, remote } = query;
  const fits = rules.filter(
    (rule) =>
      (rule.matter === matter || rule.matter === 'any') &&
      rule.step === step &&
      (remote || !rule.remote) &&
      isInForce(rule.basis, date),
  );
  const own = (rule: TermRule): boolean => rule.matter === matter;
  return (
    fits.findLast((rule) => rule.remote && own(rule)) ??
    fits.findLast(own) ??
    fits.at(-1) ??
    fail(
      'no-rule',
      '/request/step',
      `${matter}, ${step}, ${date}`,
      'Không có quy định thời hạn cho loại việc, bước và ngày này',
      'No term is in force for this matter, step and date',
    )
  );
}
