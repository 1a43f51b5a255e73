import { css, html, nothing, type TemplateResult } from 'lit';
import { errorList, type ErrorEntry } from '../internal/error-summary.ts';
import { partOf } from './contents.ts';
import type { FormTexts } from './texts.ts';

/** How many entries are shown of a long list. */
const shownAtMost = 6;

/** What is wrong in a long form, part by part: the first entries, and the others folded. */
export function foldedErrors(entries: readonly ErrorEntry[], texts: FormTexts): TemplateResult {
  // A single entry is not worth a fold.
  const shown = entries.length > shownAtMost + 1 ? shownAtMost : entries.length;
  const folded = entries.slice(shown);
  return html`${partByPart(entries.slice(0, shown), texts)}
  ${
    folded.length === 0
      ? nothing
      : html`<details>
          <summary>${texts.moreErrors(folded.length)}</summary>
          ${partByPart(folded, texts)}
        </details>`
  }`;
}

function partByPart(entries: readonly ErrorEntry[], texts: FormTexts): TemplateResult[] {
  const parts = new Map<string, ErrorEntry[]>();
  for (const entry of entries) {
    const part = (entry.field && partOf(entry.field.name, texts)) ?? '';
    parts.set(part, [...(parts.get(part) ?? []), entry]);
  }
  return [...parts].map(([part, those]) => html`${part ? html`<h4>${part}</h4>` : nothing} ${errorList(those)}`);
}

export const foldedErrorsStyles = css`
  .summary h4 {
    margin-block-start: var(--_space-xs);
    color: var(--_muted);
    font-size: var(--_font-s);
    font-weight: 600;
  }
  .summary details {
    margin-block: 0 0.5em;
  }
  .summary summary {
    inline-size: fit-content;
    padding-block: max(0.4em, (44px - 1.6em) / 2);
    color: var(--_danger);
    font-weight: 600;
  }
  /* Links side by side, where there is room. */
  @container (min-width: 42em) {
    .notice.summary ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
      column-gap: var(--_space-m);
    }
  }
`;
