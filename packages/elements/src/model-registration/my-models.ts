import { html, nothing, type TemplateResult } from 'lit';
import {
  editableModelStatuses,
  modelStatuses,
  type DueRules,
  type ModelAction,
  type ModelField,
  type ModelStatus,
  type ModelSummary,
  type RegistrantKind,
  type RegistrationField,
} from '@dvk/sdk/models';
import { dateInVietnam, searchKey } from '@dvk/sdk/text';
import { addIcon } from '../icons/add.ts';
import type { Client } from '../internal/connection.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { loadKit } from '../desk/load-kit.ts';
import { queryOf, wholeList, type ListDefinition, type ListView } from '../list/definition.ts';
import type { ListKit, ListState } from '../list/list-kit.ts';
import { LoadedRows, type GetPage } from '../list/loaded-rows.ts';
import { common } from '../locale/common/vi.ts';
import { models } from '../locale/models/vi.ts';
import { myModels } from '../locale/my-models/vi.ts';
import { parts } from '../locale/parts/vi.ts';
import { Dialog } from '../parts/dialog.ts';
import { loadMyDrafts } from './my-drafts.ts';
import { myModelsListOf, type RowAction } from './my-models-list.ts';
import {
  byUrgency,
  groupOf,
  modelRow,
  oneAfterAnother,
  statusesByTurn,
  type DraftRow,
  type MyModelsRow,
} from './my-models-rows.ts';
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
  /** Says something through the live region of the widget. */
  announce: (text: string) => void;
}

const tabs = ['all', 'due', 'drafts', 'running', 'recognised'] as const;
type TabId = (typeof tabs)[number];

const running: readonly ModelStatus[] = ['building', 'self-assessing', 'awaiting-appraisal', 'appraised', 'paused'];
/** The steps that are taken in the list, after a question. */
const steps = { start: 'start', 'begin-self-assessment': 'begin-self-assessment', resume: 'resume' } as const;
/** The most models that the server gives at once: so many of those that are due are put in order. */
const largestPage = 100;

/** The working days and the limit of the province; without them the week holds. */
const rulesOf = (client: Client): Promise<DueRules | undefined> =>
  client.settings.get().then(
    ({ workWeek, thresholds }) => ({ workWeek, soonDays: thresholds.dueSoonDays }),
    () => undefined,
  );

/** What the list is narrowed to beside its tab. */
interface Filters {
  unitId?: string;
  q?: string;
  field?: ModelField[];
  registrantKind?: RegistrantKind;
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
  readonly #dialog: Dialog;
  readonly #rows: LoadedRows<MyModelsRow>;
  #kit: ListKit<MyModelsRow> | undefined;
  #view: ListView = wholeList;
  #counts: Readonly<Record<ModelStatus, number>> | undefined;
  /** What {@link #counts} are of. */
  #counted = '';
  #counting: AbortController | undefined;
  #drafts: readonly DraftRow[] = [];
  #unitName = '';
  /** The row that the person has gone to. */
  #openedId = '';
  /** The step that the dialog asks about. */
  #step: AskedStep | undefined;

  constructor(host: WidgetHost, options: MyModelsOptions) {
    this.#host = host;
    this.#options = options;
    this.#rows = new LoadedRows<MyModelsRow>(host.requests);
    this.#dialog = new Dialog(host.element);
    for (const styles of myModelsStyles) host.addStyles(styles);
  }

