import { html, nothing, type TemplateResult } from 'lit';
import type { RubricCheck, RubricPublication } from '@dvk/sdk/rubrics';
import { formatDate } from '@dvk/sdk/text';
import { textIn } from '../../criteria/text-in.ts';
import { infoIcon } from '../../icons/info.ts';
import { nextIcon } from '../../icons/next.ts';
import { warningIcon } from '../../icons/warning.ts';
import type { Lang } from '../../locale/controller.ts';
import type { rubricImport } from '../../locale/rubric-import/vi.ts';
import { disclosure } from '../../parts/disclosure.ts';
import { rubricValidity } from '../validity.ts';
import type { rubrics } from '../vi.ts';
import { isError } from './findings.ts';

export interface EffectView {
  check: RubricCheck;
  body: RubricPublication;
  isSending: boolean;
  texts: typeof rubricImport;
  shared: typeof rubrics;
  lang: Lang;
  onPublish: () => void;
}

/** What publishing would bring about: whose place it takes, how far the change reaches, which scorecards it touches. */
export function effectTemplate(view: EffectView): TemplateResult {
  const { check, body, isSending, texts, onPublish } = view;
  const errors = check.findings.filter(isError).length;
  return html`<section class="card check" aria-labelledby="check">
    <h3 id="check" tabindex="-1">${texts.checked}</h3>
    ${
      errors > 0
        ? html`<p class="notice danger with-icon">${warningIcon}<span>${texts.notYet(errors)}</span></p>`
        : html`${effects(view)}
            <div class="actions">
              <button class="button primary" type="button" ?disabled=${isSending} @click=${onPublish}>
                ${isSending ? texts.publishing : texts.publish(body.rubric.version, formatDate(body.validFrom))}
              </button>
            </div>`
    }
  </section>`;
}

function effects({ check, texts, shared, lang }: EffectView): TemplateResult {
  const { replaces, change, assessments } = check;
  const { nothing: none, recompute, byHand, touched } = assessments;
  const affected = recompute + byHand;
  return html`<dl class="facts">
      <dt>${texts.replaces}</dt>
      <dd>
        ${
          replaces
            ? html`${texts.replacesVersion(replaces.version, replaces.legalBasis.number)}
                <span class="small">${rubricValidity(replaces, shared)}</span>`
            : texts.replacesNone
        }
      </dd>
      ${
        change
          ? html`<dt>${texts.change}</dt>
              <dd>
                ${texts.changes[change.name]}
                ${
                  change.effects.length > 0
                    ? disclosure(
                        texts.effects(change.effects.length),
                        html`<ul class="bullets">
                          ${change.effects.map(({ text }) => html`<li>${text[lang]}</li>`)}
                        </ul>`,
                      )
                    : nothing
                }
              </dd>`
          : nothing
      }
      <dt>${texts.assessments}</dt>
      <dd>
        ${
          affected + none === 0
            ? texts.noAssessments
            : html`<ul class="counts">
                <li><b>${byHand}</b> ${texts.byHand}</li>
                <li><b>${recompute}</b> ${texts.recompute}</li>
                <li><b>${none}</b> ${texts.nothingToDo}</li>
              </ul>`
        }
      </dd>
    </dl>
    ${
      touched.length > 0
        ? html`<details class="disclosure" open>
            <summary>${nextIcon}<span>${texts.touched(touched.length, affected)}</span></summary>
            <ul class="touched">
              ${touched.map(
                ({ subjectName, unitName, period, rubricVersion, action, reasons }) =>
                  html`<li>
                    <p>
                      <b>${subjectName}</b>
                      <span class="small">
                        ${[unitName === subjectName ? '' : unitName, period, shared.version(rubricVersion)].filter(Boolean).join(' · ')}
                      </span>
                    </p>
                    <p>
                      <span class="tag ${action === 'by-hand' ? 'warning' : ''}">${texts.actions[action]}</span>
                      ${reasons
                        .slice(0, 3)
                        .map((reason) => textIn(reason, lang))
                        .join('; ')}${reasons.length > 3 ? texts.moreReasons(reasons.length - 3) : nothing}
                    </p>
                  </li>`,
              )}
            </ul>
          </details>`
        : nothing
    }
    <p class="notice info with-icon">${infoIcon}<span>${texts.noneMoved}</span></p>`;
}
