/** A text of some length made to cost its reader much: what it is made of, and how it begins and ends. */
export interface NastyText {
  name: string;
  /** Of about `length` UTF-16 units. */
  ofLength(length: number): string;
}

/** What is repeated: marks that must be sorted, characters that patterns stop and start at, ones nobody sees. */
const pieces: Readonly<Record<string, string>> = {
  'alternating marks': '\u0301\u0323',
  'a letter, alternating marks': 'a\u0301\u0323\u0302\u0323',
  'marks that come apart': '\u0344\u0323',
  'marks of other planes': '\u{1d165}\u{1d16d}\u0301',
  'Vietnamese, decomposed': 'Phản ánh ở đường ấy '.normalize('NFD'),
  'toned letters without a space': 'ạá',
  spaces: ' ',
  'all kinds of spaces': ' \t\u00a0\u2003\n',
  'letters far from a space': 'a ',
  'line ends': '\r\n',
  letters: 'a',
  zeros: '0',
  digits: '1234567890',
  'grouped digits': '1.',
  'grouped thousands': '.000',
  'phone numbers': '0912345678 ',
  'e-mail addresses': 'a@a.vn ',
  'at signs': 'a@',
  'labels after an at sign': 'a@a.a-',
  dots: '.',
  hyphens: '-',
  slashes: '1/',
  'opening brackets': '(',
  'opening square brackets': '[',
  'opening braces': '{"a":',
  quotes: '"',
  apostrophes: "'",
  backslashes: '\\',
  semicolons: ';',
  'names in a header': ';filename="',
  commas: 'a,',
  equals: '=',
  'percent escapes': '%41',
  'broken percent escapes': '%',
  'lone surrogates': '\ud800',
  emoji: '👩‍👩‍👧',
  'zero-width': '\u200b\u200d',
  'direction marks': '\u202e\u202d',
  'Hangul, apart': '\u1112\u1161\u11ab',
  'control characters': '\u0001',
  'Roman numerals': 'IV.',
};

/** What patterns wait for before and after a long run. */
const frames: readonly (readonly [string, string])[] = [
  ['', ''],
  ['', 'á'],
  ['1', '@'],
];

/** Every piece in every frame. */
export const nastyTexts: readonly NastyText[] = Object.entries(pieces).flatMap(([name, piece]) =>
  frames.map(([before, after]) => ({
    name: before + after === '' ? name : `${name} between “${before}” and “${after}”`,
    ofLength: (length) => before + piece.repeat(Math.max(1, Math.floor(length / piece.length))) + after,
  })),
);
