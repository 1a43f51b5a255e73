import type * as z from 'zod/mini';
import type { Constraint } from './check-body.ts';
import { isFieldErrorCode, type FieldErrorCode } from './field-errors.ts';
import { isPhone, isRealDate, isSeen, keepsDirection, storedPhone, tidyWithin } from './tidy.ts';

type Schema = z.core.$ZodTypes;
type Check = z.core.$ZodChecks;

/**
 * - `input`: what may be sent, with every limit.
 * - `output`: what a client may rely on in a response: fields and their types. Limits and listed values are left out, so
 *   that a client does not refuse the response of a newer server.
 */
export type Side = 'input' | 'output';

/** The code a check names as its message; see `shapes.ts`. */
function codeOf(def: { error?: unknown }, otherwise: FieldErrorCode): FieldErrorCode {
  const message: unknown = typeof def.error === 'function' ? def.error({}) : undefined;
  return typeof message === 'string' && isFieldErrorCode(message) ? message : otherwise;
}

/** The checks of a schema in the order they run; a format such as `z.email()` is its own first check. */
function checksOf(schema: Schema): z.core.$ZodCheckDef[] {
  const { def } = schema._zod as { def: z.core.$ZodTypeDef & Partial<z.core.$ZodCheckDef> };
  const own = def.check ? [def as z.core.$ZodCheckDef] : [];
  return [...own, ...(def.checks ?? []).map((check) => check._zod.def)];
}

function unsupported(what: string): never {
  throw new Error(`${what}: checkBody has no constraint for this; add one or use a rule of the area`);
}

type TextConstraint = Extract<Constraint, { is: 'text' }>;

function textOf(schema: Schema): TextConstraint {
  const text: TextConstraint = { is: 'text' };
  const patterns: [RegExp, FieldErrorCode][] = [];
  // checkBody checks in one fixed order; a schema must have the same order, so that both report the same fault first.
  const order = ['tidy', 'min', 'max', 'pattern', 'direction', 'seen', 'date', 'phone'];
  let readable = 0;
  let reached = 0;
  let tidier: unknown;
  const checkOrder = (name: string) => {
    const position = order.indexOf(name);
    if (position < reached) unsupported(`"${name}" after "${order[reached]}"`);
    reached = position;
  };
  for (const def of checksOf(schema) as Check['_zod']['def'][]) {
    switch (def.check) {
      case 'overwrite':
        // Telephone numbers are judged in any spelling: nothing to change beforehand.
        if (def.tx === storedPhone) break;
        checkOrder('tidy');
        tidier = def.tx;
        text.tidy = true;
        break;
      case 'min_length':
        checkOrder('min');
        text.min = def.minimum;
        break;
      case 'max_length':
        checkOrder('max');
        text.max = def.maximum;
        break;
      case 'string_format':
        checkOrder('pattern');
        if (!def.pattern) unsupported(`format ${def.format}`);
        patterns.push([def.pattern, codeOf(def, def.format === 'datetime' ? 'not-an-instant' : 'wrong-format')]);
        break;
      default:
        switch ((def as { fn?: unknown }).fn) {
          case isRealDate:
            checkOrder('date');
            text.realDate = true;
            break;
          // Both come with tidy, and checkBody takes them from there.
          case keepsDirection:
            checkOrder('direction');
            readable += 1;
            break;
          case isSeen:
            checkOrder('seen');
            readable += 1;
            break;
          case isPhone:
            checkOrder('phone');
            text.phone = true;
            break;
          default:
            unsupported(`check ${def.check}`);
        }
    }
  }
  if (text.tidy && tidier !== tidyWithin(text.max ?? Infinity))
    unsupported('an overwrite other than tidy for its length');
  if (readable !== (text.tidy ? 2 : 0)) unsupported('text that is tidied and not checked for what is seen of it');
  if (patterns.length > 0) text.patterns = patterns;
  return text;
}

function numberOf(schema: Schema): Constraint {
  const number: Extract<Constraint, { is: 'number' }> = { is: 'number' };
  for (const def of checksOf(schema) as Check['_zod']['def'][]) {
    if (def.check === 'number_format' && def.format === 'safeint') number.whole = true;
    else if (def.check === 'greater_than' && def.inclusive)
      number.min = Math.max(number.min ?? -Infinity, Number(def.value));
    else if (def.check === 'less_than' && def.inclusive)
      number.max = Math.min(number.max ?? Infinity, Number(def.value));
    else unsupported(`check ${def.check}`);
  }
  return number;
}

