import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { formatNumber } from '@dvk/sdk/text';
import { downIcon } from '../icons/down.ts';
import { iconStyles } from '../icons/icon.ts';
import type { parts } from '../locale/parts/vi.ts';
import { fits, othersWidth } from './tabs-fit.ts';

export interface Tab<Id extends string = string> {
  id: Id;
  name: string;
  count?: number | undefined;
}

export interface TabsView<Id extends string> {
  tabs: readonly Tab<Id>[];
  selected: Id;
  /** What they divide, for screen readers. */
  label: string;
  /** Whether counts are on their way: their room is kept. */
  isCounting?: boolean;
  /** The id of the element that shows what is chosen, with `role="tabpanel"`. */
  panel: string;
  texts: typeof parts;
  onSelect: (id: Id) => void;
}

/** A count, or its room while it is on its way. */
function countTemplate(count: number | undefined, isCounting = false): TemplateResult | typeof nothing {
  if (count !== undefined) return html` <span class="count">${formatNumber(count)}</span>`;
  return isCounting ? html` <span class="count to-come" aria-hidden="true">…</span>` : nothing;
}

/**
 * Tabs with counts, on one line: those that do not fit are in a list “Khác”, on a phone all are in one. Arrow keys, Home and End
 * move between tabs, Enter or Space selects, because selecting may load something.
 */
export class Tabs<Id extends string> {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #narrow: number;
  #box: HTMLElement | undefined;
  /** So many fit on the line; 0 in a narrow container. */
  #fitting = Infinity;
  /** The place of the chosen tab. */
  #chosen = -1;
  // In the next frame: what changes here changes the height of the box, which must not be told in the same one.
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(this.#measure));

  /** @param narrow - containers narrower than this many pixels get one drop-down list for all tabs */
  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, narrow = 480) {
    this.#host = host;
    this.#narrow = narrow;
  }

