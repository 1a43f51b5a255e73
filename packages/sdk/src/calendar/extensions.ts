import { checkAmount, fail } from './fail.ts';
import type { Instant } from './instants.ts';
import type { ExtensionRule, TermRule } from './term-rules.ts';

/** A decision to lengthen a term, in the unit of the term. */
export interface Extension {
  readonly amount: number;
  /** Instant, or date `YYYY-MM-DD`, of the decision. */
  readonly decidedAt: Instant;
  /** Why the matter is complex; codes of the rule's `complexityReasons`. */
  readonly reasonCodes: readonly string[];
}

export interface AppliedExtension extends Extension {
  /** Local date of the decision. */
  decidedOn: string;
  /** What the reasons given so far made of the matter. */
  complexity: ExtensionRule['complexity'];
}

/** What a rule allows a matter for which so many different reasons were given. */
export function extensionFor({ extensions }: TermRule, reasons: number): ExtensionRule | undefined {
  return extensions?.findLast(({ minReasons }) => reasons >= minReasons);
}

/**
 * Checks one extension against the rule: known reasons, enough different ones for the complexity claimed, not one too
 * many, not too long, decided while the term was running.
 *
 * @param index of the extension; those before it have been checked
 * @param reasons codes given so far; they keep counting, and this one's are added
 * @throws InputError `unknown-reason`, `extension-not-allowed`, `extension-too-long`, `extension-too-late`
 */
export function checkExtension(
  rule: TermRule,
  { amount, decidedAt, reasonCodes = [] }: Extension,
  index: number,
  reasons: Set<string>,
  isRunning: boolean,
): ExtensionRule['complexity'] {
  const at = `/request/extensions/${index}`;
  checkAmount(amount, `${at}/amount`);
  reasonCodes.forEach((reason) => reasons.add(reason));
  const known = rule.complexityReasons;
  const allowed = extensionFor(rule, reasons.size);
  let fault = '';
  if (!isRunning) fault = 'extension-too-late';
  if (allowed && amount > allowed.amount) fault = 'extension-too-long';
  if (!allowed || index >= allowed.times) fault = 'extension-not-allowed';
  if (reasonCodes.some((reason) => !reason || (known && !Object.hasOwn(known, reason)))) fault = 'unknown-reason';
  if (!allowed || fault) {
    fail(fault, at, [amount, decidedAt, ...reasonCodes], 'Gia hạn trái quy định', 'Extension outside the rule');
  }
  return allowed.complexity;
}
