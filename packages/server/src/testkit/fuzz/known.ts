import type { Rubric } from '@dvk/sdk/rubrics';
import type { SeenRecord } from './judge.ts';

/** Numbers from 0 to 1, the same for the same seed. */
export type Roll = () => number;

export const pick = <T>(list: readonly T[], roll: Roll): T | undefined => list[Math.floor(roll() * list.length)];

/** What a request may name. */
export interface Known {
  /** The records of an area that were seen in answers, the newest last; of all areas for `*`. */
  recordsOf(area: string): readonly SeenRecord[];
  rubrics: readonly Rubric[];
  /** The record the request is about, as last seen. */
  target: SeenRecord | undefined;
}

/** Sends an orderly request as somebody, and gives what came back. Bytes as a body are a file. */
export type Ask = <Body>(who: string, operation: string, path: string, body?: unknown, etag?: string) => Promise<Body>;

/**
 * What the requests of an area need beyond their schemas and samples, for areas whose rules look further: `<area>/testkit/likely.ts`
 * exports one by the name `likely`. An area without one is sent its samples, and whatever its schemas allow.
 */
export interface LikelyRequests {
  /** Bodies that can succeed, by the operation's name. */
  bodies?: Readonly<Record<string, (known: Known, roll: Roll) => unknown>>;
  /** Parameters of the path that name something inside the record, by the operation's name. */
  params?: Readonly<Record<string, (known: Known, roll: Roll) => Readonly<Record<string, string>>>>;
  /**
   * Makes records in states that requests by chance rarely leave them in: new ones, and ones near the end of a lifecycle.
   * Called once before all requests, as round 0, and again while there are operations that never succeeded.
   */
  history?: (ask: Ask, unitId: string, round: number) => Promise<void>;
  /** Values of fields that name something inside a record, by the field's name. */
  fields?: Readonly<Record<string, (known: Known, roll: Roll) => unknown>>;
}
