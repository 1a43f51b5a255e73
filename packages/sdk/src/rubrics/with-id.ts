/** The one of a list that has this id. */
export function withId<T extends { id: string }>(list: readonly T[], id: string | null): T | undefined {
  return list.find((each) => each.id === id);
}
