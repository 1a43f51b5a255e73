import { isInForce } from '../law/in-force.ts';
import type { SettingVersion } from './versions.ts';

/** The part of a version that says when it holds. */
type Dated = Pick<SettingVersion, 'version' | 'validFrom' | 'validTo'>;

/**
 * The version in force on a day: of those whose time it is, the newest. So a version for one year does not end the one
 * without an end that came before it.
 *
 * @param day - `YYYY-MM-DD`
 */
export function versionInForce<Version extends Dated>(versions: readonly Version[], day: string): Version | undefined {
  return versions
    .filter(({ validFrom, validTo }) => isInForce({ from: validFrom, ...(validTo && { to: validTo }) }, day))
    .reduce<Version | undefined>(
      (newest, each) => (newest && newest.version > each.version ? newest : each),
      undefined,
    );
}
