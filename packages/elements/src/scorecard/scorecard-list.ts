import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { AssessmentSummary } from '@dvk/sdk/assessments';
import type { RubricSummary } from '@dvk/sdk/rubrics';
import { unitChoices, type UnitChoice } from '../desk/unit-choices.ts';
import { addIcon } from '../icons/add.ts';
import type { Client } from '../internal/connection.ts';
import { defineLateParts } from '../internal/define.ts';
import { readForm } from '../internal/form-data.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import type { ListDefinition } from '../list/definition.ts';
import { common } from '../locale/common/vi.ts';
import { parts } from '../locale/parts/vi.ts';
import { scorecardList } from '../locale/scorecard-list/vi.ts';
import { Dialog } from '../parts/dialog.ts';
import { isOfUnit } from './is-of-unit.ts';
import { scorecardListOf, scorecardListStyles } from './list.ts';
import { openingFields, openingForm, openingStyles } from './opening.ts';

/** The list of scorecards: what it looks like, and the dialog in which a unit opens a new one. Comes with the first list. */
export class ScorecardList {
  readonly #host: WidgetHost;
  readonly #onOpened: (id: string) => void;
  readonly #opening: Dialog;
  #rubrics: readonly RubricSummary[] = [];
  /** The year of a new assessment. */
  #year = String(new Date().getFullYear());
  #units: readonly UnitChoice[] = [];

  /** @param onOpened - called with the id of a new assessment */
  constructor(host: WidgetHost, onOpened: (id: string) => void) {
    this.#host = host;
    this.#onOpened = onOpened;
    defineLateParts(host.element, openingFields);
    this.#opening = new Dialog(host.element, () => host.summary.clear());
    for (const styles of [...scorecardListStyles, openingStyles].flat() as CSSResult[]) host.addStyles(styles);
  }

  get #texts(): typeof scorecardList {
    return this.#host.locale.texts(scorecardList);
  }

  /** Loads the names that the list shows and narrows by. */
  async load(client: Client, signal: AbortSignal): Promise<void> {
    const { items } = await client.rubrics.list({ query: { limit: 100 } }, { signal });
    if (signal.aborted) return;
    this.#rubrics = items;
    // A unit has its own only; a list without this filter is still a list.
    if (this.#isOfUnit || this.#units.length > 0) return;
    void unitChoices(client).then(
      (all) => {
        this.#units = all;
        this.#host.element.requestUpdate();
      },
      () => {},
    );
  }

  get #isOfUnit(): boolean {
    return isOfUnit(this.#host.person.session!);
  }

  get definition(): ListDefinition<AssessmentSummary> {
    const { lang } = this.#host.locale;
    return scorecardListOf({ texts: this.#texts, lang, rubrics: this.#rubrics, units: this.#units });
  }

  readonly #onCreate = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { connection, person, requests } = this.#host;
    // The fields say themselves what is missing.
    if (!form.reportValidity()) return;
    const { rubric, period } = readForm(form) as { rubric: string; period: string };
    const [rubricId = '', rubricVersion = ''] = rubric.split(' ');
    const subject = { kind: 'unit' as const, id: person.session!.unitId! };
    let id = '';
    const work = async () => {
      const body = { rubricId, rubricVersion, subject, period };
      ({ id } = await connection()!.client.assessments.create({ body }));
    };
    if (!(await requests.run(work, { form }))) return;
    this.#opening.close();
    this.#onOpened(id);
  };

  /** The button with which a unit opens a new assessment. */
  renderButton(): TemplateResult | typeof nothing {
    if (!this.#isOfUnit) return nothing;
    return html`<button class="button primary" type="button" @click=${() => this.#opening.open()}>
      ${addIcon}${this.#texts.open}
    </button>`;
  }

  renderDialog(): TemplateResult | typeof nothing {
    const { locale, renderFailure, requests, summary } = this.#host;
    const texts = this.#texts;
    return this.#opening.render(() => ({
      title: texts.open,
      content: html`${summary.render()} ${renderFailure()}
      ${openingForm({
        rubrics: this.#rubrics,
        year: this.#year,
        texts,
        lang: locale.lang,
        onYear: (year) => {
          this.#year = year;
          this.#host.element.requestUpdate();
        },
        onCreate: (event) => void this.#onCreate(event),
      })}`,
      foot: html`<button class="button plain" type="button" @click=${() => this.#opening.close()}>
          ${locale.texts(common).cancel}</button
        ><button class="button primary" form="opening" ?disabled=${requests.busy}>${texts.start}</button>`,
      texts: locale.texts(parts),
    }));
  }
}
