import { BilingualFault } from './bilingual-fault.ts';

/** A setting that cannot be used: says in both languages which one, and what it must be. */
export class SettingsFault extends BilingualFault {
  override readonly name = 'SettingsFault';
}
