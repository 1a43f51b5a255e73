/** What a palette needs of colour: sRGB as written in CSS, OKLCH (by Björn Ottosson) to move in, contrast by WCAG 2. */

type Triple = readonly [number, number, number];

export interface Oklch {
  /** Lightness, 0 to 1. */
  l: number;
  chroma: number;
  /** In radians. */
  hue: number;
}

const range = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Red, green and blue from 0 to 1.
 * @throws {TypeError} if the text is no opaque colour in hex or `rgb()`
 */
export function parseColor(text: string): Triple {
  const given = text.trim().toLowerCase();
  const [, hex] = /^#((?:[\da-f]{3}){1,2})$/.exec(given) ?? [];
  if (hex) {
    const digits = hex.match(hex.length === 3 ? /./g : /../g)!;
    return digits.map((each) => Number.parseInt(each.padStart(2, each), 16) / 255) as unknown as Triple;
  }
  const number = String.raw`([+-]?(?:\d+\.?\d*|\.\d+)%?)`;
  const rgb =
    new RegExp(String.raw`^rgba?\(\s*${number}\s*,\s*${number}\s*,\s*${number}\s*\)$`).exec(given) ??
    new RegExp(String.raw`^rgba?\(\s*${number}\s+${number}\s+${number}\s*\)$`).exec(given);
  if (!rgb)
    throw new TypeError(`"${text}" is no colour that is understood: write #9b1c1f or rgb(155 28 31), without opacity.`);
  return rgb
    .slice(1)
    .map((each) => range(Number.parseFloat(each) / (each.endsWith('%') ? 100 : 255))) as unknown as Triple;
}

export function formatHex(color: Triple): string {
  const digits = color.map((each) =>
    Math.round(range(each) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLinear = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

const product = (rows: readonly Triple[], [x, y, z]: Triple): Triple =>
  rows.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

const rgbToCones: readonly Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const conesToOklab: readonly Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const oklabToCones: readonly Triple[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const conesToRgb: readonly Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

function toOklab(color: string): Triple {
  const cones = product(rgbToCones, parseColor(color).map(toLinear) as unknown as Triple);
  return product(conesToOklab, cones.map(Math.cbrt) as unknown as Triple);
}

export function toOklch(color: string): Oklch {
  const [l, a, b] = toOklab(color);
  return { l, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

/** As hex, with as much of the chroma as a screen can show. */
export function fromOklch({ l, chroma, hue }: Oklch): string {
  let rgb: Triple;
  let left = chroma;
  do {
    const cones = product(oklabToCones, [l, left * Math.cos(hue), left * Math.sin(hue)]);
    rgb = product(conesToRgb, cones.map((each) => each ** 3) as unknown as Triple).map(fromLinear) as unknown as Triple;
    left -= 0.004;
  } while (left > 0 && rgb.some((each) => !(each >= -0.001 && each <= 1.001)));
  return formatHex(rgb);
}

const luminanceOf = (color: string): number => {
  const [r, g, b] = parseColor(color).map(toLinear) as unknown as Triple;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** From 1, the same, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** How different two colours look: about 0.02 is just seen, 0.1 is another colour. */
export function difference(one: string, other: string): number {
  const [a, b] = [toOklab(one), toOklab(other)];
  return Math.hypot(...a.map((value, at) => value - b[at]!));
}
