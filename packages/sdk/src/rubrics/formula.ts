import jsep from 'jsep';
import { MAX_EXPRESSION } from './limits.ts';
import type { FormulaCriterion } from './schema.ts';
import { message } from './message.ts';
import type { Bilingual } from '../errors/input-error.ts';

/** An exact number: floating point would round 89.995 the wrong way. */
export interface Exact {
  numerator: bigint;
  /** Above 0. */
  denominator: bigint;
}

type Tree = jsep.CoreExpression;
type Value = Exact | boolean;

/** What is wrong with an expression. */
export interface FormulaFault {
  code:
    | 'formula-syntax'
    | 'formula-too-long'
    | 'formula-unknown-name'
    | 'formula-unknown-function'
    | 'formula-not-allowed';
  text: Bilingual;
}

class Refused extends Error {
  readonly fault: FormulaFault;
  constructor(code: FormulaFault['code'], ...sentence: Parameters<typeof message>) {
    super(code);
    this.fault = { code, text: message(...sentence) };
  }
}

/** Thrown inside an evaluation that divides by zero: the line then has no data. */
class NoData extends Error {}

export function exact(numerator: bigint | number, denominator: bigint | number = 1): Exact {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  if (bottom === 0n) throw new NoData();
  return bottom < 0n ? { numerator: -top, denominator: -bottom } : { numerator: top, denominator: bottom };
}

const difference = (a: Exact, b: Exact): bigint => a.numerator * b.denominator - b.numerator * a.denominator;

