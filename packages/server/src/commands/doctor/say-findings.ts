import type { Part } from './examine.ts';
import type { Finding } from './finding.ts';

const signs = { good: '✓', look: '!', bad: '✗' } as const;
const states = Object.keys(signs) as Finding['state'][];

/**
 * Writes what was found out, each finding in a line.
 *
 * @param options.least what is less bad is not written
 * @returns the worst of all
 */
export async function sayFindings(
  parts: AsyncIterable<Part>,
  { locale, least = 'good' }: { locale: 'vi' | 'en'; least?: Finding['state'] },
): Promise<Finding['state']> {
  let worst: Finding['state'] = 'good';
  for await (const { name, findings } of parts) {
    for (const { state, text } of findings) {
      if (states.indexOf(state) >= states.indexOf(least))
        console.log(`${signs[state]} ${name[locale]}: ${text[locale]}`);
      if (states.indexOf(state) > states.indexOf(worst)) worst = state;
    }
  }
  return worst;
}
