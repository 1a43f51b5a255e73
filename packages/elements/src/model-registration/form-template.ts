import { html, nothing, type TemplateResult } from 'lit';
import type { Model, RegistrationField } from '@dvk/sdk/models';
import { formatMoment } from '@dvk/sdk/text';
import type { FormControl } from '../internal/form-control.ts';
import type { Lang } from '../locale/controller.ts';
import { conflictsTemplate, contentsTemplate, partsOf } from './contents.ts';
import { fieldTemplate, type FieldsView } from './fields.ts';
import type { FieldName } from './form.ts';
import { codeTemplate } from './receipt.ts';
import { remarksTemplate } from './remarks.ts';
import type { ServerDraft } from './server-draft.ts';
import type { FormTexts } from './texts.ts';

export interface FormView {
  /** The registration to correct; absent for a new one. */
  model: Model | undefined;
  /** Whether the machine keeps what is typed, in words. */
  kept: string;
  serverDraft: ServerDraft | undefined;
  /** Somebody else has changed the draft meanwhile: this one is a draft of its own now. */
  isSplit: boolean;
  /** Fields that both the person and somebody else changed, with what the other wrote. */
  conflicts: readonly (readonly [FieldName, string])[];
  texts: FormTexts;
  lang: Lang;
  /** As wide as a phone. */
  isNarrow: boolean;
  fields: FieldsView;
  busy: boolean;
  /** That a draft was restored or thrown away. */
  draftNotice: unknown;
  summary: unknown;
  status: unknown;
  buttons: unknown;
  control: (name: FieldName) => FormControl | null;
  section: (id: string) => HTMLElement | null;
  onField: (field: RegistrationField) => void;
  onEdit: () => void;
  onSubmit: (event: SubmitEvent) => void;
}

/** The form of a registration: why it came back, its parts, where the draft is kept, its buttons. */
export function formTemplate(view: FormView): TemplateResult {
  const { model, conflicts, texts, fields, busy, control, onEdit, onSubmit } = view;
  return html`${model ? codeTemplate(model, texts) : nothing}
    <p class="lead">${texts.intro} ${view.kept}</p>
    ${
      model?.status === 'returned'
        ? html`<div class="notice warning">${remarksTemplate(model, texts, view.onField)}</div>`
        : nothing
    }
    ${view.draftNotice} ${conflicts.length > 0 ? conflictsTemplate(conflicts, texts, control) : nothing} ${view.summary}
    <div class="layout">
      ${contentsTemplate(texts, control, view.section, view.isNarrow)}
      <form novalidate @submit=${onSubmit} @input=${onEdit} @change=${onEdit}>
        <div class="sections" ?inert=${busy}>
          ${partsOf(texts).map(
            ({ section, names, title }) =>
              html`<section class="fields" part="section" aria-labelledby=${section}>
                <h3 id=${section} tabindex="-1">${title}</h3>
                ${names.map((name) => fieldTemplate(name, fields))}
              </section>`,
          )}
        </div>
        <div class="end screen-only">${view.status} ${serverDraftTemplate(view)} ${view.buttons}</div>
      </form>
    </div>`;
}

/** Where the draft is kept beside this machine. */
function serverDraftTemplate({ serverDraft, isSplit, texts, lang }: FormView): TemplateResult | typeof nothing {
  const { onServer } = texts;
  const { state = 'none', savedAt } = serverDraft ?? {};
  const split = isSplit ? html`<p class="notice warning" role="status">${onServer.split}</p>` : nothing;
  if (state === 'none') return split;
  const text = state !== 'saved' ? onServer[state] : savedAt ? onServer.saved(formatMoment(savedAt, lang)) : '';
  return html`${split} ${text ? html`<p class="small">${text}</p>` : nothing}`;
}
