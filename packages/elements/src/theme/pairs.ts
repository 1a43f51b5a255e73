import type { ColorName } from './tokens.ts';

const tones = ['success', 'warning', 'danger', 'info', 'neutral', 'honor'] as const;
const softs = ['action-soft', ...tones.map((tone) => `${tone}-soft` as const)] as const;
const backgrounds = ['surface', 'raised', ...softs] as const;

/** Which text stands on which background, and needs 4.5 : 1 there. */
export const textPairs: readonly (readonly [text: ColorName, background: ColorName])[] = [
  ...(['text', 'muted', 'action'] as const).flatMap((text) => backgrounds.map((each) => [text, each] as const)),
  ...tones.flatMap((tone) => (['surface', 'raised', `${tone}-soft`] as const).map((each) => [tone, each] as const)),
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
];

/** Which line or graphic stands on which background, and needs 3 : 1 there. */
export const graphicPairs: readonly (readonly [graphic: ColorName, background: ColorName])[] = [
  ...(['surface', 'raised', 'action-soft'] as const).map((each) => ['line', each] as const),
  ['action-hover', 'surface'],
  ['honor-line', 'surface'],
];
