import { css, html, nothing, type TemplateResult } from 'lit';
import type { parts } from '../locale/parts/vi.ts';

/** One picture of a pair. */
export interface PairPicture {
  /** A `data:` address, or one of the page itself; `''` while it comes. */
  src: string;
  /** What it shows, for those who do not see it. */
  alt: string;
  /** The day. */
  when: string;
  /** Who took it. */
  who: string;
  onOpen?: (button: HTMLElement) => void;
}

/** The place before and after the work, side by side also on a phone. */
export function beforeAfter(before: PairPicture, after: PairPicture, texts: typeof parts): TemplateResult {
  return html`<div class="pair-pictures">
    ${figure(before, texts.before, texts)}${figure(after, texts.after, texts)}
  </div>`;
}

function figure({ src, alt, when, who, onOpen }: PairPicture, name: string, texts: typeof parts): TemplateResult {
  const picture = src ? html`<img src=${src} alt=${alt} />` : html`<span class="coming"></span>`;
  return html`<figure>
    ${
      onOpen
        ? html`<button
            class="pair-open"
            type="button"
            aria-label=${texts.view(`${name}: ${alt}`)}
            @click=${(event: Event) => onOpen(event.currentTarget as HTMLElement)}
          >
            ${picture}
          </button>`
        : picture
    }
    <figcaption><b>${name}</b> ${when}${who ? html`<br />${who}` : nothing}</figcaption>
  </figure>`;
}

export const beforeAfterStyles = css`
  .pair-pictures {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.5em 0.625em;
    max-inline-size: 38.75em;
  }
  .pair-pictures figure {
    margin: 0;
    min-inline-size: 0;
  }
  .pair-pictures :is(img, .coming) {
    display: block;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: var(--_radius);
    background: var(--_neutral-soft);
  }
  .pair-open {
    display: block;
    inline-size: 100%;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    cursor: zoom-in;
  }
  .pair-pictures figcaption {
    padding-block-start: 0.3em;
    color: var(--_muted);
    font-size: var(--_font-s);
  }
  .pair-pictures figcaption b {
    color: var(--_text);
  }
`;
