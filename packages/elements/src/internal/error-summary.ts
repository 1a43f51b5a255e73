import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { FieldError } from '@dvk/sdk/contract';
import { errorIcon } from '../icons/error.ts';
import { common } from '../locale/common/vi.ts';
import { showFieldErrors } from './form-data.ts';
import { controlsOf, type Fields, type FormControl } from './form-control.ts';
import type { LocaleController } from '../locale/controller.ts';

export interface ErrorEntry {
  message: string;
  /** Absent for what the server says about something that has no field. */
  field?: FormControl;
}

/**
 * The list of what is wrong above a form, each entry a link to its field.
 *
 * After a failed attempt the focus goes to the field if one is wrong, and to the list if more are – so that a screen
 * reader speaks once. Entries of fields that have since been put right disappear.
 */
export class ErrorSummary implements ReactiveController {
  #entries: ErrorEntry[] = [];
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #locale: LocaleController;

  constructor(host: ReactiveControllerHost & HTMLElement, locale: LocaleController) {
    this.#host = host;
    this.#locale = locale;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('input', this.#onEdit);
    this.#host.shadowRoot?.addEventListener('change', this.#onEdit);
  }

  /** Checks every field of a form. True if all are right; otherwise the errors are shown and the focus is moved. */
  check(form: Fields): boolean {
    this.#show(
      controlsOf(form).filter((control) => !control.showValidity()),
      [],
    );
    return this.#entries.length === 0;
  }

  /** Shows the field errors of a refused request at their fields and in the list. */
  showServerErrors(form: Fields, errors: readonly FieldError[]): void {
    const others = showFieldErrors(form, errors);
    this.#show(
      controlsOf(form).filter((control) => control.error),
      others.map(({ detail }) => ({ message: detail })),
    );
  }

  clear(): void {
    this.#entries = [];
    this.#host.requestUpdate();
  }

  #show(fields: FormControl[], others: ErrorEntry[]): void {
    this.#entries = [...fields.map((field) => ({ field, message: named(field) })), ...others];
    this.#host.requestUpdate();
    if (this.#entries.length > 0) void this.#host.updateComplete.then(() => this.#focus());
  }

  #focus(): void {
    const [first, second] = this.#entries;
    if (first?.field && !second) first.field.reveal();
    else this.#host.shadowRoot?.querySelector<HTMLElement>('#summary')?.focus();
  }

  readonly #onEdit = (): void => {
    const left = this.#entries.filter(({ field }) => !field || field.shownError);
    if (left.length === this.#entries.length) return;
    this.#entries = left;
    this.#host.requestUpdate();
  };

  /** @param list - how the entries of a long form are listed */
  render(list: (entries: readonly ErrorEntry[]) => unknown = errorList): TemplateResult | typeof nothing {
    if (this.#entries.length === 0) return nothing;
    return html`<section
      class="notice danger summary"
      id="summary"
      part="summary"
      tabindex="-1"
      aria-labelledby="summary-title"
    >
      ${errorIcon}
      <h3 id="summary-title">${this.#locale.texts(common).errorCount(this.#entries.length)}</h3>
      ${list(this.#entries)}
    </section>`;
  }
}

/** What is wrong, each entry a link to its field. */
export function errorList(entries: readonly ErrorEntry[]): TemplateResult {
  return html`<ul>
    ${entries.map(({ message, field }) => {
      const go = (event: Event) => {
        event.preventDefault();
        field!.reveal();
      };
      return html`<li>${field ? html`<a href="#${field.name}" @click=${go}>${message}</a>` : message}</li>`;
    })}
  </ul>`;
}

/** The error with the name of its field, unless it says it: away from the field, “too long” alone means nothing. */
function named(field: FormControl): string {
  const { shownError, nameInSentence } = field;
  const displayName = field.shortName || field.displayName;
  const says = shownError.toLocaleLowerCase('vi').includes(nameInSentence.toLocaleLowerCase('vi'));
  return says || !displayName ? shownError : `${displayName}: ${shownError}`;
}
