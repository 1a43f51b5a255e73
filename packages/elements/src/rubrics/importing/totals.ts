import { html, nothing, type TemplateResult } from 'lit';
import type { Rubric, Finding, RubricNode } from '@dvk/sdk/rubrics';
import { shortPoints } from '../../criteria/scoring-words.ts';
import { textIn } from '../../criteria/text-in.ts';
import { warningIcon } from '../../icons/warning.ts';
import type { Lang } from '../../locale/controller.ts';
import type { rubricImport } from '../../locale/rubric-import/vi.ts';

const maxOf = (node: RubricNode) => (node.kind === 'gate' ? 0 : node.max);

/** What the criteria add up to beside the scale, and how much each group is of it. */
export function totalsTemplate(
  rubric: Rubric,
  errors: readonly Finding[],
  texts: typeof rubricImport,
  lang: Lang,
): TemplateResult {
  const { criteria, total } = rubric;
  const sum = criteria.reduce((points, node) => points + maxOf(node), 0);
  const most = Math.max(1, ...criteria.map(maxOf));
  const isWrong = (at: number) => errors.some(({ pointer }) => `${pointer}/`.startsWith(`/criteria/${at}/`));
  const over = sum - total;
  return html`<section class="card totals ${over === 0 ? '' : 'wrong'}" aria-labelledby="totals">
    <h3 id="totals">${texts.totals}</h3>
    <p><b class="sum">${shortPoints(sum)}</b> <span class="small">/${shortPoints(total)}</span></p>
    ${
      over === 0
        ? nothing
        : html`<p class="over">
            ${warningIcon}${over > 0 ? texts.over(shortPoints(over)) : texts.under(shortPoints(-over))}
          </p>`
    }
    <ul>
      ${criteria.map(
        (node, at) =>
          html`<li class=${isWrong(at) ? 'wrong' : ''} title=${textIn(node.title, lang)}>
            <span aria-hidden="true">${node.number ?? at + 1}</span>
            <span class="hidden">${[node.number, textIn(node.title, lang)].filter(Boolean).join('. ')}:</span>
            <progress max=${most} value=${maxOf(node)} aria-hidden="true"></progress>
            <b>${shortPoints(maxOf(node))}</b>
          </li>`,
      )}
    </ul>
  </section>`;
}
