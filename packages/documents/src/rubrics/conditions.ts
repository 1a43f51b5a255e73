import type { Band, Condition } from '@dvk/sdk/rubrics';
import { fold } from '@dvk/sdk/text';

/** What follows when a condition applies, in words. */
export function conditionSentence({ title, effect }: Condition, bands: readonly Band[]): string {
  if (effect.kind === 'ineligible') return `${title.vi}: không xếp loại`;
  if (effect.kind === 'lower') return `${title.vi}: hạ ${effect.by} mức`;
  return `${title.vi}: xếp cao nhất mức ${bands.find(({ id }) => id === effect.band)?.title.vi ?? effect.band}`;
}

/** Conditions written as such sentences; anything worded otherwise is left to the person. */
export function readConditions(
  texts: readonly string[],
  bands: readonly Band[],
): { condition: Condition; source: string }[] {
  const found: { condition: Condition; source: string }[] = [];
  for (const text of texts) {
    const match =
      /^(?:[-+•]\s*)?(.{3,300}?):\s*(?:(không xếp loại)|hạ (\d{1,2}) mức|xếp cao nhất mức (.+?))[.;]?$/iu.exec(text);
    if (!match) continue;
    const [, title, ineligible, by, named] = match;
    const band = named && bands.find((each) => fold(each.title.vi) === fold(named));
    if (named && !band) continue;
    const condition: Condition = {
      id: `condition-${found.length + 1}`,
      title: { vi: title!.trim() },
      effect: ineligible
        ? { kind: 'ineligible' }
        : by
          ? { kind: 'lower', by: Number(by) }
          : { kind: 'at-most', band: (band as Band).id },
    };
    found.push({ condition, source: text });
  }
  return found;
}
