import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { StoryObj } from '@storybook/web-components-vite';
import { descendants, isVisible, waitFor } from './play.ts';

/** A part of a component: a CSS selector that finds it, through shadow roots, and what it is. */
export type Mark = readonly [selector: string, text: string];

/** Pixels from which on a line from the edge would cross other parts. */
const farFromEdge = 104;

/** Puts a number beside each part of what is inside it, and says below what the numbers mean. */
class AnatomyPicture extends LitElement {
  static override properties = { marks: { attribute: false }, places: { state: true } };
  static override styles = css`
    :host {
      display: block;
      position: relative;
      padding-inline-start: 2.5rem;
    }
    b {
      display: inline-grid;
      place-items: center;
      inline-size: 1.5rem;
      block-size: 1.5rem;
      border-radius: 50%;
      font-size: 0.875rem;
      line-height: 1;
      background: CanvasText;
      color: Canvas;
      outline: 2px solid Canvas;
    }
    /* Where a part was before the page got narrower makes it no wider. */
    .marks {
      position: absolute;
      inset: 0;
      overflow: clip;
      pointer-events: none;
    }
    .number {
      position: absolute;
      inset-inline-start: 0.5rem;
    }
    .line {
      position: absolute;
      inset-inline-start: 2rem;
      border-block-start: 1px solid CanvasText;
    }
    ol {
      list-style: none;
      padding: 0;
      margin-block: 1.5rem 0;
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
      gap: 0.5rem 1.5rem;
    }
    li {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0.75rem;
      align-items: start;
    }
  `;
  declare marks: readonly Mark[];
  /** Where each part is, in pixels of this element; without those that are not there. */
  declare places: readonly { at: number; top: number; left: number }[];
  #frame = 0;

  constructor() {
    super();
    this.marks = [];
    this.places = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const look = (): void => {
      this.#measure();
      this.#frame = requestAnimationFrame(look);
    };
    look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
  }

  /** Whether each part is there. */
  get isComplete(): boolean {
    return this.places.length === this.marks.length;
  }

  #measure(): void {
    const parts = [...descendants(this)];
    const { top, left } = this.getBoundingClientRect();
    const places = this.marks.flatMap(([selector], at) => {
      const part = parts.find((each) => each.matches(selector) && isVisible(each));
      const box = part?.getBoundingClientRect();
      return box ? [{ at, top: Math.round(box.top - top), left: Math.round(box.left - left) }] : [];
    });
    if (JSON.stringify(places) !== JSON.stringify(this.places)) this.places = places;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('places')) return;
    // Numbers of parts that begin at the same height stand below each other; a part far from the edge has its number at its corner, within the picture.
    let free = -Infinity;
    for (const { at, top, left } of [...this.places].sort((a, b) => a.top - b.top)) {
      const isFar = left > farFromEdge;
      const y = isFar ? Math.max(top - 12, 0) : Math.max(top, free);
      if (!isFar) free = y + 28;
      const number = this.renderRoot.querySelector<HTMLElement>(`#number-${at}`)!;
      number.style.insetBlockStart = `${y}px`;
      number.style.insetInlineStart = isFar ? `${left - 20}px` : '';
      const line = this.renderRoot.querySelector<HTMLElement>(`#line-${at}`)!;
      line.style.insetBlockStart = `${y + 12}px`;
      line.hidden = isFar;
      line.style.inlineSize = `${Math.max(left - 32, 4)}px`;
    }
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>
      <div class="marks" aria-hidden="true">
        ${repeat(
          this.places,
          ({ at }) => at,
          ({ at }) => html`<b class="number" id="number-${at}">${at + 1}</b><span class="line" id="line-${at}"></span>`,
        )}
      </div>
      <ol>
        ${this.marks.map(([, text], at) => html`<li><b>${at + 1}</b><span>${text}</span></li>`)}
      </ol>`;
  }
}
customElements.define('anatomy-picture', AnatomyPicture);

/**
 * The story `Anatomy` of a component: another story of it, with its parts numbered. Fails if one of them is not there. Its name stands in
 * the file of the stories, where Storybook's index reads it.
 */
export function anatomyOf(story: StoryObj, ...marks: Mark[]): StoryObj {
  return {
    ...story,
    parameters: { ...story.parameters, docs: { story: { autoplay: true } } },
    decorators: [
      ...[story.decorators ?? []].flat(),
      (inner) => html`<anatomy-picture .marks=${marks}>${inner()}</anatomy-picture>`,
    ],
    play: async (context) => {
      const { scrollY } = window;
      await story.play?.(context);
      // On a page of documentation what takes the focus would take the reader with it, and a narrow one may hide a part.
      if (context.viewMode === 'docs') return void requestAnimationFrame(() => window.scrollTo(0, scrollY));
      const picture = context.canvasElement.querySelector<AnatomyPicture>('anatomy-picture')!;
      await waitFor(() => picture.isComplete, 'all parts').catch((error: Error) => {
        const missing = marks.filter((_, at) => !picture.places.some((place) => place.at === at));
        throw new Error(`${error.message}; not there: ${missing.map(([selector]) => selector)}`);
      });
    },
  };
}
