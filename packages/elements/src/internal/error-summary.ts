import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { FieldError } from '@dvk/sdk/contract';
import { errorIcon } from '../icons/error.ts';
import { common } from '../locale/common/vi.ts';
import { showFieldErrors } from './form-data.ts';
import { controlsOf, type Fields, type FormControl } from './form-control.ts';
import type { LocaleController } from '../locale/controller.ts';

interface Entry {
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
  #entries: Entry[] = [];
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

  #show(fields: FormControl[], others: Entry[]): void {
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

  /**
   * The list. A long one shows the first of its entries and folds the others away.
   * @param sectionOf - the part of the form that a field is in, for a form of several: its entries stand together
   */
  render(sectionOf?: (name: string) => string | undefined): TemplateResult | typeof nothing {
    const all = this.#entries;
    if (all.length === 0) return nothing;
    const texts = this.#locale.texts(common);
    // A single entry is not worth a fold.
    const shown = all.length > shownAtMost + 1 ? shownAtMost : all.length;
    const folded = all.slice(shown);
    return html`<section
      class="notice danger summary"
      id="summary"
      part="summary"
      tabindex="-1"
      aria-labelledby="summary-title"
    >
      ${errorIcon}
      <h3 id="summary-title">${texts.errorCount(all.length)}</h3>
      ${entriesTemplate(all.slice(0, shown), sectionOf)}
      ${
        folded.length === 0
          ? nothing
          : html`<details>
              <summary>${texts.moreErrors(folded.length)}</summary>
              ${entriesTemplate(folded, sectionOf)}
            </details>`
      }
    </section>`;
  }
}

/** How many entries are shown of a long list. */
const shownAtMost = 6;

/** Entries, those of one part of the form below its name. */
function entriesTemplate(
  entries: readonly Entry[],
  sectionOf?: (name: string) => string | undefined,
): TemplateResult[] {
  const sections = new Map<string, Entry[]>();
  for (const entry of entries) {
    const section = (entry.field && sectionOf?.(entry.field.name)) ?? '';
    sections.set(section, [...(sections.get(section) ?? []), entry]);
  }
  return [...sections].map(
    ([section, those]) =>
      html`${section ? html`<h4>${section}</h4>` : nothing}
        <ul>
          ${those.map(({ message, field }) => html`<li>${field ? linkTo(field, message) : message}</li>`)}
        </ul>`,
  );
}

function linkTo(field: FormControl, message: string): TemplateResult {
  const go = (event: Event) => {
    event.preventDefault();
    field.reveal();
  };
  return html`<a href="#${field.name}" @click=${go}>${message}</a>`;
}

/** The error with the name of its field, unless it says it: away from the field, “too long” alone means nothing. */
function named(field: FormControl): string {
  const { shownError, nameInSentence } = field;
  const displayName = field.shortName || field.displayName;
  const says = shownError.toLocaleLowerCase('vi').includes(nameInSentence.toLocaleLowerCase('vi'));
  return says || !displayName ? shownError : `${displayName}: ${shownError}`;
}
