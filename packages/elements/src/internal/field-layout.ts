import { html, nothing, type TemplateResult } from 'lit';

export interface FieldLayout {
  lang: string;
  label: string;
  labelHidden: boolean;
  /** What follows the label: that the field may stay empty. */
  note: string;
  hint: string;
  error: string;
  required: boolean;
  disabled: boolean;
  /** For a field of several controls under one legend. */
  groupRole: 'group' | 'radiogroup' | undefined;
  control: TemplateResult;
}

/**
 * A field as it is drawn: label, hint, control and error, in one root, so that each can name the other. One template for all of it,
 * because each further one costs its share of every field on the page.
 */
export function fieldLayout(view: FieldLayout): TemplateResult {
  const { lang, label, hint, error, required, groupRole, control } = view;
  const style = view.labelHidden ? 'hidden' : 'label';
  const note = view.note ? html`<span class="note">${` ${view.note}`}</span>` : nothing;
  if (!groupRole)
    return html`<div class="base field" part="base" lang=${lang}>
      <label class=${style} part="label" for="control">${label}${note}</label>
      <p class="hint" part="hint" id="hint" .textContent=${hint}></p>
      ${control}
      <p class="error" part="error" id="error" .textContent=${error}></p>
    </div>`;
  const isRadio = groupRole === 'radiogroup';
  return html`<div class="base" part="base" lang=${lang}>
    <fieldset
      class="field"
      role=${groupRole}
      aria-describedby="hint error"
      aria-invalid=${isRadio && error ? 'true' : nothing}
      aria-required=${isRadio && required ? 'true' : nothing}
      ?disabled=${view.disabled}
    >
      ${label ? html`<legend class=${style} part="label">${label}${note}</legend>` : nothing}
      <p class="hint" part="hint" id="hint" .textContent=${hint}></p>
      <p class="error" part="error" id="error" .textContent=${error}></p>
      ${control}
    </fieldset>
  </div>`;
}
