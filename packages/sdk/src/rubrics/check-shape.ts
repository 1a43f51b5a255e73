import type * as z from 'zod/mini';
import { valueAt } from '../contract/pointer.ts';
import { toPointer } from '../contract/zod-issues.ts';
import { Rubric } from './schema.ts';

type Issue = z.core.$ZodIssue;

/** The issues of the alternative that has the value's own kind, where a union did not match. */
function innermost(issue: Issue, path: readonly PropertyKey[]): Issue[] {
  const here = [...path, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path: here }];
  const alternatives = issue.errors.map((each) => each.flatMap((inside) => innermost(inside, here)));
  const isOther = (issues: readonly Issue[]) =>
    issues.some((each) => each.path.length === here.length + 1 && each.path.at(-1) === 'kind');
  return alternatives.find((each) => !isOther(each)) ?? alternatives.at(-1)!;
}

/** One place where a rubric does not fit the schema. */
export interface ShapeFault {
  pointer: string;
  value: unknown;
  /** Something is missing or of another type: nothing else can be checked then. */
  broken: boolean;
}

/** Where a rubric does not fit the schema; `undefined` where the data contains itself or is nested too deeply. */
export function shapeFaults(rubric: unknown): ShapeFault[] | undefined {
  try {
    const issues = Rubric.safeParse(rubric).error?.issues ?? [];
    return issues
      .flatMap((issue) => innermost(issue, []))
      .map((issue) => {
        const { code, path } = issue;
        const value = valueAt(rubric, path);
        // NaN and 4.5 are numbers, if not the right ones; the particular checks can say more about them.
        const isNumber =
          code === 'invalid_type' && typeof value === 'number' && /^(?:int|number)$/.test(issue.expected);
        const broken = code === 'invalid_union' || (code === 'invalid_type' && !isNumber);
        return { pointer: toPointer(path), value, broken };
      });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
