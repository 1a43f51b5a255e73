import * as fc from 'fast-check';
import { checkBody, type Constraint } from '../check-body.ts';

/** Text at and beyond a limit, with what people paste: spaces, decomposed marks, what is not seen, half a surrogate pair. */
function texts(min = 0, max = 40): fc.Arbitrary<unknown> {
  const around = fc.constantFrom(min - 1, min, min + 1, max - 1, max, max + 1).filter((length) => length >= 0);
  return fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
    { weight: 2, arbitrary: around.map((length) => 'ư'.repeat(length)) },
    { weight: 1, arbitrary: around.map((length) => `  ${'e\u0302\u0323'.repeat(length)}\n`) },
    { weight: 1, arbitrary: fc.constantFrom('', ' \t\n', 'a\u0000b', 'x\ud800', '\ufeff', 'Nguyễn Văn A') },
    { weight: 1, arbitrary: fc.constantFrom('\u200b', '\u3164\u2060', 'a\u202efdp.exe', 'a\u200bb', '\u2066x\u0000') },
  );
}

const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, undefined, '', 0, -1, 0.5, 1e300, true, false, 'true', [], {}, '2026-02-30', '1'),
  fc.jsonValue({ maxDepth: 1 }),
);

const likePattern = new Map<string, fc.Arbitrary<string>>();

/** Text like each pattern. The same patterns come back in hundreds of fields, and making their text ready is slow. */
function likePatterns(
  patterns: readonly (readonly [RegExp, ...unknown[]])[] = [],
  maxLength?: number,
): fc.Arbitrary<string>[] {
  return patterns.map(([pattern]) => {
    const key = `${String(pattern)} ${maxLength}`;
    const known = likePattern.get(key);
    if (known) return known;
    const made = fc.stringMatching(pattern, maxLength === undefined ? {} : { maxLength });
    likePattern.set(key, made);
    return made;
  });
}

const phoneNumbers = fc.constantFrom('0912 345 678', '+84 (0) 24 3825 1234', '1900 6017', '024 3825 1234 máy lẻ 12');

/** The constraints around one: a tree leads back to itself, and is made one level deep. */
type Around = readonly Constraint[];

function near(constraint: Constraint, around: Around = []): fc.Arbitrary<unknown> {
  const inside = [...around, constraint];
  switch (constraint.is) {
    case 'any':
      return fc.jsonValue({ maxDepth: 2 });
    case 'flag':
      return fc.boolean();
    case 'option':
      return fc.constantFrom(...constraint.of);
    case 'number': {
      const { whole, min = -1e6, max = 1e6 } = constraint;
      const edges = fc.constantFrom(min - 1, min, min + 1, max - 1, max, max + 1);
      return fc.oneof(edges, whole ? fc.integer() : fc.double({ noNaN: true, noDefaultInfinity: true }));
    }
    case 'text': {
      const phones = constraint.phone ? [phoneNumbers, fc.constant('091234567')] : [];
      return fc.oneof(...likePatterns(constraint.patterns), ...phones, texts(constraint.min, constraint.max));
    }
    case 'list': {
      if (around.includes(constraint.of)) return fc.constant([]);
      const few = fc.array(hostile(constraint.of, inside), { maxLength: 3 });
      const { max } = constraint;
      if (max === undefined || max > 20) return few;
      return fc.oneof(
        { weight: 5, arbitrary: few },
        fc.array(near(constraint.of, inside), { minLength: max, maxLength: max + 1 }),
      );
    }
    case 'record':
      return fc.dictionary(fc.string({ maxLength: 5 }), hostile(constraint.of, inside), { maxKeys: 3 });
    case 'nullable':
      return fc.option(near(constraint.of, inside));
    case 'either':
      return fc.oneof(...constraint.of.map((each) => near(each, inside)));
    case 'variant':
      return fc.oneof(...Object.values(constraint.of).map((each) => near(each, inside)));
    case 'object': {
      const known = fc.record(
        Object.fromEntries(Object.entries(constraint.fields).map(([name, field]) => [name, hostile(field, inside)])),
        { requiredKeys: [] },
      );
      return fc
        .tuple(
          known,
          fc.option(fc.dictionary(fc.string({ maxLength: 5 }), fc.constant(1), { maxKeys: 2 }), { freq: 6 }),
        )
        .map(([fields, extra]) => ({ ...extra, ...fields }));
    }
  }
}

/** Mostly values of the right kind around their limits, sometimes something else entirely. */
export function hostile(constraint: Constraint, around: Around = []): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: near(constraint, around) }, { weight: 1, arbitrary: anything });
}

/** Short ordinary text, or text like a pattern; then whatever of it keeps to the constraint. */
function fittingText(constraint: Extract<Constraint, { is: 'text' }>): fc.Arbitrary<unknown> {
  const { min = 0, max = 40, patterns = [], phone } = constraint;
  if (phone) return phoneNumbers;
  const ordinary = fc.string({ unit: 'grapheme', minLength: min, maxLength: Math.min(max, min + 20) });
  const like = likePatterns(patterns, Math.min(max, 60));
  return fc.oneof(...like, ordinary).filter((value) => checkBody(constraint, value).length === 0);
}

/** Values that keep to a constraint: small ones, of every kind it allows. */
export function fitting(constraint: Constraint, around: Around = []): fc.Arbitrary<unknown> {
  const inside = [...around, constraint];
  const within = (each: Constraint) => fitting(each, inside);
  switch (constraint.is) {
    case 'any':
    case 'flag':
    case 'option':
      return near(constraint);
    case 'number': {
      const { whole, min = -1e6, max = 1e6 } = constraint;
      return whole ? fc.integer({ min, max: Math.min(max, 2 ** 31 - 1) }) : fc.double({ min, max, noNaN: true });
    }
    case 'text':
      return fittingText(constraint);
    case 'list':
      if (around.includes(constraint.of)) return fc.constant([]);
      return fc.array(within(constraint.of), {
        minLength: constraint.min ?? 0,
        maxLength: Math.min(constraint.max ?? 3, 3),
      });
    case 'record':
      return fc.dictionary(
        constraint.keys ? (within(constraint.keys) as fc.Arbitrary<string>) : fc.string(),
        within(constraint.of),
        {
          maxKeys: 3,
        },
      );
    case 'nullable':
      return fc.option(within(constraint.of));
    case 'either':
      return fc.oneof(...constraint.of.map(within));
    case 'variant':
      return fc.oneof(...Object.values(constraint.of).map(within));
    case 'object': {
      const { fields, optional = [] } = constraint;
      return fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, within(field)])), {
        requiredKeys: Object.keys(fields).filter((name) => !optional.includes(name)),
      });
    }
  }
}

/** What of a value arrives at the other end of a JSON body. */
export function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
