import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { checkBody, settingsChange as changeBody, type Constraint } from '@dvk/sdk/constraints';
import { describeFieldError } from '@dvk/sdk/contract';
import { settingNamesEn, settingNamesVi, type SettingValues, type SettingVersion } from '@dvk/sdk/settings';
import { formatMoment } from '@dvk/sdk/text';
import type { FormControl } from '../../internal/form-control.ts';
import { editIcon } from '../../icons/edit.ts';
import { isRecord } from '../../internal/is-record.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { settingsChange } from '../../locale/settings-change/vi.ts';
import { settingsForms } from '../../locale/settings-forms/vi.ts';
import { basisLine } from '../basis-line.ts';
import { Change } from '../change.ts';
import { changeStyles } from '../change-styles.ts';
import { newestOf } from '../newest.ts';
import type { PageOptions, SettingPage } from '../page.ts';
import { validityOf } from '../validity.ts';
import type { Difference } from '../difference.ts';
import { VersionHistory } from '../version-history.ts';
import type { FormSetting as Plain } from './form-of.ts';
import type { SettingForm } from './setting-form.ts';

interface Edit {
  value: unknown;
}

const isEdit = (state: unknown): state is Edit => isRecord(state) && 'value' in state;

/** A value with another one at a place: `['readers', '0', 'vi']`. */
function withAt(value: unknown, [key, ...rest]: readonly string[], next: unknown): unknown {
  if (key === undefined) return next;
  if (Array.isArray(value))
    return value.map((each: unknown, at) => (String(at) === key ? withAt(each, rest, next) : each));
  const record = isRecord(value) ? value : {};
  return { ...record, [key]: withAt(record[key], rest, next) };
}

/** The settings that are forms: those of a few fields, and the rules of notices, which come with a part of their own. */
export type FormSetting = Plain | 'notices';

/** How a setting is read and written, with its texts in the language of the page. */
export type MakeForm<Name extends FormSetting> = (
  texts: typeof settingsForms,
  host: WidgetHost,
) => SettingForm<SettingValues[Name]>;

/** A setting whose value is a few fields: what holds and since when, “Đổi”, its history. */
export class FormPage<Name extends FormSetting> implements SettingPage {
  readonly styles: readonly CSSResult[];
  readonly #name: Name;
  readonly #options: PageOptions<Name>;
  readonly #makeForm: MakeForm<Name>;
  readonly #change: Change<Edit>;
  readonly #history: VersionHistory;
  readonly #body: Constraint;
  #newest: SettingVersion | undefined;
  #current: SettingVersion | null;
  #latest: number;
  /** The value that is being written. */
  #edit: Edit | undefined;
  #generation = 0;
  #focusesForm = false;

  constructor(name: Name, options: PageOptions<Name>, makeForm: MakeForm<Name>) {
    const { host, newest, setting, preset, canChange } = options;
    this.#name = name;
    this.#options = options;
    this.#makeForm = makeForm;
    this.styles = [changeStyles, formPageStyles, ...(this.#form.styles ?? [])];
    this.#newest = newest;
    this.#current = setting.current;
    this.#latest = setting.latest;
    this.#body = changeBody.of[name];
    this.#change = new Change<Edit>({
      host,
      name,
      // Terms give due dates, limits what is due soon; other forms change nothing that is there.
      effect: name === 'terms' || name === 'thresholds' ? name : undefined,
      latest: () => this.#latest,
      content: () => this.#edit,
      isContent: isEdit,
      onRestore: (edit) => this.#take(edit),
      valueOf: () => ({ value: this.#edit!.value, provisional: false }),
      changes: () =>
        this.#describe(this.#before, this.#edit!.value).map(({ what, before, after }) =>
          // Whole paragraphs are read in the fields.
          before.length + after.length > 120 ? what : `${what}: ${before} → ${after}`,
        ),
      faults: () => this.#faults,
      onNewer: async () => {
        const { setting, newest } = await newestOf(host.connection()!.client, name);
        this.#newest = newest;
        this.#current = setting.current;
        this.#latest = setting.latest;
        return setting.latest;
      },
      onDiscard: () => this.#take(undefined),
      onSaved: (version) => {
        this.#newest = version;
        this.#latest = version.version;
        this.#take(undefined);
        this.#history.add(version);
        void this.#refresh();
        options.onSaved(version);
      },
    });
    this.#history = new VersionHistory({
      host,
      name,
      preset,
      canChange,
      describe: (before, after) => this.#describe(before, after),
      onTakeUp: ({ version, value }) => {
        this.#begin(value);
        host.showMessage(this.#shared.takenUp(version));
      },
    });
  }

  /** What is in force may still be the version before: a new one may begin later. */
  async #refresh(): Promise<void> {
    const { host } = this.#options;
    await host.requests.run(
      async (signal) => {
        const { setting } = await newestOf(host.connection()!.client, this.#name, signal);
        if (!signal.aborted) this.#current = setting.current;
      },
      { reads: 'setting' },
    );
  }

