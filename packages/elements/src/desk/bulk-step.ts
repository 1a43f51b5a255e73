import type { TemplateResult } from 'lit';
import { createBulk } from '@dvk/sdk/client';
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
  /** That the state of a record does not allow the step, and who has it. */
  notNow: (open: Open) => string;
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
  const take = bulkOf<Row, Open, Action>(desk, action, said);
  const takeBack = undo && bulkOf<Row, Open, Action>(desk, undo);
  return {
    key: action,
    label: desk.label,
    ...(icon && { icon }),
    ...(fields && { fields }),
    run: (rows, values, onProgress, signal) =>
      take(rows, (open) => valuesFor?.(open, values) ?? values, onProgress, signal),
    ...(takeBack && {
      undo: (rows: readonly Row[], onProgress, signal) => takeBack(rows, () => ({}), onProgress, signal),
    }),
  };
}

/** A record for which the step cannot be taken; the message says why. */
class UnfitRecord extends Error {}

type Take<Row, Open> = (
  rows: readonly Row[],
  valuesFor: (open: Open) => Values,
  onProgress?: (done: number) => void,
  signal?: AbortSignal,
) => Promise<BulkResult[]>;

function bulkOf<Row extends { id: string }, Open extends DeskRecord, Action extends string>(
  { operations, stepsOf, notNow, onSaved, onFailed }: BulkDesk<Open, Action>,
  action: Action,
  said?: (saved: Open) => string,
): Take<Row, Open> {
  const bulk = createBulk({
    idOf: ({ id }: Row) => id,
    send: ({ open, body }: { open: Open; body: object }, idempotencyKey) =>
      operations().transition({ params: { id: open.id }, body: body as never }, { ifMatch: open.etag, idempotencyKey }),
  });
  return async (rows, valuesFor, onProgress, signal) => {
    const results: BulkResult[] = [];
    await bulk.run(rows, {
      ...(signal && { signal }),
      prepare: async ({ id }) => {
        const open = await operations().get({ params: { id } });
        signal?.throwIfAborted();
        const isAllowed = stepsOf(open).some((step) => step.action === action);
        const values = isAllowed ? await valuesFor(open) : notNow(open);
        signal?.throwIfAborted();
        if (typeof values === 'string') throw new UnfitRecord(values);
        return { open, body: { action, ...values } };
      },
      onProgress: ({ done, outcome }) => {
        if (signal?.aborted) return;
        const { id } = outcome.item;
        if (outcome.ok) onSaved(outcome.data);
        const text = outcome.ok
          ? (said?.(outcome.data) ?? '')
          : outcome.error instanceof UnfitRecord
            ? outcome.error.message
            : onFailed(outcome.error);
        results.push({ id, ok: outcome.ok, text });
        onProgress?.(done);
      },
    });
    return results;
  };
}
