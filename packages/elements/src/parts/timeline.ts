import { css, html, nothing, type TemplateResult } from 'lit';
import { checkedIcon } from '../icons/checked.ts';
import type { parts } from '../locale/parts/vi.ts';
import { disclosure, disclosureStyles } from './disclosure.ts';
import { railStyles } from './rail.ts';

/** Something that has happened to a record. */
export interface TimelineEvent {
  title: string;
  /** When and by whom. */
  note: string;
  /** What was written with it. */
  text?: string | null | undefined;
}

export interface TimelineView {
  /** The latest first: it explains the state. */
  events: readonly TimelineEvent[];
  /** What the events belong to, for screen readers. */
  label: string;
  texts: typeof parts;
  /** So many are shown; those before are folded away. */
  shown?: number;
}

const list = (events: readonly TimelineEvent[], label: string, isLatest: boolean): TemplateResult =>
  html`<ol class="rail timeline" aria-label=${label}>
    ${events.map(({ title, note, text }, index) => {
      const isNow = isLatest && index === 0;
      return html`<li class=${isNow ? 'now' : 'done'}>
        <span class="dot" aria-hidden="true">${isNow ? nothing : checkedIcon}</span>
        <div>
          <p class="name">${title}</p>
          <p class="note">${note}</p>
          ${text ? html`<p class="text">${text}</p>` : nothing}
        </div>
      </li>`;
    })}
  </ol>`;

/** What has happened to a record, the latest first and bold. */
export function timeline({ events, label, texts, shown = events.length }: TimelineView): TemplateResult {
  const earlier = events.slice(shown);
  return html`${list(events.slice(0, shown), label, true)}
  ${
    earlier.length > 0
      ? html`<div class="earlier">${disclosure(texts.earlier(earlier.length), list(earlier, label, false))}</div>`
      : nothing
  }`;
}

export const timelineStyles = [
  railStyles,
  disclosureStyles,
  css`
    .timeline {
      --_dot: 1.125em;
    }
    .timeline .dot {
      --_icon: 0.75em;
      margin-block-start: 0.2em;
    }
    .timeline > li:not(:last-child)::before {
      inset-block-start: calc(var(--_dot) + 0.2em);
    }
    .timeline > .done:not(:last-child)::before {
      border-color: var(--_rule);
    }
    .timeline .now > .dot {
      border-width: 0.35em;
      background: var(--_surface);
    }
    .timeline .now .name {
      font-weight: 700;
    }
    .timeline .text {
      white-space: pre-wrap;
    }
    .earlier {
      padding: 0.5em 0 0 1.875em;
    }
    .earlier .timeline {
      margin-inline-start: -1.875em;
    }
    @media (forced-colors: active) {
      .timeline .now > .dot {
        background: Canvas;
      }
      .timeline > .done:not(:last-child)::before {
        border-color: CanvasText;
      }
    }
  `,
];
