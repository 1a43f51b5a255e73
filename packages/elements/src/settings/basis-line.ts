import type { LegalBasis } from '@dvk/sdk/law';

/** A legal basis on one line, with how sure it is where it is not as published: “Bộ luật Lao động, Điều 112”. */
export function basisLine(
  { number, title, article, confidence }: LegalBasis,
  confidences: Readonly<Record<LegalBasis['confidence'], string>>,
): string {
  const named = number && !title.includes(number) ? `${title} ${number}` : title;
  const line = article ? `${named}, ${article}` : named;
  return confidence === 'published' ? line : `${line} · ${confidences[confidence]}`;
}
