/** The oldest browsers that are supported, and what MDN's compatibility data says they can do. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CompatData, CompatStatement, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';

interface Supported {
  /** As people know it. */
  name: string;
  /** The oldest version that everything works in. */
  version: string;
  /** Its names in the compatibility data. */
  engines: readonly (keyof CompatStatement['support'])[];
  /** Why this one. */
  because: string;
  /** What is done beside looking up each API and CSS feature. */
  tested: string;
}

/** What the lint asks, the tests run and the guide says. */
export const supported: readonly Supported[] = [
  {
    name: 'Chrome, Edge, Cốc Cốc',
    version: '109',
    engines: ['chrome', 'chrome_android', 'edge'],
    because: 'the last for Windows 7 and 8.1',
    tested: 'each widget sends its work in a real Chromium 109; every test of the elements in the newest',
  },
  {
    name: 'Firefox ESR',
    version: '115',
    engines: ['firefox'],
    because: 'the last for Windows 7 and 8.1',
    tested: '–',
  },
  {
    name: 'Safari',
    version: '16.4',
    engines: ['safari', 'safari_ios'],
    because: 'the first with form-associated elements',
    tested: '–',
  },
];

const data = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'),
) as CompatData;

type Entries = Record<string, Identifier>;
/** `Array`, `Intl`, … */
export const builtins = data.javascript['builtins'] as Identifier as Entries;
/** `URL`, `Element`, `fetch`, … */
export const api = data.api as Entries;
export const html = data.html as { elements: Entries; global_attributes: Entries };
export const css = data.css as { properties: Entries; selectors: Entries; types: Entries; 'at-rules': Entries };

/** The entry of a name, never one of `Object.prototype`. */
export function entry(of: Entries | Identifier | undefined, name: string): Identifier | undefined {
  return of && Object.hasOwn(of, name) ? (of as Entries)[name] : undefined;
}

/** `[16, 4]`; what is older than a version (`≤79`) counts as that version. */
function numbersOf(version: string): number[] {
  return version.replace('≤', '').split('.').map(Number);
}

function isAtMost(version: string, limit: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(limit)];
  for (let at = 0; at < Math.max(a.length, b.length); at++)
    if ((a[at] ?? 0) !== (b[at] ?? 0)) return (a[at] ?? 0) < (b[at] ?? 0);
  return true;
}

function covers(
  { version_added, version_removed, flags, prefix, alternative_name }: SimpleSupportStatement,
  version: string,
) {
  if (typeof version_added !== 'string' || version_added === 'preview') return false;
  if (flags ?? prefix ?? alternative_name) return false;
  return (
    isAtMost(version_added, version) && !(typeof version_removed === 'string' && isAtMost(version_removed, version))
  );
}

/** The supported browsers that lack something, e.g. `['Firefox ESR 115']`. */
export function lackedBy(feature: Identifier | undefined): string[] {
  const support = feature?.__compat?.support;
  if (!support) return [];
  return supported.flatMap(({ name, version, engines }) => {
    const lacks = engines.some((engine) => {
      const statement = support[engine];
      return (
        statement !== undefined && ![statement].flat().some((each) => covers(each as SimpleSupportStatement, version))
      );
    });
    return lacks ? [`${name} ${version}`] : [];
  });
}
