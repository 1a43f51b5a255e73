import { html, nothing, type TemplateResult } from 'lit';
import { assessmentSteps, type AssessmentAction } from '@dvk/sdk/assessments';
import { assessmentsTransition } from '@dvk/sdk/constraints';
import { formatMoment } from '@dvk/sdk/text';
import { contractField } from '../form/contract-field.ts';
import { stepsTemplate, type Step } from '../form/steps.ts';
import type { NewerVersion, WidgetHost } from '../internal/widget-host.ts';
import { common } from '../locale/common/vi.ts';
import { sending } from '../locale/sending/vi.ts';
import type { CardEdits } from './card.ts';
import type { Figures } from './figures.ts';
import type { SheetTexts } from './texts.ts';
import { totalsTemplate } from './totals.ts';

export interface SheetFootView {
  host: WidgetHost;
  figures: Figures;
  texts: SheetTexts;
  /** Whether the machine keeps what is not saved. */
  isKept: boolean;
  /** What is shown where somebody else was faster. */
  newer: NewerVersion;
  /** The person writes the reason of a step, or gives the step up. */
  onStep: (step: CardEdits['step']) => void;
  onBegin: (step: Step<AssessmentAction>) => void;
  onConfirm: (event: SubmitEvent) => void;
}

/** The steps that most people come for, each in another state. */
const primarySteps: readonly AssessmentAction[] = ['submit', 'explain', 'appraise', 'conclude', 'lock'];

/** What stays in sight: the totals, whether all is saved, what can be done next. */
export function sheetFoot(view: SheetFootView): TemplateResult {
  const { host, figures, texts, newer } = view;
  const { renderFailure, requests, locale } = host;
  const { card, results } = figures;
  return html`<div class="sheet-foot screen-only ${card.edits.step ? 'filling' : ''}">
    ${renderFailure(newer)}
    <div class="foot-line">
      ${totalsTemplate(card, results, texts, locale.lang)} ${stateTemplate(view)}
      <div class="foot-actions">
        ${steps(view)}
        ${
          card.side === 'none'
            ? nothing
            : html`<button class="button save" form="scores" ?disabled=${requests.busy}>
                ${requests.busy ? texts.saving : texts.save}
              </button>`
        }
      </div>
    </div>
  </div>`;
}

/** Whether all is saved, and how much is done. */
function stateTemplate({ host, figures, texts, isKept }: SheetFootView): TemplateResult {
  const { locale, message } = host;
  const { card, countedLines, unscored } = figures;
  const { assessment, dirty } = card;
  const done = countedLines.length - unscored.length;
  return html`<div class="save-state small ${!message() && dirty ? 'unsaved' : ''}">
    ${
      message()
        ? html`<p>${message()}</p>`
        : dirty
          ? html`<p class="draft">${isKept ? texts.unsaved : locale.texts(sending).draftNotSaved}</p>`
          : html`<p>${texts.lastSaved(formatMoment(assessment.updatedAt, locale.lang))}</p>`
    }
    <p>${texts.scored(done, countedLines.length)}</p>
  </div>`;
}

function steps({ host, figures, texts, onStep, onBegin, onConfirm }: SheetFootView): TemplateResult | typeof nothing {
  const { assessment, edits } = figures.card;
  const open = assessmentSteps(assessment.status, host.person.roles);
  if (open.length === 0) return nothing;
  const primary = open.find(({ action }) => primarySteps.includes(action));
  const reason = () =>
    contractField({
      body: assessmentsTransition,
      name: 'step-reason',
      pointer: 'reason',
      label: texts.stepReason,
      value: edits.step!.reason,
      required: true,
      onInput: (text) => onStep({ ...edits.step!, reason: text }),
    });
  return stepsTemplate<AssessmentAction>({
    steps: open,
    current: open.find(({ action }) => action === edits.step?.action),
    labels: texts.steps,
    texts: host.locale.texts(common),
    fields: { reason },
    ...(primary && { primary: primary.action }),
    busy: host.requests.busy,
    onBegin,
    onConfirm,
    onCancel: () => onStep(undefined),
  });
}
