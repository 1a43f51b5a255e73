import { html, nothing, svg, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/** Where something is in a drawing, as SVG takes it: pixels, or shares of what it is drawn in. */
export interface Place {
  x?: string | number;
  y?: string | number;
  width: string | number;
  height: string | number;
}

/** Lines from below to above over all of what they are in, which cuts them off. */
const lines = svg`<line class="hatch" x1="-100%" x2="200%" transform="skewX(-45)" />`;

/**
 * That there is no figure, in every drawing the same. One dashed line, wide and slanted, and no pattern: that would have an id, and
 * would go with the drawing that has it first on the page, if that is not shown.
 */
export const hatched = ({ x = 0, y = 0, width, height }: Place): TemplateResult =>
  svg`<svg class="missing" x=${x} y=${y} width=${width} height=${height}><rect width="100%" height="100%" rx="3" />${lines}</svg>`;

/** The same in a cell of a table. */
export const hatchedCell: TemplateResult = html`<svg class="missing" aria-hidden="true">${lines}</svg>`;

let ids = 0;

/** An id that no other drawing of the page has, and that stays. */
const withId = directive(
  class extends Directive {
    readonly #id = `dvk-drawing-${(ids += 1)}`;

    override render(template: (id: string) => TemplateResult): TemplateResult {
      return template(this.#id);
    }
  },
);

/** The same in outlines, as SVG paths have them. */
export const hatchedOutlines = (outlines: readonly string[]): TemplateResult | typeof nothing =>
  outlines.length === 0
    ? nothing
    : svg`${withId(
        (id) => svg`<clipPath id=${id}>${outlines.map((outline) => svg`<path d=${outline} />`)}</clipPath>
          <g class="missing" clip-path="url(#${id})">${lines}</g>`,
      )}`;
