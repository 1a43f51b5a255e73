import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { AssessmentSummary } from '@dvk/sdk/assessments';
import { staff, type Role } from '@dvk/sdk/contract';
import type { RubricSummary } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { formatPoints } from '@dvk/sdk/text';
import type { Connection } from '../internal/connection.ts';
import { describeError } from '../internal/describe-error.ts';
import { readForm } from '../internal/form-data.ts';
import type { LocaleController } from '../locale/controller.ts';
import { common } from '../locale/vi/common.ts';
import { scorecard } from '../locale/vi/scorecard.ts';
import { say } from './table.ts';

/** The assessments a person may see, and – for a unit – the box that opens a new one. */
export class ScorecardList {
  #items: readonly AssessmentSummary[] = [];
  #rubrics: readonly RubricSummary[] = [];
  #next: string | null = null;
  #failure?: string | undefined;
  #connection?: Connection;
  #session?: Session;
  readonly #host: ReactiveControllerHost;
  readonly #locale: LocaleController;
  readonly #choose: (id: string) => void;

  constructor(host: ReactiveControllerHost, locale: LocaleController, choose: (id: string) => void) {
    this.#host = host;
    this.#locale = locale;
    this.#choose = choose;
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
    this.#items = page.items;
    this.#next = page.nextCursor;
    if (this.#mayOpen) this.#rubrics = (await client.rubrics.list({}, { signal })).items;
  }

  readonly #onMore = async (): Promise<void> => {
    const page = await this.#connection!.client.assessments.list({ query: { limit: 20, cursor: this.#next! } });
    this.#items = [...this.#items, ...page.items];
    this.#next = page.nextCursor;
    this.#host.requestUpdate();
  };

  readonly #onOpen = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { rubric, period } = readForm(event.target as HTMLFormElement) as { rubric?: string; period?: string };
    if (!rubric || !period) return;
    const [rubricId = '', rubricVersion = ''] = rubric.split(' ');
    const subject = { kind: 'unit' as const, id: this.#session!.unitId! };
    this.#failure = undefined;
    const answer = await this.#connection!.client.assessments.create({
      body: { rubricId, rubricVersion, subject, period: String(period) },
    }).safe();
    if (answer.ok) this.#choose(answer.data.id);
    else this.#failure = describeError(answer.error, this.#locale.texts(common)).text;
    this.#host.requestUpdate();
  };

  render(): TemplateResult {
    const texts = this.#locale.texts(scorecard);
    if (!this.#session || !this.#isStaff) {
      return html`<h2 id="title">${texts.title}</h2>
        <p class="notice">${texts.noPermission}</p>`;
    }
    return html`<h2 id="title">${texts.title}</h2>
      ${this.#items.length === 0 ? html`<p class="notice" part="empty">${texts.none}</p>` : this.#renderItems()}
      ${this.#mayOpen ? this.#renderOpening() : nothing}`;
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
      ${this.#failure ? html`<p class="notice failure" role="alert">${this.#failure}</p>` : nothing}
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
        ></dvk-choice-field>
        <div class="actions"><button class="button">${texts.start}</button></div>
      </div>
    </form>`;
  }
}
