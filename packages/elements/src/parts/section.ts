import { css, html, nothing, type TemplateResult } from 'lit';

export interface SectionHead {
  title: string;
  /** What it rests on: role, scope, time. */
  note?: string;
  /** The id of the heading, for `aria-labelledby`. */
  id?: string;
  /** Ghost buttons first, the primary one last. */
  actions?: TemplateResult | typeof nothing;
}

/** The head of a section: heading, one line below it, actions at its right. */
export const sectionHead = ({ title, note, id, actions = nothing }: SectionHead): TemplateResult =>
  html`<header class="section-head">
    <div>
      <h3 id=${id ?? nothing}>${title}</h3>
      ${note ? html`<p class="small">${note}</p>` : nothing}
    </div>
    ${actions === nothing ? nothing : html`<div class="section-actions">${actions}</div>`}
  </header>`;

export const sectionStyles = css`
  .section-head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 0.5em 1em;
    padding-block-end: 0.75em;
  }
  .section-head h3 {
    font-size: 1.125em;
    line-height: 1.4;
    font-weight: 700;
  }
  @container (min-width: 30em) {
    .section-head h3 {
      font-size: 1.375em;
    }
  }
  .section-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
`;
