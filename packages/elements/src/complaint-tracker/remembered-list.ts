import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { deleteIcon } from '../icons/delete.ts';
import { nextIcon } from '../icons/next.ts';
import type { KnownCase } from '../internal/known-cases.ts';
import { cases } from '../locale/cases/vi.ts';
import type { LocaleController } from '../locale/controller.ts';
import { chip, chipStyles } from '../parts/chip.ts';
import { publicCaseStatusLooks } from '../status/cases.ts';
import { complaintTracker } from './vi.ts';

export interface RememberedListView {
  remembered: readonly KnownCase[];
  locale: LocaleController;
  onOpen: (chosen: KnownCase) => void;
  onForgetAll: () => void;
}

/** The cases that this machine remembers, each as it was last seen. */
export function rememberedList({ remembered, locale, onOpen, onForgetAll }: RememberedListView): TemplateResult {
  const texts = locale.texts(complaintTracker);
  const { statuses } = locale.texts(cases);
  return html`<section class="remembered">
    <h3>${texts.remembered}</h3>
    <ul>
      ${remembered.map(
        (each) =>
          html`<li>
            <button class="known" type="button" @click=${() => onOpen(each)}>
              <span class="known-text"
                ><b>${each.title || each.code}</b
                >${each.status ? chip(publicCaseStatusLooks[each.status], statuses[each.status]) : nothing}</span
              >${nextIcon}
            </button>
          </li>`,
      )}
    </ul>
    <button class="button plain" type="button" @click=${onForgetAll}>${deleteIcon}${texts.forgetAll}</button>
  </section>`;
}

export const rememberedListStyles: CSSResultGroup = [
  chipStyles,
  css`
    .remembered ul {
      list-style: none;
      border: 1px solid var(--_rule);
      border-radius: var(--_radius-card);
    }
    .remembered li + li {
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
