import { html, type TemplateResult } from 'lit';
import { caseStepEvents } from '@dvk/sdk/cases';
import type { HistoryEvent } from '@dvk/sdk/contract';
import { actionOfEvent } from '@dvk/sdk/lifecycle';
import { formatMoment } from '@dvk/sdk/text';
import { actorName } from '../../desk/actor-name.ts';
import type { caseRecord } from '../../locale/case-record/vi.ts';
import type { Lang } from '../../locale/controller.ts';
import type { parts } from '../../locale/parts/vi.ts';
import { timeline } from '../../parts/timeline.ts';

/** So many events are shown; those before are folded away. */
const shown = 3;

/** What has happened to a case, the latest first. */
export function historyTemplate(
  events: readonly HistoryEvent[],
  { texts, partsTexts, lang }: { texts: typeof caseRecord; partsTexts: typeof parts; lang: Lang },
): TemplateResult {
  if (events.length === 0) return html`<p class="small">${texts.noEvents}</p>`;
  return timeline({
    label: texts.tabs.history,
    texts: partsTexts,
    shown,
    events: events.map((event) => {
      // Units that continue others get their cases as from the office.
      const isHandedOver = event.kind === 'case.handed-over';
      const action = isHandedOver ? 'assign' : (actionOfEvent(caseStepEvents, event.kind) ?? 'receive');
      return {
        title: texts.events[action](event.unitName ?? actorName(event.by, texts, lang)),
        note: `${formatMoment(event.at, lang)} · ${actorName(event.by, texts, lang)}`,
        text: event.reason,
      };
    }),
  });
}
