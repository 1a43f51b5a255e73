import { html, nothing, type TemplateResult } from 'lit';
import type { CaseSubmission } from '@dvk/sdk/cases';
import { casesCreate as body } from '@dvk/sdk/constraints';
import { containsPersonalData } from '@dvk/sdk/text';
import type { Upload } from '../file-field/dvk-file-field.ts';
import { contractField, filesField, type FieldView } from '../form/contract-field.ts';
import { readForm } from '../internal/form-data.ts';
import type { cases } from '../locale/cases/vi.ts';
import type { caseForm } from './vi.ts';

/** What the fields need to know about the rest of the form. */
export interface FormView {
  texts: typeof caseForm;
  names: typeof cases;
  /** The value of another field as it stands. */
  value: (name: 'kind' | 'title' | 'content') => string;
  upload: Upload | undefined;
  province: string;
  placesUrl: string;
}

/** The version that the consent's text names; a new text takes a new number. */
const consentVersion = '1';

/** The submission, from fields that are all right. */
export function readSubmission(form: HTMLFormElement): CaseSubmission {
  const { consent, ...rest } = readForm(form) as Record<string, unknown>;
  return {
    ...rest,
    consent: consent !== undefined,
    consentVersion,
  } as CaseSubmission;
}

type Texts = FormView['texts'];
type FieldName = keyof typeof body.fields & keyof Texts['labels'];

function field({ labels, hints }: Texts, name: FieldName, more: Partial<FieldView> = {}): TemplateResult {
  const hint = (hints as Partial<Record<FieldName, unknown>>)[name];
  return contractField({ body, name, label: labels[name], hint: typeof hint === 'string' ? hint : '', ...more });
}

/** What it is about. */
export function matterTemplate({ texts, names, value, upload }: FormView): TemplateResult {
  const { labels, hints } = texts;
  const kind = value('kind') as keyof typeof hints.content | '';
  const personal = containsPersonalData(`${value('title')}\n${value('content')}`);
  return html`${field(texts, 'kind', { options: names.kinds, optionHints: texts.kinds })}
    <div class="notice">
      <p>${texts.otherKinds}</p>
      <details>
        <summary>${texts.otherKindsMore}</summary>
        <p>${texts.complaint}</p>
        <p>${texts.denunciation}</p>
        <p>${texts.whereTo}</p>
      </details>
    </div>
    ${field(texts, 'topic', { class: 'short', select: true, options: names.topics })}
    ${field(texts, 'title', { required: true })}
    ${field(texts, 'content', { hint: kind && hints.content[kind], rows: 6 })}
    <div role="status" class=${personal ? '' : 'hidden'}>
      ${personal ? html`<p class="notice warning advice">${texts.personalData}</p>` : nothing}
    </div>
    ${filesField({ body, name: 'attachments', label: labels.attachments, hint: hints.attachments, upload })}`;
}

/** Where it is. */
export function placeTemplate({ texts, province, placesUrl }: FormView): TemplateResult {
  const { labels, hints } = texts;
  return html`<dvk-place-field
      name="communeCode"
      province-name="provinceCode"
      label=${labels.communeCode}
      hint=${hints.communeCode}
      province=${province}
      data-url=${placesUrl}
      required
    ></dvk-place-field>
    ${field(texts, 'address')}`;
}

/** Who can be asked, if they wish. */
export function contactTemplate({ texts }: FormView): TemplateResult {
  return html`<p class="lead">${texts.contact}</p>
    ${field(texts, 'senderName', { optional: false, autocomplete: 'name' })}
    <div class="pair">
      ${field(texts, 'senderPhone', { optional: false, type: 'tel', autocomplete: 'tel' })}
      ${field(texts, 'senderEmail', { optional: false, type: 'email', autocomplete: 'email' })}
    </div>`;
}

/** The consent the law asks for: never ticked beforehand, with purpose, rights and the version of its text. */
export function consentTemplate({ texts }: FormView): TemplateResult {
  return html`<dvk-choice-field
    type="checkbox"
    name="consent"
    label=${texts.labels.consent}
    .options=${[{ value: 'yes', label: texts.consent, hint: texts.consentMore }]}
    required
  ></dvk-choice-field>`;
}
