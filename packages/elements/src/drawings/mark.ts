import { nothing, svg, type TemplateResult } from 'lit';
import type { Place } from './hatch.ts';

/**
 * How a series looks. `first` and `second` are neutral; `good`, `late` and `bad` are for what is good, late and bad, and nothing else.
 * On paper, in forced colours and where more contrast is asked for, each has lines of its own: `second` along, `late` across, `bad`
 * both, `first` and `good` none.
 */
export type Mark = 'first' | 'second' | 'good' | 'late' | 'bad';

const along = svg`<line class="along" x1="50%" x2="50%" y2="100%" />`;
const across = svg`<line class="across" x2="100%" y1="50%" y2="50%" />`;

/**
 * A box in the mark of a series, in a bar and in its key. Its lines are one dashed line as wide as the box, for the reason that
 * `hatched` has.
 */
export const marked = (mark: Mark, { x = 0, y = 0, width, height, rx }: Place & { rx: number }): TemplateResult =>
  svg`<svg class="mark ${mark}-mark" x=${x} y=${y} width=${width} height=${height}>
    ${mark === 'second' ? svg`<rect class="ground" width="100%" height="100%" rx=${rx} />` : nothing}
    <rect class="fill" width="100%" height="100%" rx=${rx} />
    ${mark === 'second' || mark === 'bad' ? along : nothing}${mark === 'late' || mark === 'bad' ? across : nothing}
  </svg>`;