const arithmetic: Readonly<Record<string, (a: Exact, b: Exact) => Value>> = {
  '+': (a, b) => exact(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
  '-': (a, b) => exact(difference(a, b), a.denominator * b.denominator),
  '*': (a, b) => exact(a.numerator * b.numerator, a.denominator * b.denominator),
  '/': (a, b) => exact(a.numerator * b.denominator, a.denominator * b.numerator),
  '<': (a, b) => difference(a, b) < 0n,
  '<=': (a, b) => difference(a, b) <= 0n,
  '>': (a, b) => difference(a, b) > 0n,
  '>=': (a, b) => difference(a, b) >= 0n,
  '==': (a, b) => difference(a, b) === 0n,
  '!=': (a, b) => difference(a, b) !== 0n,
};

function floor({ numerator, denominator }: Exact): Exact {
  const whole = numerator / denominator;
  return exact(numerator < 0n && whole * denominator !== numerator ? whole - 1n : whole);
}

const functions: Readonly<Record<string, (...values: [Exact, ...Exact[]]) => Exact>> = {
  min: (...values) => values.reduce((a, b) => (difference(a, b) <= 0n ? a : b)),
  max: (...values) => values.reduce((a, b) => (difference(a, b) >= 0n ? a : b)),
  floor,
  ceil: ({ numerator, denominator }) => {
    const down = floor(exact(-numerator, denominator));
    return exact(-down.numerator);
  },
};

function fail(found: string): never {
  throw new Refused(
    'formula-not-allowed',
    'Không dùng được “$0” trong công thức',
    '“$0” cannot be used in a formula',
    found,
  );
}

function literal(raw: string): Exact {
  const parts = /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(raw);
  if (!parts) fail(raw);
  const decimals = parts[2] ?? '';
  return exact(BigInt(parts[1]! + decimals), 10n ** BigInt(decimals.length));
}

function number(value: Value, where: string): Exact {
  return typeof value === 'boolean' ? fail(where) : value;
}
function truth(value: Value, where: string): boolean {
  return typeof value === 'boolean' ? value : fail(where);
}

function evaluate(node: jsep.Expression, names: ReadonlyMap<string, Exact>): Value {
  const tree = node as Tree;
  const of = (inside: jsep.Expression) => evaluate(inside, names);
  switch (tree.type) {
    case 'Literal':
      return literal(tree.raw);
    case 'Identifier': {
      const value = names.get(tree.name);
      if (value) return value;
      throw new Refused(
        'formula-unknown-name',
        'Công thức dùng tên “$0” chưa khai báo',
        'The formula uses “$0”, which is not declared',
        tree.name,
      );
    }
    case 'UnaryExpression':
      if (tree.operator === '-') return arithmetic['-']!(exact(0), number(of(tree.argument), '-'));
      if (tree.operator === '!') return !truth(of(tree.argument), '!');
      return fail(tree.operator);
    case 'BinaryExpression': {
      const { operator } = tree;
      if (operator === '&&') return truth(of(tree.left), operator) && truth(of(tree.right), operator);
      if (operator === '||') return truth(of(tree.left), operator) || truth(of(tree.right), operator);
      const apply = arithmetic[operator];
      return apply ? apply(number(of(tree.left), operator), number(of(tree.right), operator)) : fail(operator);
    }
    case 'ConditionalExpression':
      return truth(of(tree.test), '?') ? of(tree.consequent) : of(tree.alternate);
    case 'CallExpression': {
      const name = tree.callee.type === 'Identifier' ? String(tree.callee['name']) : '()';
      const [first, ...rest] = tree.arguments.map((each) => number(of(each), name));
      if (rest.length > 0 && ['floor', 'ceil'].includes(name)) return fail(`${name}(…, …)`);
      if (Object.hasOwn(functions, name) && first) return functions[name]!(first, ...rest);
      throw new Refused('formula-unknown-function', 'Không có hàm “$0”', 'There is no function “$0”', name);
    }
    default:
      return fail(tree.type);
  }
}

const parsed = new Map<string, jsep.Expression>();

function parse(expression: string): jsep.Expression {
  const known = parsed.get(expression);
  if (known) return known;
  if (expression.length > MAX_EXPRESSION) {
    throw new Refused('formula-too-long', 'Công thức quá dài', 'The formula is too long');
  }
  let tree: jsep.Expression;
  try {
    tree = jsep(expression);
  } catch {
    throw new Refused('formula-syntax', 'Công thức không đọc được: $0', 'The formula cannot be read: $0', expression);
  }
  // Bounded, for servers that see many rubrics.
  if (parsed.size > 200) parsed.clear();
  parsed.set(expression, tree);
  return tree;
}

/**
 * The value of a formula over exact inputs, in points; `undefined` where it divides by zero. Allowed: `+ - * /`,
 * comparisons, `&& || !`, `a ? b : c`, `min max floor ceil`, decimal numbers with a point. No eval, no property access.
 */
export function evaluateFormula(
  { expression }: Pick<FormulaCriterion, 'expression'>,
  inputs: ReadonlyMap<string, Exact>,
): Exact | FormulaFault | undefined {
  try {
    return number(evaluate(parse(expression), inputs), '?');
  } catch (error) {
    if (error instanceof NoData) return undefined;
    if (error instanceof Refused) return error.fault;
    throw error;
  }
}

/** Every branch of an expression, so that a fault hidden behind a condition is found before it is needed. */
function branches(node: jsep.Expression): jsep.Expression[] {
  const inside = Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]));
  const children = inside.filter(
    (value): value is jsep.Expression => typeof value === 'object' && value !== null && 'type' in value,
  );
  return [node, ...children.flatMap(branches)];
}

/** What is wrong with a formula, whatever the inputs will be; names are those of `inputs`. */
export function checkFormula({ expression, inputs }: Pick<FormulaCriterion, 'expression' | 'inputs'>): FormulaFault[] {
  const names = new Map(Object.keys(inputs).map((name) => [name, exact(1)]));
  const whole = evaluateFormula({ expression }, names);
  if (whole && 'code' in whole && ['formula-syntax', 'formula-too-long'].includes(whole.code)) return [whole];
  const faults = new Map<string, FormulaFault>();
  for (const node of branches(parse(expression))) {
    if (node.type === 'Identifier' && Object.hasOwn(functions, String(node['name']))) continue;
    try {
      evaluate(node, names);
    } catch (error) {
      if (error instanceof Refused) faults.set(error.fault.text.en, error.fault);
      else if (!(error instanceof NoData)) throw error;
    }
  }
  if (whole && 'code' in whole) faults.set(whole.text.en, whole);
  return [...faults.values()];
}
