import type { Bilingual } from '@dvk/sdk/errors';

/** What whoever runs the server must know or do, in both languages. */
export class BilingualFault extends Error {
  override readonly name: string = 'BilingualFault';
  readonly text: Bilingual;

  constructor(text: Bilingual, cause?: unknown) {
    super(text.en, { cause });
    this.text = text;
  }
}
