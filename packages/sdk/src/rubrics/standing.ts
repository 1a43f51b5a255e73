import { isInForce } from '../law/in-force.ts';

/** Where a version of a rubric stands. `superseded`: its time would be now, but a later version took its place. */
export const rubricStates = ['upcoming', 'in-force', 'superseded', 'ended', 'withdrawn'] as const;
export type RubricState = (typeof rubricStates)[number];

/** What decides when a version of a rubric holds. Days are `YYYY-MM-DD`. */
export interface RubricStanding {
  version: string;
  /** First day; `null`: since ever. */
  validFrom: string | null;
  /** Last day; `null`: until another version takes its place. */
  validTo: string | null;
  /** When it was published, or came with the installation. */
  addedAt: string;
  withdrawnAt: string | null;
}

const holdsOn = ({ validFrom, validTo, withdrawnAt }: RubricStanding, day: string) =>
  withdrawnAt === null && isInForce({ ...(validFrom && { from: validFrom }), ...(validTo && { to: validTo }) }, day);

/** Published later; versions of the same moment stand in the order of their names. */
const isLater = (a: RubricStanding, b: RubricStanding) =>
  a.addedAt === b.addedAt ? a.version > b.version : a.addedAt > b.addedAt;

/**
 * The version of one rubric in force on a day: of those whose time it is and that were not withdrawn, the one published last. So
 * a version for one year does not end the one without an end before it, and with a withdrawal the one before holds again.
 */
export function rubricInForce<Standing extends RubricStanding>(
  versions: readonly Standing[],
  day: string,
): Standing | undefined {
  return versions
    .filter((each) => holdsOn(each, day))
    .reduce<Standing | undefined>((last, each) => (last && isLater(last, each) ? last : each), undefined);
}

/** Where a version stands on a day among all versions of its rubric. */
export function rubricStateOn(standing: RubricStanding, versions: readonly RubricStanding[], day: string): RubricState {
  if (standing.withdrawnAt !== null) return 'withdrawn';
  if (standing.validFrom !== null && day < standing.validFrom) return 'upcoming';
  if (standing.validTo !== null && day > standing.validTo) return 'ended';
  return rubricInForce(versions, day)?.version === standing.version ? 'in-force' : 'superseded';
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/**
 * Whether a year may be scored with a version: it is the one in force on some day of that year. Where an instrument changed
 * within the year, both serve.
 *
 * @param year - `2026`
 */
export function servesYear(version: string, versions: readonly RubricStanding[], year: string): boolean {
  // Which version holds can only change where the time of one begins or has ended.
  const turns = versions.flatMap(({ validFrom, validTo }) => [
    validFrom ?? '',
    validTo === null ? '' : dayAfter(validTo),
  ]);
  return [`${year}-01-01`, ...turns.filter((day) => day.startsWith(`${year}-`))].some(
    (day) => rubricInForce(versions, day)?.version === version,
  );
}
