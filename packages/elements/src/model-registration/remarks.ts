import { html, nothing, type TemplateResult } from 'lit';
import type { ModelSummary, RegistrationField } from '@dvk/sdk/models';
import type { myModels } from '../locale/my-models/vi.ts';

type Texts = Pick<typeof myModels, 'returned' | 'labels' | 'goTo'>;

/** Why a registration came back; each remark leads to its field. */
export function remarksTemplate(
  { remarks, statusReason }: Pick<ModelSummary, 'remarks' | 'statusReason'>,
  texts: Texts,
  onField: (field: RegistrationField) => void,
): TemplateResult {
  return html`<p><b>${texts.returned}</b></p>
    ${statusReason ? html`<p class="prewrap">${statusReason}</p>` : nothing}
    ${
      remarks?.length
        ? html`<ul>
            ${remarks.map(({ field, text }) => html`<li>${text} ${remarkLink(field, texts, () => onField(field))}</li>`)}
          </ul>`
        : nothing
    }`;
}

/** “Đến mục 7a”, or with the name of a field that has no number. */
function remarkLink(field: RegistrationField, { labels, goTo }: Texts, onField: () => void): TemplateResult {
  const label = field === 'unitName' ? labels.unitId : labels[field];
  const number = /^(\d+[a-z]?)\. /.exec(label)?.[1];
  const go = (event: Event) => {
    event.preventDefault();
    onField();
  };
  return html`<a href="#${field}" @click=${go}>${goTo(number ?? `“${label}”`)}</a>`;
}
