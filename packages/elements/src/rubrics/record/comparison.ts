import { html, type TemplateResult } from 'lit';
import { diffRubrics, type Rubric, type RubricDifference } from '@dvk/sdk/rubrics';
import type { Lang } from '../../locale/controller.ts';
import type { rubricRecord } from '../../locale/rubric-record/vi.ts';

const kinds = ['added', 'removed', 'changed', 'moved'] as const;

/** How a version differs from another one, by the kind of difference. */
export class Comparison {
  readonly #differences: readonly RubricDifference[];

  constructor(before: Rubric, after: Rubric) {
    this.#differences = diffRubrics(before, after);
  }

  render(texts: typeof rubricRecord, lang: Lang): TemplateResult {
    if (this.#differences.length === 0) return html`<p>${texts.noDifferences}</p>`;
    return html`<div class="differences">
      ${kinds
        .filter((kind) => this.#differences.some((each) => each.kind === kind))
        .map((kind) => {
          const found = this.#differences.filter((each) => each.kind === kind);
          return html`<section>
            <h3>${texts.differences[kind]} (${found.length})</h3>
            <ul class="bullets">
              ${found.map(({ text }) => html`<li>${text[lang]}</li>`)}
            </ul>
          </section>`;
        })}
    </div>`;
  }
}
