import type { FieldError } from '@dvk/sdk/contract';
import type { Fields } from '../internal/form-control.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import type { Card } from './card.ts';
import { atFields } from './errors.ts';
import type { ShownLines } from './shown-lines.ts';

/** The fields of a sheet, and what is wrong with them. */
export class SheetFields {
  readonly #host: WidgetHost;
  readonly #shown: ShownLines;

  constructor(host: WidgetHost, shown: ShownLines) {
    this.#host = host;
    this.#shown = shown;
  }

  get #root(): ShadowRoot {
    return this.#host.element.shadowRoot!;
  }

  /** The table, and the conditions beside it: what is saved together. */
  get tableForms(): readonly HTMLFormElement[] {
    return [...this.#root.querySelectorAll<HTMLFormElement>('form.saved-together')];
  }

  /** The fields of the table and of the step that is being filled in. */
  get #all(): Fields {
    return fieldsOf(this.#root.querySelectorAll('form'));
  }

  /** Checks the table, and the step that is being filled in. */
  checkAll(): boolean {
    return this.#check(this.#all);
  }

  checkTable(): boolean {
    return this.#check(fieldsOf(this.tableForms));
  }

  /** Where something is wrong, all lines are shown, so that it can be seen. */
  #check(fields: Fields): boolean {
    const isRight = this.#host.summary.check(fields);
    if (!isRight) this.#shown.showAll();
    return isRight;
  }

  /** Shows what is wrong with single lines of a card at their fields. */
  showErrors(card: Card, found: readonly FieldError[]): void {
    const errors = atFields(card, found, this.#host.locale.lang);
    this.#shown.showAll(errors);
    void this.#host.element.updateComplete.then(() => this.#host.summary.showServerErrors(this.#all, errors));
  }
}

function fieldsOf(forms: Iterable<HTMLFormElement>): Fields {
  return { elements: [...forms].flatMap(({ elements }) => [...elements]) };
}