  get #unitId(): string | undefined {
    return this.#host.person.session?.unitId ?? undefined;
  }

  /** Loads everything the list shows; nothing is changed once the signal is aborted. */
  async load(client: Client, signal: AbortSignal): Promise<void> {
    const unitId = this.#unitId;
    const { subject } = this.#host.person;
    const filters = { ...queryOf(this.#definition, this.#view), unitId } as Filters;
    const drafts = loadMyDrafts(client, subject, signal);
    this.#counting?.abort();
    const [allDrafts, unit, { ListKit }] = await Promise.all([
      drafts,
      unitId ? client.units.get({ params: { id: unitId } }, { signal }).catch(() => undefined) : undefined,
      loadKit(),
      this.#rows.load(this.#pagesOf(client, filters, drafts), signal),
    ]);
    if (signal.aborted) return;
    // Rows first: to count takes longer, and a database may answer one question after the other.
    void this.#count(client, filters);
    this.#drafts = allDrafts;
    this.#unitName = unit?.name ?? '';
    const { element, locale, person, requests } = this.#host;
    this.#kit ??= new ListKit<MyModelsRow>({
      host: element,
      locale,
      rows: this.#rows,
      isBusy: () => requests.busy,
      printedBy: () => person.session?.name,
      onView: (view) => {
        this.#view = view;
        this.#reload();
      },
      onOpen: (id) => this.#open(id),
      onClose: () => {},
      onChanged: () => this.#reload(),
      announce: this.#options.announce,
    });
  }

  /** Counts the models of all tabs. Without its counts a list is still a list. */
  async #count(client: Client, filters: Filters): Promise<void> {
    const counted = JSON.stringify(filters);
    if (counted !== this.#counted) this.#counts = undefined;
    this.#counted = counted;
    const counting = (this.#counting = new AbortController());
    const { signal } = counting;
    const found = await client.models.counts({ query: filters }, { signal }).then(
      ({ by }) => by.status,
      () => undefined,
    );
    if (signal.aborted) return;
    this.#counting = undefined;
    this.#counts = found;
    this.#host.element.requestUpdate();
  }

  readonly #reload = (): void => {
    const { client } = this.#host.connection()!;
    void this.#host.requests.run((signal) => this.load(client, signal), { retry: this.#reload, reads: 'models' });
  };

  /** Drafts, what is due in order, what others are to do, the rest. */
  #pagesOf(client: Client, filters: Filters, drafts: Promise<readonly DraftRow[]>): GetPage<MyModelsRow> {
    const { roles } = this.#host.person;
    const today = dateInVietnam(new Date());
    const asked = rulesOf(client);
    const [tab, isShown] = [this.#tab, this.#isDraftShown];
    const { due, waiting, nothing } = statusesByTurn(roles);
    const modelsIn = (turn: readonly ModelStatus[], all?: { limit: number }): GetPage<MyModelsRow> => {
      const status = turn.filter((each) => statusesOf(tab, due).includes(each));
      return async (page, signal) => {
        if (status.length === 0) return { items: [], nextCursor: null };
        const [{ items, nextCursor }, rules] = await Promise.all([
          client.models.list({ query: { ...page, ...filters, ...all, status } }, { signal }),
          asked,
        ]);
        const rows = items.map((model) => modelRow(model, today, roles, rules));
        return { items: all ? byUrgency(rows) : rows, nextCursor };
      };
    };
    return oneAfterAnother<MyModelsRow>([
      async () => ({ items: (await drafts).filter(isShown), nextCursor: null }),
      modelsIn(due, { limit: largestPage }),
      modelsIn(waiting),
      modelsIn(nothing),
    ]);
  }

  get #tab(): TabId {
    return (this.#view.tab || 'all') as TabId;
  }

  /** Whether a draft is in the part of the list that is shown: it has a name, but no field or kind to look for. */
  get #isDraftShown(): (row: DraftRow) => boolean {
    const { q, filters } = this.#view;
    const isTab = this.#tab === 'all' || this.#tab === 'drafts';
    if (!isTab || Object.keys(filters).length > 0) return () => false;
    return ({ draft }) => searchKey(draft.title ?? '').includes(searchKey(q));
  }

  /** How many a tab has; `undefined` until its models are counted. */
  #countOf(tab: TabId): number | undefined {
    const { due } = statusesByTurn(this.#host.person.roles);
    const counts = this.#counts;
    const statuses = statusesOf(tab, due);
    if (!counts && statuses.length > 0) return undefined;
    const counted = statuses.reduce((sum, status) => sum + (counts?.[status] ?? 0), 0);
    return counted + (tab === 'all' || tab === 'drafts' ? this.#drafts.length : 0);
  }

  #open(id: string, field?: RegistrationField): void {
    this.#openedId = id;
    const row = this.#rows.items.find((each) => each.id === id);
    if (row && 'draft' in row) this.#continue(row);
    else this.#options.onOpen(id, field);
  }

  #continue({ id, draft }: DraftRow): void {
    if (draft.isLocal) this.#options.onRegister();
    else this.#options.onDraft(id);
  }

  /** Back from a registration: the focus is on its row again. */
  focusOpened(): void {
    if (this.#openedId) this.#kit?.focus(this.#openedId);
    this.#openedId = '';
  }

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

  /** The one thing to do with a row; nothing where it is only there to be read. */
  #actionOf(row: MyModelsRow): Omit<RowAction, 'isPrimary'> | undefined {
    const texts = this.#host.locale.texts(myModels);
    if ('draft' in row) return { text: texts.continue, isQuiet: false, onClick: () => this.#open(row.id) };
    const { model, next } = row;
    const action = next.next in steps ? steps[next.next as keyof typeof steps] : undefined;
    if (action) {
      const ask = () => {
        this.#step = { model, action };
        this.#dialog.open();
      };
      return { text: texts.nexts[action], isQuiet: false, onClick: ask };
    }
    const { scorecardUrl } = this.#options;
    if (next.next === 'score' && scorecardUrl() !== '') {
      const go = () => void this.#host.requests.run(() => goToScoring(this.#host, model, scorecardUrl()));
      return { text: texts.nexts.score, isQuiet: false, onClick: go };
    }
    const open = () => this.#open(model.id);
    if (next.next === 'correct') return { text: texts.correct, isQuiet: false, onClick: open };
    return editableModelStatuses.includes(model.status)
      ? { text: texts.edit, isQuiet: true, onClick: open }
      : undefined;
  }

  get #definition(): ListDefinition<MyModelsRow> {
    const { locale } = this.#host;
    const texts = locale.texts(myModels);
    // The most urgent of what is due; else the draft that was written last.
    const actions = new Map(this.#rows.items.map((row) => [row, this.#actionOf(row)]));
    const urgent = [...actions].filter(([, action]) => action && !action.isQuiet).map(([row]) => row);
    const first = urgent.find((row) => groupOf(row) !== 'drafts') ?? urgent[0];
    return myModelsListOf({
      texts,
      names: locale.texts(models),
      lang: locale.lang,
      tabs: tabs.map((key) => ({ key, label: texts.tab[key], count: this.#countOf(key) })),
      hasUnits: this.#unitId === undefined,
      hasActions: [...actions.values()].some(Boolean),
      actionOf: (row) => {
        const action = actions.get(row);
        return action && { ...action, isPrimary: row === first };
      },
      onField: ({ id }, field) => this.#open(id, field),
      cellsDependOn: [first, this.#options.scorecardUrl()],
    });
  }

  get #listState(): ListState<MyModelsRow> {
    const texts = this.#host.locale.texts(myModels);
    const { q, filters } = this.#view;
    const isWhole = this.#tab === 'all' && q === '' && Object.keys(filters).length === 0;
    return {
      definition: this.#definition,
      view: this.#view,
      openId: '',
      total: this.#countOf(this.#tab),
      isCounting: this.#counting !== undefined,
      settingsKey: `dvk-model-registration ${this.#host.person.subject}`,
      none:
        isWhole || this.#countOf('all') === 0 ? texts.none : this.#tab === 'drafts' ? texts.noDrafts : texts.noneHere,
      issuer: this.#unitName,
    };
  }

  render(): TemplateResult {
    const { locale, person } = this.#host;
    const texts = locale.texts(myModels);
    const who = [this.#unitName, person.session?.name].filter(Boolean).join(' · ');
    const [kit, list] = [this.#kit!, this.#listState];
    return html`<div class="desk my-models">
      <header class="desk-head screen-only">
        <div>
          <h2 id="title" tabindex="-1">${texts.title}</h2>
          ${who ? html`<p class="small">${who}</p>` : nothing}
        </div>
        <div class="desk-actions">
          ${kit.renderActions(list)}
          <button class="button" type="button" @click=${this.#options.onRegister}>${addIcon}${texts.register}</button>
        </div>
      </header>
      ${kit.renderTabs(list)} ${this.#host.renderMessage()} ${this.#host.renderFailure()} ${kit.render(list)}
      ${this.#drafts.length > 0 ? html`<p class="small screen-only">${texts.draftsPrivate}</p>` : nothing}
      ${this.#renderDialog()}
    </div>`;
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

/** The states of the models in a tab. */
function statusesOf(tab: TabId, due: readonly ModelStatus[]): readonly ModelStatus[] {
  return { all: modelStatuses, due, drafts: [], running, recognised: ['recognised'] as const }[tab];
}
