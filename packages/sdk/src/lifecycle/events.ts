import * as z from 'zod/mini';

/** The events of an area: the shape of the data of each, by its name `<area>.<what happened>`. */
export type EventCatalogue = Readonly<Record<string, z.ZodMiniObject>>;

/** One event of a catalogue: its name and its data. */
export type EventOf<C extends EventCatalogue> = {
  [Kind in keyof C & string]: { kind: Kind; data: z.input<C[Kind]> };
}[keyof C & string];

/** Gives several events data of the same shape. */
export function withSameShape<const Kind extends string, Shape extends z.ZodMiniObject>(
  kinds: Readonly<Record<string, Kind>> | readonly Kind[],
  shape: Shape,
): Record<Kind, Shape> {
  return Object.fromEntries(Object.values(kinds).map((kind) => [kind, shape])) as Record<Kind, Shape>;
}

/** Gives the events of steps that `takeStep` takes their data: the state before and after, and why. */
export function stepEvents<const Kind extends string, const Status extends string>(
  kinds: Readonly<Record<string, Kind>>,
  statuses: readonly Status[],
) {
  const status = z.enum(statuses);
  return withSameShape(kinds, z.object({ from: status, to: status, reason: z.nullable(z.string()) }));
}
