import { pointerToken } from './pointer.ts';
import { isPhone, isRealDate, isSeen, keepsDirection, tidy } from './tidy.ts';
import type { FieldErrorCode, FieldIssue } from './field-errors.ts';

/** What a value must be: plain data, generated from the contract's schemas. Small enough for a page that loads no schema library. */
export type Constraint =
  | { is: 'any' | 'flag' }
  | {
      is: 'text';
      /** Judged as the server stores it: NFC, without outer white space; it must contain visible characters. */
      tidy?: true;
      /** Lengths in code points. */
      min?: number;
      max?: number;
      patterns?: readonly (readonly [RegExp, FieldErrorCode])[];
      /** Must be a day that exists. */
      realDate?: true;
      /** Must be a telephone number, in any spelling. */
      phone?: true;
    }
  | { is: 'number'; whole?: true; min?: number; max?: number }
  /** One of these values; `[true]` is a consent. */
  | { is: 'option'; of: readonly (string | number | boolean | null)[] }
  | { is: 'list'; of: Constraint; min?: number; max?: number }
  | { is: 'record'; keys?: Constraint; of: Constraint }
  | { is: 'object'; fields: Readonly<Record<string, Constraint>>; optional?: readonly string[]; strict?: true }
  | { is: 'nullable'; of: Constraint }
  /** One of several objects, chosen by its field `by`; `open`: an unlisted kind is accepted. */
  | { is: 'variant'; by: string; of: Readonly<Record<string, Constraint>>; open?: true }
  | { is: 'either'; of: readonly Constraint[] };

interface Found extends FieldIssue {
  /** The value has the right type and only breaks a limit. */
  soft?: boolean;
}

/**
 * Finds what is wrong with a value before it is sent: the same pointers and codes as the server's `errors`, the first per field.
 *
 * @example
 * checkBody(casesCreate, {kind: 'report', …})  // [{pointer: '/title', code: 'required'}]
 */
export function checkBody(constraint: Constraint, value: unknown): FieldIssue[] {
  return check(constraint, value, '').map(({ pointer, code, params }) =>
    params ? { pointer, code, params } : { pointer, code },
  );
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function check(constraint: Constraint, value: unknown, pointer: string): Found[] {
  const fault = (code: FieldErrorCode, more?: Partial<Found>): Found[] => [{ pointer, code, ...more }];
  const below = (code: FieldErrorCode, min: number) => fault(code, { params: { min }, soft: true });
  const above = (code: FieldErrorCode, max: number) => fault(code, { params: { max }, soft: true });

  if (constraint.is === 'any') return value === undefined ? fault('required') : [];
  if (constraint.is === 'nullable') return value === null ? [] : check(constraint.of, value, pointer);
  if (constraint.is === 'option') {
    if (constraint.of.includes(value as string)) return [];
    if (constraint.of[0] === true) return fault('must-agree');
    return fault(value === undefined || value === null || value === '' ? 'required' : 'not-an-option');
  }
  if (value === undefined || value === null) return fault('required');

  switch (constraint.is) {
    case 'flag':
      return typeof value === 'boolean' ? [] : fault('wrong-type');
    case 'text': {
      if (typeof value !== 'string') return fault('wrong-type');
      const { min = 0, max = Infinity, patterns = [], realDate, phone } = constraint;
      const text = constraint.tidy ? tidy(value, max) : value;
      if (lengthOf(text) < min) return min === 1 ? fault('required', { soft: true }) : below('too-short', min);
      if (text.length > max && lengthOf(text) > max) return above('too-long', max);
      for (const [pattern, code] of patterns) if (!pattern.test(text)) return fault(code, { soft: true });
      if (constraint.tidy && !keepsDirection(text)) return fault('direction-characters', { soft: true });
      if (constraint.tidy && !isSeen(text)) return fault('only-invisible', { soft: true });
      if (realDate && !isRealDate(text)) return fault('not-a-date', { soft: true });
      return phone && !isPhone(text) ? fault('not-a-phone', { soft: true }) : [];
    }
    case 'number': {
      if (typeof value !== 'number' || Number.isNaN(value)) return fault('not-a-number');
      const { whole, min = -Infinity, max = Infinity } = constraint;
      if (whole && !Number.isInteger(value)) return fault('not-a-whole-number');
      // Beyond this, neighbouring integers look the same to a program that reads JSON.
      if (whole && !Number.isSafeInteger(value))
        return value > 0 ? above('too-big', Number.MAX_SAFE_INTEGER) : below('too-small', Number.MIN_SAFE_INTEGER);
      if (value < min) return below('too-small', min);
      return value > max ? above('too-big', max) : [];
    }
    case 'list': {
      if (!Array.isArray(value)) return fault('wrong-type');
      const { of, min = 0, max = Infinity } = constraint;
      // The items of a list that is too long are not checked.
      if (value.length > max) return fault('too-many', { params: { max } });
      const inside = value.flatMap((item, index) => check(of, item, pointer + pointerToken(index)));
      if (value.length < min) inside.push(...below('too-few', min));
      return inside;
    }
    case 'either': {
      const tries = constraint.of.map((option) => check(option, value, pointer));
      if (tries.some((found) => found.length === 0)) return [];
      // Where the type of one option fits, its faults say more than "none of them".
      const close = tries.filter((found) => found.every(({ soft }) => soft));
      return close.length === 1 ? close[0]! : fault('wrong-type');
    }
  }

  if (typeof value !== 'object' || Array.isArray(value)) return fault('wrong-type');
  const object = value as Record<string, unknown>;
  switch (constraint.is) {
    case 'record':
      return Object.entries(object).flatMap(([key, item]) => {
        const at = pointer + pointerToken(key);
        if (constraint.keys && check(constraint.keys, key, at).length > 0) return [{ pointer: at, code: 'wrong-type' }];
        return check(constraint.of, item, at);
      });
    case 'variant': {
      const kind = object[constraint.by];
      // Only a text names a kind: `['a']` is not `a`, though it reads so.
      const variant = typeof kind === 'string' && Object.hasOwn(constraint.of, kind) ? constraint.of[kind] : undefined;
      if (variant) return check(variant, value, pointer);
      if (constraint.open && typeof kind === 'string') return [];
      const code = kind === undefined || kind === null ? 'required' : 'not-an-option';
      return [{ pointer: pointer + pointerToken(constraint.by), code }];
    }
    case 'object': {
      const { fields, optional = [], strict } = constraint;
      const inside = Object.entries(fields).flatMap(([name, field]) =>
        object[name] === undefined && optional.includes(name)
          ? []
          : check(field, Object.hasOwn(object, name) ? object[name] : undefined, pointer + pointerToken(name)),
      );
      const extra = strict && Object.keys(object).some((name) => !Object.hasOwn(fields, name));
      return extra ? [...inside, ...fault('wrong-format', { soft: true })] : inside;
    }
  }
}
