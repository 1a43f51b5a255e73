import { HttpProblem } from '../problems/problem.ts';

/** The entity tag of a row's version. */
export function etagOf(version: number): string {
  return `"v${version}"`;
}

/** The version a change was made from, by `If-Match`. */
export function expectedVersion(header: string | null): number {
  if (!header) throw new HttpProblem('precondition-required');
  const version = /^"v([1-9]\d{0,8})"$/.exec(header.trim())?.[1];
  if (!version) throw new HttpProblem('precondition-failed');
  return Number(version);
}

/** Whether `If-None-Match` names this entity tag: what the caller has is still right. */
export function isUnchanged(header: string | null, etag: string): boolean {
  if (!header) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}

/** Refuses a change that was made from another version than the one stored. */
export function requireVersion(row: { version: number }, context: { expectedVersion: number }): void {
  if (row.version !== context.expectedVersion) throw new HttpProblem('precondition-failed');
}
