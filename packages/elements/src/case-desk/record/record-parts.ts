import { html, nothing, type TemplateResult } from 'lit';
import { caseStepEvents, type Case, type CaseNote } from '@dvk/sdk/cases';
import { unitStaff, type HistoryEvent } from '@dvk/sdk/contract';
import { SideRead } from '../../desk/side-read.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { caseRecord } from '../../locale/case-record/vi.ts';
import { parts } from '../../locale/parts/vi.ts';
import { Tabs } from '../../parts/tabs.ts';
import { historyTemplate } from './history.ts';
import { noteComposer, notesTemplate } from './notes.ts';
import { replyTemplate } from './reply.ts';

type Part = 'history' | 'notes' | 'reply';

export interface RecordPartsOptions {
  /** The form of the answer that is being written; `undefined` as long as none is. */
  answerForm: () => TemplateResult | undefined;
  /** The files of an answer. */
  files: (files: Case['attachments']) => unknown;
}

/** The most events and notes that are read. */
const limit = 100;
/** Containers of tabs that are narrower get one drop-down list: the record beside a list is 470 px wide inside. */
const narrowTabs = 360;

/** What stands below an open case in tabs: its history, the notes of the offices, the answer. */
export class RecordParts {
  readonly #host: WidgetHost;
  readonly #options: RecordPartsOptions;
  readonly #tabs: Tabs<Part>;
  readonly #history: SideRead<readonly HistoryEvent[]>;
  readonly #notes: SideRead<readonly CaseNote[]>;
  /** Notes that were begun, by case. */
  readonly #begun = new Map<string, string>();
  #open: Case | undefined;
  #part: Part = 'history';

  constructor(host: WidgetHost, options: RecordPartsOptions) {
    const { element } = host;
    this.#host = host;
    this.#options = options;
    this.#tabs = new Tabs(element, narrowTabs);
    this.#history = new SideRead<readonly HistoryEvent[]>(element);
    this.#notes = new SideRead<readonly CaseNote[]>(element);
  }

