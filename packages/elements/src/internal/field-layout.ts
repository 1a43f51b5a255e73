import { html, nothing, type TemplateResult } from 'lit';

export interface FieldLayout {
  label: string;
  labelHidden: boolean;
  hint: string;
  error: string;
  required: boolean;
  disabled: boolean;
  /** For a field of several controls under one legend. */
  groupRole: 'group' | 'radiogroup' | undefined;
  control: TemplateResult;
}

/** A field as it is drawn: label, hint, control and error, in one root, so that each can name the other. */
export function fieldLayout(view: FieldLayout): TemplateResult {
  const { label, labelHidden, hint, error, required, groupRole, control } = view;
  const style = labelHidden ? 'hidden' : 'label';
  const text = html`${label}${required ? html`<span class="mark" aria-hidden="true">*</span>` : nothing}`;
  const below = html`<p class="hint" part="hint" id="hint">${hint}</p>
    ${control}
    <p class="error" part="error" id="error">${error}</p>`;
  if (!groupRole)
    return html`<div class="field">
      ${label ? html`<label class=${style} part="label" for="control">${text}</label>` : nothing} ${below}
    </div>`;
  const isRadio = groupRole === 'radiogroup';
  return html`<fieldset
    class="field"
    role=${groupRole}
    aria-describedby="hint error"
    aria-invalid=${isRadio && error ? 'true' : nothing}
    aria-required=${isRadio && required ? 'true' : nothing}
    ?disabled=${view.disabled}
  >
    ${label ? html`<legend class=${style} part="label">${text}</legend>` : nothing} ${below}
  </fieldset>`;
}
