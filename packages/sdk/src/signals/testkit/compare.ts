import assert from 'node:assert/strict';
import type { SignalPoint } from '../point.ts';

/** Equal within a relative (below one: absolute) tolerance; `null` equals `null`. */
export function near(actual: number | null, expected: number | null, what: string, tolerance = 1e-6) {
  if (expected === null || actual === null) return assert.equal(actual, expected, what);
  const allowed = tolerance * Math.max(1, Math.abs(expected));
  assert.ok(Math.abs(actual - expected) <= allowed, `${what}: ${actual} instead of ${expected}`);
}

/** Indices of the points that alarm. */
export function alarms(points: readonly SignalPoint[]): number[] {
  return points.filter((point) => point.alarm).map((point) => point.index);
}