  get #texts() {
    return this.#options.host.locale.texts(settingsForms);
  }

  get #shared() {
    return this.#options.host.locale.texts(settingsChange);
  }

  get #form() {
    return this.#makeForm(this.#texts, this.#options.host);
  }

  get #before(): SettingValues[Name] {
    return (this.#newest?.value as SettingValues[Name] | undefined) ?? this.#options.preset;
  }

  restore(): Promise<void> {
    return this.#options.canChange ? this.#change.open() : Promise.resolve();
  }

  close(): void {
    this.#change.close();
  }

  #take(edit: Edit | undefined): void {
    this.#edit = edit;
    this.#generation += 1;
    this.#options.host.element.requestUpdate();
  }

  #begin(value: unknown): void {
    this.#take({ value });
    this.#focusesForm = true;
    this.#change.edited();
  }

  updated(): void {
    if (!this.#focusesForm) return;
    this.#focusesForm = false;
    this.#options.host.element
      .shadowRoot!.querySelector<HTMLElement>(':is(dvk-text-field, dvk-choice-field)[name^=value]')
      ?.focus();
  }

  #describe(before: unknown, after: unknown): Difference[] {
    const { lines } = this.#form;
    const [was, is] = [lines(before as SettingValues[Name]), lines(after as SettingValues[Name])];
    const names = [...new Set([...was, ...is].map(([name]) => name))];
    const of = (all: typeof was, name: string) => all.find(([each]) => each === name)?.[1] || '–';
    return names.flatMap((what) => {
      const [before, after] = [of(was, what), of(is, what)];
      return before === after ? [] : [{ what, before, after }];
    });
  }

  get #faults(): string[] {
    if (this.#describe(this.#before, this.#edit!.value).length === 0) return [this.#texts.nothingChanged];
    const { lang } = this.#options.host.locale;
    const { labelOf, faults } = this.#form;
    const value = this.#edit!.value as SettingValues[Name];
    const body = this.#body.is === 'object' ? this.#body.fields['value']! : this.#body;
    const found = checkBody(body, value).map(
      ({ pointer, code, params }) => `${labelOf(pointer.slice(1), value)}: ${describeFieldError(code, params, lang)}`,
    );
    return found.length > 0 ? found : [...(faults?.(value) ?? [])];
  }

  readonly #onField = (event: Event): void => {
    const field = event.target as FormControl;
    if (!field.name?.startsWith('value')) return;
    const path = field.name.split('/').slice(1);
    this.#edit = { value: withAt(this.#edit!.value, path, field.data ?? this.#form.emptyAt(path.join('/'))) };
    this.#change.edited();
  };

  render(): TemplateResult {
    const { host, canChange } = this.#options;
    const { lang } = host.locale;
    const name = (lang === 'en' ? settingNamesEn : settingNamesVi)[this.#name];
    return html`<header class="page-head">
        <div>
          <h3 id="setting-title" tabindex="-1">${name}</h3>
        </div>
        ${
          canChange && !this.#edit
            ? html`<div class="page-actions">
                <button class="button" type="button" @click=${() => this.#begin(this.#before)}>
                  ${editIcon}${this.#texts.change}
                </button>
              </div>`
            : nothing
        }
      </header>
      ${host.renderMessage()} ${this.#renderInForce()}
      ${
        this.#edit
          ? html`<section class="card" @input=${this.#onField} @change=${this.#onField}>
              ${this.#change.render(keyed(this.#generation, this.#renderFields(this.#edit.value as SettingValues[Name])))}
            </section>`
          : nothing
      }
      ${this.#history.render()}`;
  }

  #renderFields(value: SettingValues[Name]): TemplateResult {
    const body = this.#body.is === 'object' ? this.#body.fields['value']! : this.#body;
    return this.#form.fields(value, {
      body,
      setValue: (next) => {
        this.#take({ value: next });
        this.#change.edited();
      },
      change: (next) => {
        this.#edit = { value: next };
        this.#change.edited();
      },
    });
  }

  #renderInForce(): TemplateResult {
    const { host, preset } = this.#options;
    const shared = this.#shared;
    const texts = this.#texts;
    const current = this.#current;
    const value = (current?.value as SettingValues[Name] | undefined) ?? preset;
    const { lines, overview, note } = this.#form;
    return html`<section class="card" aria-label=${texts.inForce}>
      ${
        overview
          ? overview(value)
          : html`<dl class="facts">
              ${lines(value).map(
                ([label, text]) =>
                  html`<dt>${label}</dt>
                    <dd>${text}</dd>`,
              )}
            </dl>`
      }
      <p class="small since">
        ${
          current
            ? html`<span class="tag success">${shared.inForce}</span> ${shared.version(current.version)} ·
                ${validityOf(current, shared)} ·
                ${shared.by(current.changedBy ?? shared.someone, formatMoment(current.changedAt, host.locale.lang))}
                <br />${texts.reason}: ${current.reason} <br />${shared.basis}:
                ${current.basis ? basisLine(current.basis, shared.confidences) : shared.noBasis}`
            : shared.preset
        }
      </p>
      ${note ? html`<p class="small">${note}</p>` : nothing}
    </section>`;
  }
}

const formPageStyles = css`
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    max-inline-size: 50em;
    padding: 1em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
  }
  .facts dd {
    white-space: pre-wrap;
  }
  .value-fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }
  .value-fields > .button {
    justify-self: start;
  }
  .card > .change-form {
    padding: 0;
    border: 0;
  }
  .topics {
    padding: 0;
    list-style: none;
  }
  .topics fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr));
    gap: 0.75em;
    padding-block-end: 1em;
    border-block-end: 1px solid var(--_rule);
  }
  .topics legend {
    padding-block-end: 0.5em;
    font-weight: 700;
  }
`;