  readonly #watch = (element?: Element): void => {
    this.#observer.disconnect();
    this.#box = element as HTMLElement | undefined;
    if (!element) return;
    this.#observer.observe(element);
    // The tabs become wider or narrower when a font arrives or the text is made larger, while their box stays as it is.
    this.#observer.observe(element.firstElementChild!);
  };

  /** What it measures does not depend on how many are shown, so that the answer is the same whenever it is asked. */
  readonly #measure = (): void => {
    const box = this.#box;
    const room = box?.getBoundingClientRect().width ?? 0;
    // On paper and in what is closed it has no room, and nothing is known.
    if (!box || room === 0) return;
    const em = parseFloat(getComputedStyle(box).fontSize);
    const fitting =
      room < this.#narrow
        ? 0
        : fits({
            widths: [...box.querySelectorAll('.tab')].map((tab) => tab.getBoundingClientRect().width),
            room,
            chosen: this.#chosen,
            others: { plain: othersWidth.plain * em, chosen: othersWidth.chosen * em },
          });
    if (fitting === this.#fitting) return;
    this.#fitting = fitting;
    this.#host.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const tabs = [...this.#box!.querySelectorAll<HTMLElement>('.tab:not(.over)')];
    const at = tabs.indexOf(event.target as HTMLElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    tabs.at(next % tabs.length)!.focus();
  };

  render({ tabs, selected, label, isCounting, panel, texts, onSelect }: TabsView<Id>): TemplateResult {
    const shown = tabs.slice(0, this.#fitting);
    const others = tabs.slice(this.#fitting);
    const isShown = shown.some(({ id }) => id === selected);
    this.#chosen = tabs.findIndex(({ id }) => id === selected);
    // One tab takes the focus; the arrow keys lead to the others.
    const stop = isShown ? selected : shown[0]?.id;
    // Tabs and counts may be others than those that were measured.
    queueMicrotask(this.#measure);
    return html`<div class="tabs ${this.#fitting === 0 ? 'narrow' : ''}" ${ref(this.#watch)}>
      <div
        class="tablist"
        role=${shown.length > 0 ? 'tablist' : nothing}
        aria-label=${shown.length > 0 ? label : nothing}
        @keydown=${this.#onKey}
      >
        ${tabs.map(
          ({ id, name, count }, index) =>
            html`<button
              class="tab ${index < this.#fitting ? '' : 'over'}"
              type="button"
              role="tab"
              aria-selected=${id === selected ? 'true' : 'false'}
              aria-controls=${panel}
              tabindex=${id === stop ? 0 : -1}
              @click=${() => onSelect(id)}
            >
              ${name}${countTemplate(count, isCounting)}
            </button>`,
        )}
      </div>
      ${others.length === 0 ? nothing : this.#renderOthers(others, isShown ? undefined : selected, label, texts, onSelect)}
    </div>`;
  }

  #renderOthers(
    others: readonly Tab<Id>[],
    selected: Id | undefined,
    label: string,
    texts: typeof parts,
    onSelect: (id: Id) => void,
  ): TemplateResult {
    const isAll = this.#fitting === 0;
    return html`<span class="tabs-rest ${isAll ? 'all' : ''}"
      ><select
        class="tabs-others ${selected === undefined ? '' : 'selected'}"
        aria-label=${isAll ? label : `${label}: ${texts.otherTabs}`}
        @change=${(event: Event) => onSelect((event.target as HTMLSelectElement).value as Id)}
      >
        ${isAll ? nothing : html`<option value="" disabled ?selected=${selected === undefined}>${texts.otherTabs}</option>`}
        ${others.map(
          ({ id, name, count }) =>
            html`<option value=${id} .selected=${id === selected}>
              ${name}${count === undefined ? '' : ` (${formatNumber(count)})`}
            </option>`,
        )}</select
      >${downIcon}</span
    >`;
  }
}

export const tabsStyles = [
  iconStyles,
  css`
    .tabs {
      position: relative;
      display: flex;
      align-items: end;
      border-block-end: 1px solid var(--_rule);
      overflow: hidden;
    }
    .tablist {
      display: flex;
    }
    .tab {
      display: inline-flex;
      align-items: center;
      gap: 0.5em;
      flex: none;
      min-block-size: 2.75em;
      padding: 0 1em;
      border: 0;
      border-block-end: 3px solid transparent;
      background: none;
      font-weight: 600;
      white-space: nowrap;
      cursor: pointer;
    }
    /* Measured, but neither seen nor read. */
    .tab.over {
      position: absolute;
      visibility: hidden;
    }
    .tab:focus-visible,
    .tabs-others:focus-visible {
      outline-offset: -3px;
    }
    .tab:hover {
      background: var(--_raised);
    }
    .tab[aria-selected='true'] {
      border-color: var(--_action);
      color: var(--_action);
    }
    .count {
      padding: 0 0.6em;
      border-radius: 1em;
      background: var(--_neutral-soft);
      font-size: var(--_font-s);
      line-height: 1.6;
      font-variant-numeric: tabular-nums;
    }
    /* The room of two digits. */
    .count.to-come {
      min-inline-size: 2.3em;
      text-align: center;
    }
    [aria-selected='true'] > .count {
      background: var(--_action-soft);
    }
    .tabs-rest {
      display: grid;
      flex: none;
      align-items: center;
    }
    .tabs-rest > * {
      grid-area: 1 / 1;
    }
    .tabs-rest > .icon {
      --_icon: 1.1em;
      justify-self: end;
      margin-inline-end: 0.75em;
      pointer-events: none;
    }
    .tabs-others {
      appearance: none;
      min-block-size: 2.75em;
      inline-size: ${othersWidth.plain}em;
      padding: 0 2em 0 0.75em;
      border: 0;
      border-block-end: 3px solid transparent;
      background: var(--_surface);
      font-weight: 600;
      text-overflow: ellipsis;
      cursor: pointer;
    }
    .tabs-others > option {
      background: var(--_surface);
      color: var(--_text);
    }
    .tabs-others.selected {
      inline-size: auto;
      max-inline-size: ${othersWidth.chosen}em;
      border-color: var(--_action);
      color: var(--_action);
    }
    .tabs-rest.all {
      flex: 1;
      min-inline-size: 0;
    }
    .all > .tabs-others {
      inline-size: 100%;
      min-inline-size: 0;
      max-inline-size: none;
      min-block-size: 3em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      color: inherit;
    }
    .tabs.narrow {
      border: 0;
    }
    @media (forced-colors: active) {
      .tab[aria-selected='true'],
      .tabs-others.selected {
        border-color: Highlight;
      }
      .count {
        border: 1px solid;
      }
    }
    @media print {
      .tabs {
        display: none;
      }
    }
  `,
];
