import { html, nothing, type TemplateResult } from 'lit';
import type { DraftSummary } from '@dvk/sdk/drafts';
import {
  modelStatuses,
  nextFor,
  editableModelStatuses,
  type ModelAction,
  type ModelNextKind,
  type ModelStatus,
  type ModelSummary,
  type RegistrationField,
} from '@dvk/sdk/models';
import { dateInVietnam, formatMoment } from '@dvk/sdk/text';
import { addIcon } from '../icons/add.ts';
import type { Client } from '../internal/connection.ts';
import { Draft } from '../internal/draft.ts';
import { isDraftContent } from '../internal/form-widget.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { common } from '../locale/common/vi.ts';
import { myModels } from '../locale/my-models/vi.ts';
import { parts } from '../locale/parts/vi.ts';
import { listSignatures, sheetHead } from '../paper/official-sheet.ts';
import { Dialog } from '../parts/dialog.ts';
import { Tabs } from '../parts/tabs.ts';
import { draftForm, localDraftName, type RegistrationDraft } from './draft-content.ts';
import { byUrgency, draftCard, isDue, modelCard, type DueModel } from './my-models-card.ts';
import { goToScoring } from './scoring.ts';
import { myModelsStyles } from './my-models-styles.ts';

export interface MyModelsOptions {
  /** Begins a new registration, or goes on with that of this machine. */
  onRegister: () => void;
  /** Goes on with a draft of the server. */
  onDraft: (id: string) => void;
  /** Opens a registration, at a field of it. */
  onOpen: (id: string, field?: RegistrationField) => void;
  /** Where the page has scorecards; `''` if nowhere. */
  scorecardUrl: () => string;
}

const tabs = ['all', 'due', 'drafts', 'running', 'recognised'] as const;
type TabId = (typeof tabs)[number];

const running: readonly ModelStatus[] = ['building', 'self-assessing', 'awaiting-appraisal', 'appraised', 'paused'];
/** The steps that are taken in the list, after a question. */
const steps = { start: 'start', 'begin-self-assessment': 'begin-self-assessment', resume: 'resume' } as const;

/** A draft that only this machine has. */
interface LocalDraft {
  title: string | null;
  savedAt: Date;
}

/** A step that the person is asked about. */
interface AskedStep {
  model: ModelSummary;
  action: ModelAction;
}

/** The models of the person's unit, and the registrations they have begun: what is due first. */
export class MyModels {
  readonly #host: WidgetHost;
  readonly #options: MyModelsOptions;
  readonly #tabs: Tabs<TabId>;
  readonly #dialog: Dialog;
  #tab: TabId = 'all';
  #models: readonly ModelSummary[] = [];
  #nextCursor: string | null = null;
  #counts: Readonly<Record<ModelStatus, number>> | undefined;
  #total = 0;
  #drafts: readonly DraftSummary[] = [];
  #localDraft: LocalDraft | undefined;
  #unitName = '';
  /** The step that the dialog asks about. */
  #step: AskedStep | undefined;

  constructor(host: WidgetHost, options: MyModelsOptions) {
    this.#host = host;
    this.#options = options;
    this.#tabs = new Tabs(host.element);
    this.#dialog = new Dialog(host.element);
    for (const styles of myModelsStyles) host.addStyles(styles);
  }

  /** Loads everything the list shows; nothing is changed once the signal is aborted. */
  async load(client: Client, signal: AbortSignal): Promise<void> {
    const unitId = this.#host.person.session?.unitId ?? undefined;
    const [page, counts, drafts, localDraft, unit] = await Promise.all([
      client.models.list({ query: this.#query() }, { signal }),
      client.models.counts({ query: { unitId } }, { signal }),
      // Models are shown also where drafts cannot be had.
      client.drafts.list({ query: { form: draftForm } }, { signal }).catch(() => ({ items: [] })),
      findLocalDraft(this.#host.person.subject),
      unitId ? client.units.get({ params: { id: unitId } }, { signal }).catch(() => undefined) : undefined,
    ]);
    if (signal.aborted) return;
    this.#models = page.items;
    this.#nextCursor = page.nextCursor;
    this.#counts = counts.by.status;
    this.#total = counts.total;
    this.#drafts = drafts.items;
    const isOnServer = drafts.items.some(({ id }) => id === localDraft?.serverId);
    this.#localDraft = isOnServer ? undefined : localDraft;
    this.#unitName = unit?.name ?? '';
  }

  #query(cursor?: string) {
    const { person } = this.#host;
    const status = this.#statuses;
    return {
      limit: 20,
      unitId: person.session?.unitId ?? undefined,
      ...(status && { status }),
      ...(cursor && { cursor }),
    };
  }

  /** The states of the chosen tab; `undefined` for all. */
  get #statuses(): ModelStatus[] | undefined {
    switch (this.#tab) {
      case 'due':
        return this.#dueStatuses;
      case 'running':
        return [...running];
      case 'recognised':
        return ['recognised'];
      default:
        return undefined;
    }
  }

  /** The states in which it is the person's turn. */
  get #dueStatuses(): ModelStatus[] {
    const never = { startDate: '9999-01-01', assessmentDate: '9999-01-01', correctBy: null };
    const { roles } = this.#host.person;
    return modelStatuses.filter((status) => isDue(nextFor({ status, ...never }, '2000-01-01', roles)));
  }

