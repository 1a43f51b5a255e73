/** A sentence in both languages of the product. */
export interface Bilingual {
  vi: string;
  en: string;
}

/**
 * Thrown by every pure function of this package when its input cannot be used: it names what is wrong, where, and
 * what to do – never a guess, never a wrong number.
 *
 * @example
 * try { addTerm(calendar, '2026-02-30', {amount: 10, unit: 'working-day'}); }
 * catch (error) { if (isInputError(error)) console.log(error.pointer, error.text.vi); }
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** Language-neutral, stable: `not-a-date`, `cyclic-formula`, … */
  declare readonly code: string;
  /** JSON pointer (RFC 6901) into the argument list: the argument's name, then the path inside it. */
  declare readonly pointer: string;
  /** The sentence shown to a person. */
  declare readonly text: Bilingual;

  constructor(code: string, pointer: string, text: Bilingual) {
    super(`${text.en} (${pointer || '/'}) – ${text.vi}`);
    this.code = code;
    this.pointer = pointer;
    this.text = text;
  }
}

/** True for an {@link InputError}, also one thrown by another copy of this package on the same page. */
export function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === 'InputError' && 'pointer' in error && 'text' in error;
}
