/** What the list of the tabs that do not fit takes, in em: while it says “Khác”, and when it has the name of one of them. */
export const othersWidth = { plain: 6.25, chosen: 12 } as const;

export interface TabWidths {
  /** Of each tab, with its count; whether it is shown or not. */
  widths: readonly number[];
  /** Of the line they are on. */
  room: number;
  /** The place of the chosen tab; −1 if none is. */
  chosen: number;
  /** Of the list of those that do not fit. */
  others: Record<keyof typeof othersWidth, number>;
}

/** How many tabs fit on a line, beside the list of the others where not all do; at least one. All widths are in the same unit. */
export function fits({ widths, room, chosen, others }: TabWidths): number {
  const within = (room: number): number => {
    let used = 0;
    const first = widths.findIndex((width) => (used += width) > room);
    return first < 0 ? widths.length : first;
  };
  const all = within(room);
  if (all === widths.length) return all;
  const beside = Math.max(1, within(room - others.plain));
  return chosen < beside ? beside : Math.max(1, within(room - others.chosen));
}
