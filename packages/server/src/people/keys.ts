import type { Person } from '@dvk/sdk/people';
import { searchKey, sortKey } from '@dvk/sdk/text';

/** What follows from the name of a person. */
export const keysOf = ({ name, invitation }: Pick<Person, 'name' | 'invitation'>) => ({
  searchText: searchKey(`${name} ${invitation}`),
  sortKey: sortKey(name),
});
