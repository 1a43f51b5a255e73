import type { LineFilter } from './filters.ts';

/** What of a sheet is shown: which lines, which of them with their details, the groups on a narrow page. */
export class ShownLines {
  filter: LineFilter | undefined;
  /** Lines whose note and files were asked for, and whether they are unfolded now. */
  readonly details = new Map<string, boolean>();
  areGroupsOpen = false;
  readonly #onUpdate: () => void;

  constructor(onUpdate: () => void) {
    this.#onUpdate = onUpdate;
  }

  readonly onDetails = (id: string): void => {
    this.details.set(id, !this.details.get(id));
    this.#onUpdate();
  };

  readonly onFilter = (filter: LineFilter | undefined): void => {
    this.filter = filter;
    this.#onUpdate();
  };

  readonly onToggleGroups = (): void => {
    this.areGroupsOpen = !this.areGroupsOpen;
    this.#onUpdate();
  };

  /** Shows every line, so that what is wrong can be seen: it may be in one that is not shown, or in its details. */
  showAll(errors: readonly { pointer: string }[] = []): void {
    this.filter = undefined;
    for (const { pointer } of errors) {
      const [, kind, id] = /^\/(evidence|note)\/([^/]+)/.exec(pointer) ?? [];
      if (kind && id) this.details.set(id, true);
    }
    this.#onUpdate();
  }
}
