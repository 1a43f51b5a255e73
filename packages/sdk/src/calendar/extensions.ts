import type { Bilingual } from '../errors/index.ts';
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

/** Why an extension is refused. */
export const refusals = {
  'unknown-reason': {
    vi: 'Lý do gia hạn không thuộc các lý do mà quy định nêu',
    en: 'A reason for the extension is not among those of the rule',
  },
  'extension-not-allowed': {
    vi: 'Quy định không cho gia hạn, hoặc không cho gia hạn thêm lần nữa',
    en: 'The rule allows no extension, or no further one',
  },
  'extension-too-long': {
    vi: 'Thời gian gia hạn dài hơn mức quy định cho phép',
    en: 'The extension is longer than the rule allows',
  },
  'extension-too-late': {
    vi: 'Đã hết hạn nên không gia hạn được nữa',
    en: 'Past its due date it can no longer be extended',
  },
} as const satisfies Record<string, Bilingual>;

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
  const refuse = (code: keyof typeof refusals): never =>
    fail(code, at, [amount, decidedAt, ...reasonCodes], refusals[code].vi, refusals[code].en);
  if (reasonCodes.some((reason) => !reason || (known && !Object.hasOwn(known, reason)))) refuse('unknown-reason');
  if (!allowed || index >= allowed.times) return refuse('extension-not-allowed');
  if (amount > allowed.amount) refuse('extension-too-long');
  if (!isRunning) refuse('extension-too-late');
  return allowed.complexity;
}
