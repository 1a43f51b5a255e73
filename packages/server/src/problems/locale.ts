export type Locale = 'vi' | 'en';

/** The language of a response by `Accept-Language`: English where it is preferred to Vietnamese, else Vietnamese. */
export function negotiateLocale(header: string | null): Locale {
  let best: { locale: Locale; weight: number } = { locale: 'vi', weight: 0 };
  for (const range of (header ?? '').split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    if (language !== 'vi' && language !== 'en') continue;
    const quality = parameters.map((parameter) => /^\s*q=(\d(?:\.\d{1,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number(quality);
    if (weight > best.weight) best = { locale: language, weight };
  }
  return best.locale;
}