  #countOf(id: TabId): number {
    const sum = (statuses: readonly ModelStatus[]) =>
      statuses.reduce((all, status) => all + (this.#counts?.[status] ?? 0), 0);
    const drafts = this.#drafts.length + (this.#localDraft ? 1 : 0);
    return {
      all: this.#total + drafts,
      due: sum(this.#dueStatuses),
      drafts,
      running: sum(running),
      recognised: sum(['recognised']),
    }[id];
  }

  readonly #onSelect = (tab: TabId): void => {
    this.#tab = tab;
    this.#reload();
  };

  /** Loads the models of the chosen tab. */
  #reload(): void {
    const tab = this.#tab;
    this.#host.requests.stopReading('models');
    this.#models = [];
    this.#nextCursor = null;
    this.#host.element.requestUpdate();
    if (tab === 'drafts' || (tab === 'due' && this.#dueStatuses.length === 0)) return;
    const load = async (signal: AbortSignal) => {
      const page = await this.#host.connection()!.client.models.list({ query: this.#query() }, { signal });
      if (signal.aborted) return;
      this.#models = page.items;
      this.#nextCursor = page.nextCursor;
    };
    void this.#host.requests.run(load, { retry: () => this.#reload(), reads: 'models' });
  }

  readonly #loadMore = (): void => {
    const cursor = this.#nextCursor!;
    const load = async (signal: AbortSignal) => {
      const page = await this.#host.connection()!.client.models.list({ query: this.#query(cursor) }, { signal });
      if (signal.aborted) return;
      this.#models = [...this.#models, ...page.items];
      this.#nextCursor = page.nextCursor;
    };
    void this.#host.requests.run(load, { retry: this.#loadMore, reads: 'models' });
  };

  /** Takes the step that the dialog has asked about. */
  readonly #onConfirm = (): void => {
    const step = this.#step!;
    this.#dialog.close();
    void this.#take(step);
  };

