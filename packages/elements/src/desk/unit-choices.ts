import type { Client } from '../internal/connection.ts';

/** A unit that a list may be narrowed to. */
export interface UnitChoice {
  id: string;
  name: string;
}

/** All units, to narrow a list to one of them. A list without this filter is still a list. */
export async function unitChoices({ units }: Pick<Client, 'units'>): Promise<UnitChoice[]> {
  const found: UnitChoice[] = [];
  for await (const { id, name } of units.list({ query: { limit: 100 } })) found.push({ id, name });
  return found;
}
