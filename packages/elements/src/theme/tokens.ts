/** The look as data. Styles, documentation, exports and palettes are made from these tables; `notes.ts` says what each is for. */

/** Colours in light and in dark, by the name that styles use: `--_text`, in public `--dvk-color-text`. */
export const colors = {
  text: ['#16202b', '#e9eef3'],
  muted: ['#5a6776', '#a9b6c4'],
  surface: ['#ffffff', '#10161d'],
  raised: ['#f6f8fa', '#19222c'],
  line: ['#6f7c8a', '#8291a1'],
  rule: ['#d5dbe3', '#344250'],
  action: ['#0b4a83', '#8ec2f6'],
  'on-action': ['#ffffff', '#06213b'],
  'action-hover': ['#083a67', '#b5d7f9'],
  'action-soft': ['#e8f1fb', '#17304b'],
  success: ['#17703f', '#7fd6a8'],
  'success-soft': ['#e6f4ec', '#12311f'],
  warning: ['#8a4b00', '#f3c06f'],
  'warning-soft': ['#fdf1dc', '#392808'],
  danger: ['#b42318', '#ff9d93'],
  'danger-soft': ['#fdecea', '#421813'],
  info: ['#1d5fa8', '#97c8fb'],
  'info-soft': ['#e8f1fb', '#14304f'],
  neutral: ['#3f4b58', '#c6d0da'],
  'neutral-soft': ['#edf0f4', '#27323e'],
  honor: ['#664800', '#f0cd78'],
  'honor-soft': ['#fbf3dd', '#352a0b'],
  'honor-line': ['#b98300', '#c9952b'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

/**
 * Sizes, by the name that styles use: `--_space-m`, in public `--dvk-space-m`. In `em`, so that they grow with the text; what is
 * read is never below 14 px, what is touched never below 44.
 */
export const sizes = {
  'font-s': 'max(0.875em, 14px)',
  'font-l': '1.125em',
  'font-xl': '1.375em',
  'font-2xl': '1.75em',
  'space-2xs': '0.25em',
  'space-xs': '0.5em',
  'space-s': '0.75em',
  'space-m': '1em',
  'space-l': '1.5em',
  'space-xl': '2em',
  'space-2xl': '2.5em',
  radius: '0.375em',
  'radius-card': '0.625em',
  'shadow-raised': '0 1px 3px rgb(11 46 79 / 0.16)',
  'shadow-overlay': '0 8px 28px rgb(11 46 79 / 0.24)',
  control: 'max(3em, 44px)',
  row: '3.375em',
} as const;

/** What `density="compact"` has instead, for desks with many rows. */
export const compactSizes = {
  control: 'max(2.5em, 32px)',
  row: '2.5em',
} as const satisfies Partial<Record<keyof typeof sizes, string>>;

export type ColorName = keyof typeof colors;
export type SizeName = keyof typeof sizes;
