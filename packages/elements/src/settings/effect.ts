import { html, nothing, type TemplateResult } from 'lit';
import type { settings } from '@dvk/sdk/settings';
import { formatDue } from '@dvk/sdk/text';
import type { ResponseOf } from '@dvk/sdk/contract';
import { infoIcon } from '../icons/info.ts';
import { warningIcon } from '../icons/warning.ts';
import type { Lang } from '../locale/controller.ts';
import type { settingsChange } from '../locale/settings-change/vi.ts';

/** What a change would do to open cases, as the server has worked it out. */
export type EffectFound = ResponseOf<typeof settings.effect>;
export type Effect = 'none' | 'loading' | 'failed' | EffectFound;

interface EffectView {
  texts: typeof settingsChange;
  lang: Lang;
  /** Whether limits are changed, which move no due date: then what is called due soon is said. */
  isOfLimits: boolean;
  onRetry: () => void;
}

/** What a change would do to the due dates of open cases, before it is saved; their list on demand. */
export function effectTemplate(effect: Effect, view: EffectView): TemplateResult {
  return html`<div class="effect" role="status">${contentOf(effect, view)}</div>`;
}

function contentOf(effect: Effect, { texts, lang, isOfLimits, onRetry }: EffectView): TemplateResult | typeof nothing {
  if (effect === 'none') return nothing;
  if (effect === 'loading') return html`<p class="small">${texts.effectLoading}</p>`;
  if (effect === 'failed')
    return html`<p class="small">${texts.effectFailed}</p>
      <button class="link" type="button" @click=${onRetry}>${texts.retry}</button>`;
  const { movedDueDates: moved, openCases, dueSoon } = effect;
  if (isOfLimits)
    return html`<div class="notice info with-icon">
      ${infoIcon}
      <p>${texts.effectSoon(dueSoon.before, dueSoon.after)}</p>
    </div>`;
  if (moved.length === 0)
    return html`<div class="notice info with-icon">
      ${infoIcon}
      <p>${texts.effectNone(openCases)}</p>
    </div>`;
  const later = moved.filter(({ dueAt, wouldBeDueAt }) => Date.parse(wouldBeDueAt) > Date.parse(dueAt)).length;
  return html`<div class="notice warning with-icon">
    ${warningIcon}
    <p><b>${texts.effect(moved.length)}</b> (${texts.effectParts(later, moved.length - later)}) ${texts.effectStays}</p>
    <details>
      <summary>${texts.effectList(moved.length)}</summary>
      <table class="moved">
        <thead>
          <tr>
            <th scope="col">${texts.code}</th>
            <th scope="col">${texts.dueAt}</th>
            <th scope="col">${texts.wouldBeDueAt}</th>
          </tr>
        </thead>
        <tbody>
          ${moved.map(
            ({ code, dueAt, wouldBeDueAt }) =>
              html`<tr>
                <th scope="row">${code}</th>
                <td data-label=${texts.dueAt}>${formatDue(dueAt, lang)}</td>
                <td data-label=${texts.wouldBeDueAt}>${formatDue(wouldBeDueAt, lang)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </div>`;
}
