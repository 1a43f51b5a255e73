import { html, nothing, type TemplateResult } from 'lit';
import type { Constraint } from '@dvk/sdk/constraints';
import { controlsOf } from '../internal/form-control.ts';
import type { common } from '../locale/common/vi.ts';
import { contractField } from './contract-field.ts';

/** A step of a lifecycle, as far as the page shows it. */
export interface Step<Action extends string> {
  action: Action;
  /** The fields without which it cannot be taken. */
  needs?: readonly string[];
}

export interface StepsView<Action extends string> {
  /** The steps open to the person. */
  steps: readonly Step<Action>[];
  /** The step that is being filled in; it stays, also if it is no longer open. */
  current: Step<Action> | undefined;
  /** The words on the buttons, by step. */
  labels: Readonly<Record<Action, string>>;
  /** Icons before these words. */
  icons?: Readonly<Partial<Record<Action, TemplateResult>>>;
  /** The words on the button that takes a step, where they are more than a confirmation of it. */
  sendLabels?: Readonly<Partial<Record<Action, string>>>;
  texts: typeof common;
  /** The step that most people come for. */
  primary?: Action;
  /** The fields of what steps need, in the order in which they are asked for. */
  fields: Readonly<Record<string, () => TemplateResult>>;
  /** The buttons of the form stand elsewhere: {@link stepActions}. */
  isApart?: boolean;
  busy: boolean;
  onBegin: (step: Step<Action>) => void;
  onEdit?: () => void;
  onConfirm: (event: SubmitEvent) => void;
  onCancel: () => void;
}

/**
 * The steps open to a person: a button each; or the form of the one that was chosen, which asks for what the step needs and to
 * be confirmed. Both stand in one box, so that the focus finds the buttons again when a step is given up.
 */
export function stepsTemplate<Action extends string>(view: StepsView<Action>): TemplateResult {
  const { current } = view;
  return html`<div>${current ? formTemplate(current, view) : buttonsTemplate(view)}</div>`;
}

/** Id of the form, which names it for its buttons. */
const formId = 'step-form';

function buttonsTemplate<Action extends string>({
  steps,
  labels,
  icons,
  primary,
  onBegin,
}: StepsView<Action>): TemplateResult {
  return html`<div class="actions">
    ${steps.map(
      (step) =>
        html`<button
          class="button ${step.action === primary ? 'primary' : ''}"
          type="button"
          @click=${() => onBegin(step)}
        >
          ${icons?.[step.action]}${labels[step.action]}
        </button>`,
    )}
  </div>`;
}

function formTemplate<Action extends string>(step: Step<Action>, view: StepsView<Action>): TemplateResult {
  const { needs = [] } = step;
  const { fields, busy, isApart, onEdit, onConfirm } = view;
  const asked = Object.keys(fields).filter((name) => needs.includes(name));
  return html`<form class="confirm" id=${formId} novalidate @submit=${onConfirm} @input=${onEdit} @change=${onEdit}>
    ${
      asked.length > 0
        ? html`<div class="sections" ?inert=${busy}>${asked.map((name) => fields[name]!())}</div>`
        : nothing
    }
    ${isApart ? nothing : html`<div class="actions">${sendButton(step, view)} ${cancelButton(view)}</div>`}
  </form>`;
}

function sendButton<Action extends string>(
  { action }: Step<Action>,
  { labels, sendLabels, texts, busy }: StepsView<Action>,
): TemplateResult {
  return html`<button class="button primary" form=${formId} ?disabled=${busy}>
    ${sendLabels?.[action] ?? texts.confirm(labels[action])}
  </button>`;
}

function cancelButton<Action extends string>({ texts, busy, onCancel }: StepsView<Action>): TemplateResult {
  return html`<button class="button plain" type="button" ?disabled=${busy} @click=${onCancel}>${texts.cancel}</button>`;
}

/** The buttons of a form that stands elsewhere. */
export function stepActions<Action extends string>(view: StepsView<Action>): TemplateResult {
  return html`<div class="foot-actions">${cancelButton(view)} ${sendButton(view.current!, view)}</div>`;
}

/**
 * The fields of what steps need, as the contract has them.
 * @param labels their names, in the order in which they are asked for
 * @param own fields that are more than the contract says
 */
export function stepFields(
  body: Constraint,
  labels: Readonly<Record<string, string>>,
  own: StepsView<string>['fields'] = {},
): StepsView<string>['fields'] {
  const field = (name: string) => () => contractField({ body, name, label: labels[name]!, required: true });
  return Object.fromEntries(Object.keys(labels).map((name) => [name, own[name] ?? field(name)]));
}

/** The form of the step that is being filled in. */
export function stepFormOf(root: ParentNode): HTMLFormElement | null {
  return root.querySelector('.confirm');
}

/** Brings a person who has chosen a step to its first field, or to the button that confirms it. */
export function focusStep(root: ParentNode): void {
  const form = stepFormOf(root);
  if (form) (controlsOf(form)[0] ?? form.querySelector<HTMLElement>('.primary'))?.focus();
}
