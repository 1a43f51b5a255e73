import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Draft } from '../internal/draft.ts';
import type { ErrorSummary } from '../internal/error-summary.ts';
import { formState, isFormState, readForm, restoreForm, type FormState } from '../internal/form-data.ts';
import type { RequestRunner } from '../internal/request-runner.ts';
import { focusStep, stepActions, stepFormOf, stepsTemplate, type Step, type StepsView } from './steps.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** What was written of a step and not confirmed yet. */
export interface StepContent {
  step: string;
  fields: FormState;
}

/** Whether a draft holds a step: see {@link Draft.open}. */
export const isStepContent = (state: unknown): state is StepContent =>
  isFormState((state as StepContent | null)?.fields);

/** How the steps of a form look. */
export type StepFormView<Action extends string> = Pick<
  StepsView<Action>,
  'steps' | 'labels' | 'icons' | 'sendLabels' | 'texts' | 'primary' | 'fields' | 'isApart'
>;

export interface StepFormOptions<Action extends string, Result> {
  host: Host;
  requests: RequestRunner;
  summary: ErrorSummary;
  /** Called when the person has chosen a step. */
  onBegin: (action: Action) => void;
  /** Called with the values of the fields when the person has changed one. */
  onEdit?: (values: Record<string, unknown>) => void;
  /** Sends a step. */
  send: (action: Action, values: Record<string, unknown>) => PromiseLike<Result>;
  /** Called when the server has confirmed a step. */
  onDone: (result: Result, action: Action) => void;
}

/** The step that a person is filling in, from choosing it until it is confirmed or given up. */
export class StepForm<Action extends string, Result> {
  current: Step<Action> | undefined;
  readonly #options: StepFormOptions<Action, Result>;
  #draft: Draft<StepContent> | undefined;

  constructor(options: StepFormOptions<Action, Result>) {
    this.#options = options;
  }

  /**
   * Keeps what is written in a draft from now on, and opens the step that it holds already if that is still open.
   * @returns when the draft was saved, if its step was opened
   */
  async restore(draft: Draft<StepContent>, open: readonly Step<Action>[]): Promise<Date | undefined> {
    this.#draft = draft;
    // Who has begun to write before the draft was there goes on.
    if (this.current && this.#form) {
      this.#onEdit();
      return undefined;
    }
    const { state, savedAt } = draft.restored ?? {};
    const step = open.find(({ action }) => action === state?.step);
    if (!state || !step) return undefined;
    this.#show(step);
    this.#options.onBegin(step.action);
    await this.#options.host.updateComplete;
    // It may have been given up again.
    const form = this.current === step && this.#form;
    if (!form) return undefined;
    restoreForm(form, state.fields);
    return savedAt;
  }

  /** Closes the step; what was written stays in the draft. */
  close(): void {
    this.#draft?.close();
    this.#draft = undefined;
    this.#show(undefined);
  }

  get #form(): HTMLFormElement | null {
    return stepFormOf(this.#options.host.shadowRoot!);
  }

  #show(step: Step<Action> | undefined): void {
    const { host, summary } = this.#options;
    this.current = step;
    summary.clear();
    host.requestUpdate();
  }

  /** Opens the form of a step. */
  readonly begin = (step: Step<Action>): void => {
    const { host, onBegin } = this.#options;
    this.#show(step);
    onBegin(step.action);
    void host.updateComplete.then(() => focusStep(host.shadowRoot!));
  };

  readonly #onEdit = (): void => {
    const form = this.#form!;
    this.#draft?.save({ step: this.current!.action, fields: formState(form) });
    this.#options.onEdit?.(readForm(form));
  };

  readonly #onCancel = (): void => {
    this.#show(undefined);
    void this.#draft?.clear();
  };

  readonly #onConfirm = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { requests, summary, send, onDone } = this.#options;
    const step = this.current!;
    const { action } = step;
    const draft = this.#draft;
    if (requests.busy || !summary.check(form)) return;
    const work = async () => {
      const result = await send(action, readForm(form));
      await draft?.clear();
      // It was closed meanwhile: somebody else may have signed in, who must see nothing of it.
      if (this.current !== step) return;
      this.#show(undefined);
      onDone(result, action);
    };
    void requests.run(work, { form, retry: () => form.requestSubmit() });
  };

  /** Takes a step that asks for nothing more. */
  take(action: Action, values: Record<string, unknown> = {}): void {
    const { requests, send, onDone } = this.#options;
    const draft = this.#draft;
    void requests.run(async () => {
      const result = await send(action, values);
      // As when a form is sent: another record, or another person.
      if (this.#draft === draft) onDone(result, action);
    });
  }

  #view(view: StepFormView<Action>): StepsView<Action> {
    return {
      ...view,
      current: this.current,
      busy: this.#options.requests.busy,
      onBegin: this.begin,
      onEdit: this.#onEdit,
      onConfirm: this.#onConfirm,
      onCancel: this.#onCancel,
    };
  }

  /**
   * The steps open to the person, or the form of the one that was chosen.
   * @param of the actions of this box, where the steps of a record stand in several
   */
  render(view: StepFormView<Action>, of?: readonly Action[]): TemplateResult {
    const all = this.#view(view);
    if (!of) return stepsTemplate(all);
    const isHere = (step: Step<Action>) => of.includes(step.action);
    return stepsTemplate({
      ...all,
      steps: all.steps.filter(isHere),
      current: all.current && isHere(all.current) ? all.current : undefined,
    });
  }

  /** The buttons of the form, where it is rendered with `isApart`. */
  renderActions(view: StepFormView<Action>): TemplateResult {
    return stepActions(this.#view(view));
  }
}
