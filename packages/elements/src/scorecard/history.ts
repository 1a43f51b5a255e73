import { html, nothing, type TemplateResult } from 'lit';
import { assessmentStepEvents } from '@dvk/sdk/assessments';
import type { HistoryEvent } from '@dvk/sdk/contract';
import { actionOfEvent } from '@dvk/sdk/lifecycle';
import { formatMoment } from '@dvk/sdk/text';
import { actorName } from '../desk/actor-name.ts';
import { SideRead } from '../desk/side-read.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { assessmentHistory } from '../locale/assessment-history/vi.ts';
import { common } from '../locale/common/vi.ts';
import type { Lang } from '../locale/controller.ts';
import { parts } from '../locale/parts/vi.ts';
import { Dialog, dialogStyles } from '../parts/dialog.ts';
import { timeline, timelineStyles, type TimelineEvent } from '../parts/timeline.ts';

/** The most events that are read. */
const limit = 100;

/** What has happened to an assessment, in a dialog over it. */
export class AssessmentHistory {
  readonly #host: WidgetHost;
  readonly #dialog: Dialog;
  readonly #read: SideRead<readonly HistoryEvent[]>;
  #name = '';

  constructor(host: WidgetHost) {
    this.#host = host;
    this.#dialog = new Dialog(host.element);
    this.#read = new SideRead(host.element);
    for (const styles of [...dialogStyles, ...timelineStyles].flat()) host.addStyles(styles);
  }

  /** Shows what has happened to one, as it is known now. */
  open(id: string, name: string): void {
    this.#name = name;
    this.#read.clear();
    const { client } = this.#host.connection()!;
    void this.#read.load(async () => (await client.assessments.history({ params: { id }, query: { limit } })).items);
    this.#dialog.open();
  }

  render(): TemplateResult | typeof nothing {
    const { locale } = this.#host;
    return this.#dialog.render(() => ({
      title: locale.texts(assessmentHistory).of(this.#name),
      content: this.#renderEvents(),
      foot: html`<button class="button" type="button" @click=${() => this.#dialog.close()}>
        ${locale.texts(parts).close}
      </button>`,
      texts: locale.texts(parts),
    }));
  }

  #renderEvents(): TemplateResult {
    const { locale } = this.#host;
    const texts = locale.texts(assessmentHistory);
    const shared = locale.texts(common);
    const { isFailed, value, retry } = this.#read;
    if (isFailed)
      return html`<div role="alert">
        <p>${texts.notLoaded}</p>
        <button class="button" type="button" @click=${retry}>${shared.retry}</button>
      </div>`;
    if (!value) return html`<p role="status">${shared.loading}</p>`;
    if (value.length === 0) return html`<p>${texts.none}</p>`;
    return timeline({ label: texts.title, texts: locale.texts(parts), events: eventsOf(value, texts, locale.lang) });
  }
}

/** Events as they are told: what somebody saved several times in a row stands once. */
function eventsOf(
  events: readonly HistoryEvent[],
  texts: typeof assessmentHistory,
  lang: Lang,
): readonly TimelineEvent[] {
  const told: { event: HistoryEvent; who: string; times: number }[] = [];
  for (const event of events) {
    const who = actorName(event.by, texts, lang);
    const last = told.at(-1);
    const isSaving = event.kind in texts.others;
    if (last && isSaving && last.event.kind === event.kind && last.who === who) last.times += 1;
    else told.push({ event, who, times: 1 });
  }
  return told.map(({ event, who, times }) => {
    const action = actionOfEvent(assessmentStepEvents, event.kind);
    return {
      title: action ? texts.steps[action] : (texts.others[event.kind] ?? event.kind),
      note: [formatMoment(event.at, lang), who, times > 1 && texts.times(times)].filter(Boolean).join(' · '),
      text: event.reason,
    };
  });
}
