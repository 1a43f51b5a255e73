import type { Bilingual } from '@dvk/sdk/errors';

/** A setting that cannot be used: says in both languages which one, and what it must be. */
export class SettingsFault extends Error {
  override readonly name = 'SettingsFault';
  readonly text: Bilingual;

  constructor(text: Bilingual, cause?: unknown) {
    super(text.en, { cause });
    this.text = text;
  }
}
