import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { PublicCase } from '@dvk/sdk/cases';
import { nextIcon } from '../icons/next.ts';
import type { cases } from '../locale/cases/vi.ts';
import { chip, chipStyles } from '../parts/chip.ts';
import { publicCaseStatusLooks } from '../status/cases.ts';

/** What is shown of a case among others. */
export interface ListedCase {
  code: string;
  title: string;
  status?: PublicCase['status'] | undefined;
  note?: string;
}

/** Cases one below the other, each a button that opens it. */
export function caseList<Listed extends ListedCase>(
  listed: readonly Listed[],
  { statuses }: typeof cases,
  onOpen: (chosen: Listed) => void,
): TemplateResult {
  return html`<ul class="case-list">
    ${listed.map(
      (each) =>
        html`<li>
          <button class="known" type="button" @click=${() => onOpen(each)}>
            <span class="known-text"
              ><b>${each.title || each.code}</b>${each.note ? html`<span class="small">${each.note}</span>` : nothing}
              ${each.status ? chip(publicCaseStatusLooks[each.status], statuses[each.status]) : nothing}</span
            >${nextIcon}
          </button>
        </li>`,
    )}
  </ul>`;
}

export const caseListStyles: CSSResultGroup = [
  chipStyles,
  css`
    .case-list {
      list-style: none;
      border: 1px solid var(--_rule);
      border-radius: var(--_radius-card);
    }
    .case-list > li + li {
      border-block-start: 1px solid var(--_rule);
    }
    .known {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--_space-m);
      inline-size: 100%;
      padding: var(--_space-m);
      border: 0;
      border-radius: var(--_radius-card);
      background: none;
      text-align: start;
      cursor: pointer;
    }
    .known:hover b {
      text-decoration: underline;
    }
    .known-text {
      display: grid;
      gap: 0.35em;
      justify-items: start;
      min-inline-size: 0;
    }
    .known > .icon {
      color: var(--_muted);
    }
  `,
];
