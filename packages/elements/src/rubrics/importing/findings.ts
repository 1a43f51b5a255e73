import { html, nothing, type TemplateResult } from 'lit';
import type { Rubric, Finding } from '@dvk/sdk/rubrics';
import { checkedIcon } from '../../icons/checked.ts';
import { infoIcon } from '../../icons/info.ts';
import { warningIcon } from '../../icons/warning.ts';
import type { Lang } from '../../locale/controller.ts';
import type { rubricImport } from '../../locale/rubric-import/vi.ts';
import { placeInDraft, placeInFile, sourceOf, type Doubt } from './reading.ts';

export interface FindingsView {
  /** `loading`, `failed`, or what was found. */
  findings: 'loading' | 'failed' | readonly Finding[];
  rubric: Rubric;
  doubts: readonly Doubt[];
  texts: typeof rubricImport;
  lang: Lang;
  onGo: (pointer: string) => void;
  onRetry: () => void;
}

export const isError = ({ severity }: Finding): boolean => severity === 'error';

/** What is wrong with the draft: first what must be settled before it can be published, then what is worth a look. */
export function findingsTemplate(view: FindingsView): TemplateResult {
  const { findings, texts, onRetry } = view;
  if (findings === 'loading' || findings === 'failed')
    return html`<section class="card findings" aria-labelledby="findings">
      <h3 id="findings">${texts.findings}</h3>
      ${
        findings === 'loading'
          ? html`<p class="small" role="status">${texts.findingsLoading}</p>`
          : html`<p role="alert">${texts.findingsFailed}</p>
              <button class="button" type="button" @click=${onRetry}>${texts.retry}</button>`
      }
    </section>`;
  const errors = findings.filter(isError);
  const others = findings.filter((each) => !isError(each));
  return html`<section class="card findings" aria-labelledby="findings">
    <h3 id="findings">${texts.findings} <span class="count">${findings.length}</span></h3>
    ${
      findings.length === 0
        ? html`<p class="fine">${checkedIcon}${texts.findingsNone}</p>`
        : html`${list(texts.mustSettle, errors, view, 'error')} ${list(texts.worthALook, others, view, 'look')}`
    }
  </section>`;
}

function list(
  title: string,
  found: readonly Finding[],
  { rubric, doubts, texts, lang, onGo }: FindingsView,
  kind: 'error' | 'look',
): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  return html`<h4 class=${kind}>${title} (${found.length})</h4>
    <ul>
      ${found.map((finding) => {
        const place = placeInDraft(rubric, finding.pointer, texts, lang);
        const source = sourceOf(finding, doubts);
        return html`<li class=${kind}>
          ${kind === 'error' ? warningIcon : infoIcon}
          <div>
            <p>${finding.text[lang]}</p>
            ${source ? html`<p class="small">${texts.inFile}: ${placeInFile(source, texts)}</p>` : nothing}
            ${
              place
                ? html`<button class="link" type="button" @click=${() => onGo(place.pointer)}>
                    ${texts.goTo(place.name)}
                  </button>`
                : nothing
            }
          </div>
        </li>`;
      })}
    </ul>`;
}
