import { html, nothing, type TemplateResult } from 'lit';
import type { AssessmentSummary } from '@dvk/sdk/assessments';
import { staff, type Role } from '@dvk/sdk/contract';
import type { RubricSummary } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { formatPoints } from '@dvk/sdk/text';
import type { Connection } from '../internal/connection.ts';
import { readForm } from '../internal/form-data.ts';
import type { LocaleController } from '../locale/controller.ts';
import { scorecard } from './vi.ts';
import { say } from './table.ts';

/** The assessments a person may see, and – for a unit – the box that opens a new one. */
export class ScorecardList {
  #items: readonly AssessmentSummary[] = [];
  #rubrics: readonly RubricSummary[] = [];
  #next: string | null = null;
  #connection?: Connection;
  #session?: Session;
  readonly #locale: LocaleController;
  readonly #choose: (id: string) => void;
  readonly #attempt: (work: () => Promise<void>) => Promise<boolean>;

  /**
   * @param choose opens an assessment
   * @param attempt runs a request, one at a time; what fails is shown by the widget
   */
  constructor(
    locale: LocaleController,
    choose: (id: string) => void,
    attempt: (work: () => Promise<void>) => Promise<boolean>,
  ) {
    this.#locale = locale;
    this.#choose = choose;
    this.#attempt = attempt;
  }

  get #isStaff(): boolean {
    return this.#session!.roles.some((role) => (staff as readonly Role[]).includes(role));
  }

  get #mayOpen(): boolean {
    const { roles, unitId } = this.#session!;
    return unitId !== null && (roles.includes('unit-officer') || roles.includes('unit-leader'));
  }

  async load(connection: Connection, session: Session, signal: AbortSignal): Promise<void> {
    this.#connection = connection;
    this.#session = session;
    if (!this.#isStaff) return;
    const { client } = connection;
    const page = await client.assessments.list({ query: { limit: 20 } }, { signal });
    this.#rubrics = (await client.rubrics.list({}, { signal })).items;
    this.#items = page.items;
    this.#next = page.nextCursor;
  }

  readonly #onMore = (): Promise<boolean> =>
    this.#attempt(async () => {
      const page = await this.#connection!.client.assessments.list({ query: { limit: 20, cursor: this.#next! } });
      this.#items = [...this.#items, ...page.items];
      this.#next = page.nextCursor;
    });

  readonly #onOpen = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    // The fields say themselves what is missing.
    if (!form.reportValidity()) return;
    const { rubric, period } = readForm(form) as { rubric: string; period: string };
    const [rubricId = '', rubricVersion = ''] = rubric.split(' ');
    const subject = { kind: 'unit' as const, id: this.#session!.unitId! };
    void this.#attempt(async () => {
      const body = { rubricId, rubricVersion, subject, period };
      this.#choose((await this.#connection!.client.assessments.create({ body })).id);
    });
  };

  /**
   * @param failure what went wrong with the last request
   * @param refuse what stands there for a person it is not for
   */
  render(failure: unknown, refuse: (signedIn: boolean) => unknown): TemplateResult {
    const texts = this.#locale.texts(scorecard);
    if (!this.#session || !this.#isStaff)
      return html`<h2 id="title" tabindex="-1">${texts.title}</h2>
        ${refuse(Boolean(this.#session?.subject))}`;
    return html`<h2 id="title" tabindex="-1">${texts.title}</h2>
      ${this.#items.length === 0 ? html`<p class="notice" part="empty">${texts.none}</p>` : this.#renderItems()}
      ${failure} ${this.#mayOpen ? this.#renderOpening() : nothing}`;
  }

  #renderItems(): TemplateResult {
    const texts = this.#locale.texts(scorecard);
    return html`<ul class="cards" aria-label=${texts.list}>
        ${this.#items.map(
          (item) =>
            html`<li>
              <button class="card-row" type="button" @click=${() => this.#choose(item.id)}>
                <b>${item.subject.name} · ${item.period}</b>
                <span class="small"
                  >${this.#rubricName(item)} · ${texts.statuses[item.status]} · ${texts.selfTotal}
                  ${item.selfPoints === null ? texts.noPoints : texts.outOf(formatPoints(item.selfPoints, { trim: true }), formatPoints(item.selfOutOf, { trim: true }))}</span
                >
              </button>
            </li>`,
        )}
      </ul>
      ${
        this.#next === null
          ? nothing
          : html`<div class="actions">
              <button class="button" type="button" @click=${this.#onMore}>${texts.more}</button>
            </div>`
      }`;
  }

  #rubricName({ rubricId, rubricVersion }: AssessmentSummary): string {
    const known = this.#rubrics.find(({ id, version }) => id === rubricId && version === rubricVersion);
    return known ? say(known.title, this.#locale.lang) : `${rubricId} ${rubricVersion}`;
  }

  #renderOpening(): TemplateResult {
    const texts = this.#locale.texts(scorecard);
    const options = this.#rubrics
      .filter(({ subject }) => subject === 'unit')
      .map(({ id, version, title }) => ({ value: `${id} ${version}`, label: say(title, this.#locale.lang) }));
    const year = new Date().getFullYear();
    const years = [year, year - 1].map((each) => ({ value: String(each), label: String(each) }));
    return html`<form novalidate @submit=${this.#onOpen}>
      <h3>${texts.open}</h3>
      <div class="opening">
        <dvk-choice-field
          name="rubric"
          type="select"
          label=${texts.rubric}
          .options=${options}
          required
        ></dvk-choice-field>
        <dvk-choice-field
          name="period"
          type="select"
          label=${texts.period}
          value=${year}
          .options=${years}
          required
        ></dvk-choice-field>
        <div class="actions"><button class="button">${texts.start}</button></div>
      </div>
    </form>`;
  }
}