  async #take(step: AskedStep): Promise<void> {
    const { requests, connection, locale, showMessage } = this.#host;
    const { client } = connection()!;
    const params = { id: step.model.id };
    const take = async () => {
      const { etag } = await client.models.get({ params });
      const after = await client.models.transition({ params, body: { action: step.action } }, { ifMatch: etag });
      const texts = locale.texts(myModels);
      showMessage(texts.moved(after.name, texts.statuses[after.status]));
    };
    const isTaken = await requests.run(take, { retry: () => void this.#take(step) });
    // What cannot be read again is no failure of the step, which must not be taken twice.
    if (isTaken) await requests.run((signal) => this.load(client, signal), { reads: 'models' });
  }

  render(): TemplateResult {
    const { locale, person } = this.#host;
    const texts = locale.texts(myModels);
    const who = [this.#unitName, person.session?.name].filter(Boolean).join(' · ');
    const { title, tab } = texts;
    const sheet = { issuer: this.#unitName, title: texts.paperTitle, about: tab[this.#tab] };
    return html`${sheetHead(sheet, this.#host.element, locale)}
      <div class="list-head screen-only">
        <div>
          <h2 id="title" tabindex="-1">${title}</h2>
          ${who ? html`<p>${who}</p>` : nothing}
        </div>
        <button class="button" type="button" @click=${this.#options.onRegister}>${addIcon}${texts.register}</button>
      </div>
      ${this.#tabs.render({
        tabs: tabs.map((id) => ({ id, name: tab[id], count: this.#countOf(id) })),
        selected: this.#tab,
        label: texts.tabs,
        panel: 'models',
        texts: locale.texts(parts),
        onSelect: this.#onSelect,
      })}
      ${this.#host.renderMessage()} ${this.#host.renderFailure()}
      <div class="cards" id="models" role="tabpanel" aria-label=${tab[this.#tab]}>${this.#renderCards()}</div>
      <div class="list-foot">
        <p>${texts.shown(this.#shownDrafts.length + this.#models.length, this.#countOf(this.#tab))}</p>
        <p class="screen-only">${texts.draftsPrivate}</p>
      </div>
      ${listSignatures(person.session?.name, locale)} ${this.#renderDialog()}`;
  }

  get #shownDrafts(): readonly (DraftSummary | LocalDraft)[] {
    if (this.#tab !== 'all' && this.#tab !== 'drafts') return [];
    return [...(this.#localDraft ? [this.#localDraft] : []), ...this.#drafts];
  }

  #renderCards(): TemplateResult {
    const { locale, person, requests } = this.#host;
    const texts = locale.texts(myModels);
    const view = { texts, partTexts: locale.texts(parts), lang: locale.lang };
    const models = byUrgency(this.#models, dateInVietnam(new Date()), person.roles);
    const drafts = this.#shownDrafts;
    if (models.length + drafts.length === 0)
      return html`<p class="notice" part="empty">
        ${requests.busy ? locale.texts(common).loading : this.#countOf('all') === 0 ? texts.none : this.#tab === 'drafts' ? texts.noDrafts : texts.noneHere}
      </p>`;
    const first = models.findIndex(({ next: { next } }) => next === 'correct' || next in steps || this.#leadsTo(next));
    return html`<ul aria-label=${texts.list}>
        ${models.map((each, at) => html`<li>${modelCard(each, { ...view, ...this.#actionOf(each), isFirst: at === first })}</li>`)}
        ${drafts.map(
          (draft, at) =>
            // Drafts are the person's own: they are no part of what a unit hands on.
            html`<li class=${this.#tab === 'drafts' ? '' : 'screen-only'}>
              ${draftCard({ ...view, ...this.#draftView(draft), isFirst: at === 0 && first < 0 })}
            </li>`,
        )}
      </ul>
      ${
        this.#nextCursor === null
          ? nothing
          : html`<div class="actions">
              <button class="button" type="button" ?disabled=${requests.busy} @click=${this.#loadMore}>
                ${locale.texts(common).more}
              </button>
            </div>`
      }`;
  }

  #draftView(draft: DraftSummary | LocalDraft) {
    const { locale } = this.#host;
    const texts = locale.texts(myModels);
    const { onDraft, onRegister } = this.#options;
    return 'id' in draft
      ? {
          title: draft.title,
          about: texts.draftSaved(formatMoment(draft.updatedAt, locale.lang)),
          onContinue: () => onDraft(draft.id),
        }
      : {
          title: draft.title,
          about: texts.draftHere(formatMoment(draft.savedAt, locale.lang)),
          onContinue: onRegister,
        };
  }

  /** Whether the list leads to what is next. */
  #leadsTo(next: ModelNextKind): boolean {
    return next === 'score' && this.#options.scorecardUrl() !== '';
  }

  /** The one thing to do with a model. */
  #actionOf({ model, next }: DueModel) {
    const texts = this.#host.locale.texts(myModels);
    const { onOpen } = this.#options;
    const open = () => onOpen(model.id);
    const onField = (field: RegistrationField) => onOpen(model.id, field);
    const action = next.next in steps ? steps[next.next as keyof typeof steps] : undefined;
    if (action) {
      const ask = () => {
        this.#step = { model, action };
        this.#dialog.open();
      };
      return { action: texts.nexts[action], onAct: ask, onField };
    }
    if (this.#leadsTo(next.next)) {
      const go = () => void this.#host.requests.run(() => goToScoring(this.#host, model, this.#options.scorecardUrl()));
      return { action: texts.nexts.score, onAct: go, onField };
    }
    const isEditable = editableModelStatuses.includes(model.status);
    const word = next.next === 'correct' ? texts.correct : isEditable ? texts.edit : texts.view;
    return { action: word, onAct: open, onField };
  }

  #renderDialog(): TemplateResult | typeof nothing {
    const { locale } = this.#host;
    return this.#dialog.render(() => {
      const texts = locale.texts(myModels);
      const { model, action } = this.#step!;
      const step = texts.nexts[action as keyof typeof steps];
      return {
        title: step,
        content: texts.moveOn(model.name, step),
        foot: html`<button class="button" type="button" @click=${() => this.#dialog.close()}>
            ${locale.texts(common).cancel}</button
          ><button class="button primary" type="button" @click=${this.#onConfirm}>${step}</button>`,
        texts: locale.texts(parts),
      };
    });
  }
}

/** What this machine has of a new registration, with the draft on the server that it belongs to. */
async function findLocalDraft(subject: string): Promise<(LocalDraft & { serverId: string | undefined }) | undefined> {
  const draft = await Draft.open<RegistrationDraft>(localDraftName('new', subject), isDraftContent);
  draft.close();
  const { state, savedAt } = draft.restored ?? {};
  if (!state || !savedAt || Object.keys(state.fields).length === 0) return undefined;
  return { title: state.fields['name'] || null, savedAt, serverId: state.server?.id };
}