function lengthsOf(schema: Schema): { min?: number; max?: number } {
  const lengths: { min?: number; max?: number } = {};
  for (const def of checksOf(schema) as Check['_zod']['def'][]) {
    if (def.check === 'min_length') lengths.min = def.minimum;
    else if (def.check === 'max_length') lengths.max = def.maximum;
    else unsupported(`check ${def.check}`);
  }
  return lengths;
}

/**
 * Makes constraints of schemas. One schema used twice gives one constraint object, so that shared and recursive parts stay shared.
 *
 * @throws Error for a schema that cannot be expressed, so that both ways of checking stay the same.
 */
export function constraintMaker(side: Side): (schema: z.core.$ZodType) => Constraint {
  const made = new Map<z.core.$ZodType, Constraint>();
  const open = side === 'output';

  // Leaves that look alike are one object too.
  const leaves = new Map<string, Constraint>();
  function leaf(constraint: Constraint): Constraint {
    const text = JSON.stringify(constraint, (_, value: unknown) => (value instanceof RegExp ? String(value) : value));
    const known = leaves.get(text) ?? constraint;
    leaves.set(text, known);
    return known;
  }

  function make(given: z.core.$ZodType): Constraint {
    const constraint = made.get(given) ?? build(given);
    made.set(given, constraint);
    return constraint;
  }

  function build(given: z.core.$ZodType): Constraint {
    const schema = given as Schema;
    // Lists and objects are entered before their parts are made: a part may lead back to them.
    const enter = <T extends Constraint>(constraint: T, fill: (constraint: T) => void): T => {
      made.set(given, constraint);
      fill(constraint);
      return constraint;
    };
    const { def } = schema._zod;
    switch (def.type) {
      case 'string':
        return leaf(open ? { is: 'text' } : textOf(schema));
      case 'number':
        return leaf(open ? { is: 'number' } : numberOf(schema));
      case 'boolean':
        return { is: 'flag' };
      case 'unknown':
      case 'any':
        return { is: 'any' };
      case 'enum':
      case 'literal': {
        const of = def.type === 'enum' ? Object.values(def.entries) : def.values;
        if (open && of.every((value) => typeof value === 'string')) return { is: 'text' };
        return leaf({ is: 'option', of: of as (string | number | boolean | null)[] });
      }
      case 'nullable':
        return { is: 'nullable', of: make(def.innerType) };
      case 'lazy':
        return make(def.getter());
      case 'array':
        return enter({ is: 'list', of: { is: 'any' } } as Extract<Constraint, { is: 'list' }>, (list) => {
          list.of = make(def.element);
          if (!open) Object.assign(list, lengthsOf(schema));
        });
      case 'record': {
        const keys = make(def.keyType);
        const free = keys.is === 'text' && Object.keys(keys).length === 1;
        return { is: 'record', ...(free ? {} : { keys }), of: make(def.valueType) };
      }
      case 'union': {
        const { discriminator } = def as { discriminator?: string };
        if (discriminator === undefined)
          return enter({ is: 'either', of: [] } as Extract<Constraint, { is: 'either' }>, (either) => {
            either.of = def.options.map(make);
          });
        return {
          is: 'variant',
          by: discriminator,
          of: Object.fromEntries(
            def.options.flatMap((option) =>
              [...(option._zod.propValues?.[discriminator] ?? [])].map((value) => [String(value), make(option)]),
            ),
          ),
          ...(open && { open }),
        };
      }
      case 'object':
        return enter({ is: 'object', fields: {} } as Extract<Constraint, { is: 'object' }>, (object) => {
          if (checksOf(schema).length > 0) unsupported('a check of a whole object');
          const shape = Object.entries(def.shape as Record<string, Schema>);
          object.fields = Object.fromEntries(
            shape.map(([name, field]) => {
              const inner = field._zod.def;
              return [name, make(inner.type === 'optional' ? inner.innerType : field)];
            }),
          );
          const optional = shape.filter(([, field]) => field._zod.def.type === 'optional').map(([name]) => name);
          if (optional.length > 0) object.optional = optional;
          if (!open && def.catchall?._zod.def.type === 'never') object.strict = true;
        });
      default:
        return unsupported(`type ${def.type}`);
    }
  }
  return make;
}
