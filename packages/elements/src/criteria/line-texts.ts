import { html, nothing, type TemplateResult } from 'lit';
import type { Criterion, RubricText } from '@dvk/sdk/rubrics';
import { formatPoints } from '@dvk/sdk/text';
import type { Lang } from '../locale/controller.ts';
import { textIn } from './text-in.ts';

/** The note of a line or group, below its name. */
export function noteTemplate(text: RubricText | undefined, lang: Lang): TemplateResult | typeof nothing {
  return text ? html`<span class="note">${textIn(text, lang)}</span>` : nothing;
}

/** The levels of a line, where it says when to choose which. */
export function levelsTemplate(criterion: Criterion, lang: Lang): TemplateResult | typeof nothing {
  if (criterion.kind !== 'levels' || !criterion.levels.some(({ descriptor }) => descriptor)) return nothing;
  return html`<ul class="levels">
    ${criterion.levels.map(
      ({ title, descriptor, points }) =>
        html`<li>
          ${textIn(title, lang)}
          (${formatPoints(points, { trim: true })})${descriptor ? html`: ${textIn(descriptor, lang)}` : nothing}
        </li>`,
    )}
  </ul>`;
}
