import { rubricStates } from '@dvk/sdk/rubrics';
import { searchKey } from '@dvk/sdk/text';
import type { ListCounts, ListOperations } from '../desk/operations.ts';
import type { Client } from '../internal/connection.ts';
import { versionOf, type RubricVersion } from './rubric-version.ts';

type Query = Record<string, unknown>;

/** Those in force first, then those that will be; the newest of each first. */
const inOrder = (one: RubricVersion, other: RubricVersion) =>
  rubricStates.indexOf(sortState(one)) - rubricStates.indexOf(sortState(other)) ||
  (other.validFrom ?? '').localeCompare(one.validFrom ?? '') ||
  other.addedAt.localeCompare(one.addedAt);

/** `rubricStates` begins with those to come. */
const sortState = ({ state }: RubricVersion) =>
  state === 'upcoming' ? 'in-force' : state === 'in-force' ? 'upcoming' : state;

const isAmong = (wanted: unknown, value: string) =>
  wanted === undefined || (Array.isArray(wanted) ? wanted.includes(value) : wanted === value);

/**
 * Every version of every rubric. A province has dozens and not thousands: they are loaded together, and searched, narrowed and
 * counted here.
 */
export class KnownRubrics {
  #all: readonly RubricVersion[] = [];

  async load({ rubrics }: Client, signal?: AbortSignal): Promise<void> {
    const all: RubricVersion[] = [];
    const pages = rubrics.list({ query: { limit: 100 } }, signal ? { signal } : {});
    for await (const each of pages) all.push(versionOf(each));
    this.#all = all.sort(inOrder);
  }

  of(id: string): RubricVersion | undefined {
    return this.#all.find((each) => each.id === id);
  }

  /** The newest version of each rubric in that order, to name it by. */
  get rubrics(): readonly RubricVersion[] {
    return this.#all.filter((each, at) => this.#all.findIndex(({ rubricId }) => rubricId === each.rubricId) === at);
  }

  /** The versions of a rubric, in the order in which they came into force. */
  versionsOf(rubricId: string): readonly RubricVersion[] {
    return this.#all
      .filter((each) => each.rubricId === rubricId)
      .sort(
        (one, other) =>
          (one.validFrom ?? '').localeCompare(other.validFrom ?? '') || one.addedAt.localeCompare(other.addedAt),
      );
  }

  /** The version that came into force before another one. */
  before({ id, rubricId }: RubricVersion): RubricVersion | undefined {
    const versions = this.versionsOf(rubricId);
    return versions[versions.findIndex((each) => each.id === id) - 1];
  }

  #matching(query: Query, without?: string): readonly RubricVersion[] {
    const words = searchKey(String(query['q'] ?? ''))
      .split(' ')
      .filter(Boolean);
    return this.#all.filter((each) => {
      const { title, version, legalBasis } = each;
      const text = searchKey([title.vi, title.en, version, legalBasis.number, legalBasis.issuer].join(' '));
      return (
        words.every((word) => text.includes(word)) &&
        (without === 'state' || isAmong(query['state'], each.state)) &&
        (without === 'subject' || isAmong(query['subject'], each.subject))
      );
    });
  }

  /** They as a list asks for them. */
  readonly operations: ListOperations<RubricVersion> = {
    list: async ({ query }) => ({ items: this.#matching(query as Query), nextCursor: null }),
    counts: async ({ query }): Promise<ListCounts> => {
      const by = (name: 'state' | 'subject') => {
        const counts: Record<string, number> = {};
        for (const each of this.#matching(query as Query, name)) counts[each[name]] = (counts[each[name]] ?? 0) + 1;
        return counts;
      };
      return {
        asOf: new Date().toISOString(),
        total: this.#matching(query as Query).length,
        by: { state: by('state'), subject: by('subject') },
      };
    },
  };
}
