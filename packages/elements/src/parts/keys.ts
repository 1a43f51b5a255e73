import { css, html, type TemplateResult } from 'lit';

/** Keys that do something, and what. */
export interface KeyHint {
  keys: readonly string[];
  name: string;
}

/** Which keys do what in a list; once, below it, where there is a keyboard. */
export const keyHints = (hints: readonly KeyHint[]): TemplateResult =>
  html`<ul class="keys-hint">
    ${hints.map(({ keys, name }) => html`<li>${keys.map((key) => html`<kbd>${key}</kbd> `)} ${name}</li>`)}
  </ul>`;

export const keyHintStyles = css`
  .keys-hint {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5em 1em;
    color: var(--_muted);
    font-size: var(--_font-s);
  }
  kbd {
    display: inline-block;
    min-inline-size: 1.7em;
    padding: 0.1em 0.5em;
    border: 1px solid var(--_rule);
    border-block-end-width: 2px;
    border-radius: 0.3em;
    background: var(--_surface);
    font: inherit;
    font-size: 0.857em;
    font-weight: 600;
    text-align: center;
  }
  /* Phones have no such keys, also those that say that they have a pointer. */
  @container (width <= 30em) {
    .keys-hint {
      display: none;
    }
  }
  @media (hover: none), print {
    .keys-hint {
      display: none;
    }
  }
`;
