/** A record has one of the values chosen; all have where none is chosen. */
export function isChosen<Value>(value: Value, chosen: Value | readonly Value[] | undefined): boolean {
  return chosen === undefined || [chosen].flat().includes(value as never);
}

interface Facet<R, Value extends string> {
  values: readonly Value[];
  of: (record: R) => string | null | undefined;
  chosen: Value | readonly Value[] | undefined;
}

/** The counts of a list by its facets, as the server gives them: each facet is counted without its own filter. */
export function countBy<R, const Facets extends Readonly<Record<string, Facet<R, string>>>>(
  records: readonly R[],
  facets: Facets,
  asOf: string,
) {
  const names = Object.keys(facets);
  const among = (...considered: string[]) =>
    records.filter((record) => considered.every((name) => isChosen(facets[name]!.of(record), facets[name]!.chosen)));
  const by = Object.fromEntries(
    names.map((name) => {
      const counted = among(...names.filter((other) => other !== name));
      const countOf = (value: string) => counted.filter((record) => facets[name]!.of(record) === value).length;
      return [name, Object.fromEntries(facets[name]!.values.map((value) => [value, countOf(value)]))];
    }),
  );
  type By = { [Name in keyof Facets]: Record<Facets[Name]['values'][number], number> };
  return { asOf, total: among(...names).length, by: by as By };
}