  get #client() {
    return this.#host.connection()!.client;
  }

  get #texts() {
    return this.#host.locale.texts(caseRecord);
  }

  get #mayWriteNotes(): boolean {
    return this.#host.person.has(...unitStaff, 'secretariat');
  }

  get #mayReadNotes(): boolean {
    return this.#mayWriteNotes || this.#host.person.has('inspector');
  }

  async #readNotes(id: string): Promise<readonly CaseNote[]> {
    return (await this.#client.cases.notes({ params: { id }, query: { limit } })).items;
  }

  /** Reads what belongs to a case, or to a newer version of it. */
  show(open: Case): void {
    const { id } = open;
    const isWaitingForAnswer = this.#part === 'reply' && !open.answer && !this.#options.answerForm();
    if (this.#open?.id === id && isWaitingForAnswer) this.#part = 'history';
    this.#open = open;
    void this.#history.load(async () => (await this.#client.cases.history({ params: { id }, query: { limit } })).items);
    if (this.#mayReadNotes) void this.#notes.load(() => this.#readNotes(id));
  }

  /** Forgets what belonged to the case that was shown. */
  clear(): void {
    this.#open = undefined;
    this.#part = 'history';
    for (const each of [this.#history, this.#notes]) each.clear();
  }

  /** Shows where an answer is written. */
  showReply(): void {
    this.#part = 'reply';
  }

  /** When the current term began; `undefined` as long as the history that tells it is not read. */
  termStartedAt({ reopenCount, receivedAt }: Case): string | undefined {
    if (reopenCount === 0) return receivedAt;
    // The latest event stands first.
    return this.#history.value?.find(({ kind }) => kind === caseStepEvents.reopen)?.at;
  }

  readonly #onAddNote = (): void => {
    const { requests, element } = this.#host;
    const { id } = this.#open!;
    const key = this.#noteKey;
    const text = (this.#begun.get(key) ?? '').trim();
    if (!text) return element.shadowRoot!.querySelector<HTMLElement>('[name=note]')?.focus();
    void requests.run(async () => {
      await this.#client.cases.addNote({ params: { id }, body: { text } });
      this.#begun.delete(key);
      if (this.#open?.id !== id) return;
      this.#host.showMessage(this.#texts.noted);
      this.#part = 'notes';
      await this.#notes.load(() => this.#readNotes(id));
    });
  };

  /** Another person finds nothing of what one has begun. */
  get #noteKey(): string {
    return `${this.#host.person.subject} ${this.#open!.id}`;
  }

  #update(): void {
    this.#host.element.requestUpdate();
  }

  render(open: Case): TemplateResult {
    const { locale } = this.#host;
    const texts = this.#texts;
    const count = (read: SideRead<readonly unknown[]>) => read.value?.length;
    return html`<div class="parts">
      ${this.#tabs.render({
        tabs: [
          { id: 'history', name: texts.tabs.history, count: count(this.#history) },
          ...(this.#mayReadNotes
            ? [{ id: 'notes' as const, name: texts.tabs.notes, count: count(this.#notes) || undefined }]
            : []),
          { id: 'reply', name: texts.tabs.reply },
        ],
        selected: this.#part,
        label: texts.recordParts,
        panel: 'record-part',
        texts: locale.texts(parts),
        onSelect: (part) => {
          this.#part = part;
          this.#update();
        },
      })}
      <div class="part" id="record-part" role="tabpanel" aria-label=${texts.tabs[this.#part]}>
        ${this.#renderPart(open)}
      </div>
    </div>`;
  }

  #renderPart(open: Case): unknown {
    const { locale } = this.#host;
    const { lang } = locale;
    const texts = this.#texts;
    const form = this.#options.answerForm();
    // What is being written stays in the page while the person looks at another part.
    // On paper there are no tabs: the history and the answer stand there, and of the notes what is shown.
    return html`<div ?hidden=${this.#part !== 'reply'}>
        <h4 class="paper-only">${texts.tabs.reply}</h4>
        ${form ?? replyTemplate({ open, texts, lang, files: ({ attachments }) => this.#options.files(attachments) })}
      </div>
      ${
        this.#part === 'history' || this.#history.value
          ? html`<div ?hidden=${this.#part !== 'history'}>
              <h4 class="paper-only">${texts.tabs.history}</h4>
              ${this.#renderRead(this.#history, (events) =>
                historyTemplate(events, { texts, partsTexts: locale.texts(parts), lang }),
              )}
            </div>`
          : nothing
      }
      ${
        this.#part === 'notes'
          ? html`<h4 class="paper-only">${texts.tabs.notes}</h4>
              ${this.#renderRead(this.#notes, (notes) => notesTemplate(notes, texts, lang))}
              ${this.isNoteInFoot ? nothing : this.renderComposer()}`
          : nothing
      }`;
  }

  #renderRead<T>(read: SideRead<T>, render: (value: T) => unknown): unknown {
    const texts = this.#texts;
    if (read.isFailed)
      return html`<p class="small">
        ${texts.notLoaded} <button class="link" type="button" @click=${read.retry}>${texts.retry}</button>
      </p>`;
    return read.value === undefined ? html`<p class="small">…</p>` : render(read.value);
  }

  /** The office that receives cases writes its notes in the foot; units have their steps there. */
  get isNoteInFoot(): boolean {
    return this.#host.person.has('secretariat');
  }

  /** The line for a note, for who may write one. */
  renderComposer(): unknown {
    const { person, requests } = this.#host;
    if (!this.#mayWriteNotes) return nothing;
    return noteComposer({
      text: this.#begun.get(this.#noteKey) ?? '',
      author: person.session?.name ?? '',
      texts: this.#texts,
      busy: requests.busy,
      onInput: (text) => this.#begun.set(this.#noteKey, text),
      onAdd: this.#onAddNote,
    });
  }
}
