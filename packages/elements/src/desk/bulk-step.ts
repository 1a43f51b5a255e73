import type { TemplateResult } from 'lit';
import type { BulkResult, BulkStep } from '../list/definition.ts';
import type { DeskOperations, DeskRecord } from './operations.ts';

/** The values of a step, or why there are none for a record. */
type Values = Record<string, unknown> | string | Promise<Record<string, unknown> | string>;

/** What a step for several records is beyond the step. */
export interface BulkStepOptions<Open, Action extends string> {
  icon?: TemplateResult;
  /** What is asked for, once for all. */
  fields?: () => TemplateResult;
  /** What is sent for one of them, where that is not what was entered; a text says why it cannot be. */
  valuesFor?: (open: Open, entered: Record<string, unknown>) => Values;
  /** The step that takes it back. */
  undo?: Action;
  /** What is said of one with which it went well. */
  said?: ((saved: Open) => string) | undefined;
}

/** A desk as a step for several of its records sees it. */
export interface BulkDesk<Open, Action extends string> {
  operations: () => Pick<DeskOperations<never, Open>, 'get' | 'transition'>;
  stepsOf: (open: Open) => readonly { action: Action }[];
  label: string;
  /** That the state of a record does not allow the step. */
  notNow: string;
  /** A record was saved. */
  onSaved: (saved: Open) => void;
  /** A request failed: what is said of it. */
  onFailed: (error: unknown) => string;
}

/**
 * A step as one for several records. Each is read first, so that nobody's newer version is overwritten, and so that only those
 * whose state allows the step take it.
 */
export function bulkStepOf<Row extends { id: string }, Open extends DeskRecord, Action extends string>(
  desk: BulkDesk<Open, Action>,
  action: Action,
  { undo, icon, fields, valuesFor, said }: BulkStepOptions<Open, Action>,
): BulkStep<Row> {
  return {
    key: action,
    label: desk.label,
    ...(icon && { icon }),
    ...(fields && { fields }),
    run: (rows, values) =>
      takeForAll(desk, rows, action, { said, valuesFor: (open) => valuesFor?.(open, values) ?? values }),
    ...(undo && { undo: (rows: readonly Row[]) => takeForAll(desk, rows, undo, {}) }),
  };
}

/** Takes a step for one record after the other: a server has others to serve, too. */
async function takeForAll<Open extends DeskRecord, Action extends string>(
  { operations, stepsOf, notNow, onSaved, onFailed }: BulkDesk<Open, Action>,
  rows: readonly { id: string }[],
  action: Action,
  { said, valuesFor }: Pick<BulkStepOptions<Open, Action>, 'said'> & { valuesFor?: (open: Open) => Values },
): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  const { get, transition } = operations();
  for (const { id } of rows) {
    try {
      const open = await get({ params: { id } });
      const isAllowed = stepsOf(open).some((step) => step.action === action);
      const values = isAllowed ? await valuesFor?.(open) : notNow;
      if (typeof values === 'string') {
        results.push({ id, ok: false, text: values });
        continue;
      }
      const saved = await transition(
        { params: { id }, body: { action, ...values } as unknown as never },
        { ifMatch: open.etag },
      );
      onSaved(saved);
      results.push({ id, ok: true, text: said?.(saved) ?? '' });
    } catch (error) {
      results.push({ id, ok: false, text: onFailed(error) });
    }
  }
  return results;
}
