import { html, type TemplateResult } from 'lit';

/** A box to tick that changes the value as a whole, and is no field of it. */
export const tick = (label: string, isTicked: boolean, onTick: (isTicked: boolean) => void): TemplateResult =>
  html`<label class="tick">
    <input
      type="checkbox"
      .checked=${isTicked}
      @change=${({ target }: Event) => onTick((target as HTMLInputElement).checked)}
    />
    ${label}
  </label>`;
