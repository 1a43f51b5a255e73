const loneSurrogate = /\p{Surrogate}/gu;

/** Whether a text holds no half of a character, which UTF-8 cannot write. */
export function isWellFormed(text: string): boolean {
  return text.search(loneSurrogate) < 0;
}

/** Puts `\ufffd` in the place of each half of a character. */
export function toWellFormed(text: string): string {
  return text.replace(loneSurrogate, '\ufffd');
}
