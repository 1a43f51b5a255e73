import { html, nothing, type TemplateResult } from 'lit';
import type { CaseSubmission } from '@dvk/sdk/cases';
import { casesCreate } from '@dvk/sdk/constraints';
import { containsPersonalData } from '@dvk/sdk/text';
import type { Upload } from '../file-field/dvk-file-field.ts';
import { readForm } from '../internal/form-data.ts';
import { acceptedFiles } from '../internal/uploader.ts';
import type { caseForm } from './vi.ts';
import type { cases } from '../locale/cases/vi.ts';

/** What the fields need to know about the rest of the form. */
export interface Surroundings {
  texts: typeof caseForm;
  names: typeof cases;
  /** The value of another field as it stands. */
  value: (name: 'kind' | 'title' | 'content') => string;
  upload: Upload | undefined;
  province: string;
  placesUrl: string;
}

const { fields } = casesCreate;
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

/** What it is about. */
export function matterTemplate({ texts, names, value, upload }: Surroundings): TemplateResult {
  const { labels, hints } = texts;
  const kind = value('kind') as keyof typeof hints.content | '';
  const personal = containsPersonalData(`${value('title')}\n${value('content')}`);
  return html`<dvk-choice-field
      name="kind"
      label=${labels.kind}
      .options=${fields.kind.of.map((one) => ({ value: one, label: names.kinds[one], hint: texts.kinds[one] }))}
      inline
      required
    ></dvk-choice-field>
    <div class="notice">
      <p>${texts.otherKinds}</p>
      <details>
        <summary>${texts.otherKindsMore}</summary>
        <p>${texts.complaint}</p>
        <p>${texts.denunciation}</p>
        <p>${texts.whereTo}</p>
      </details>
    </div>
    <dvk-choice-field
      class="short"
      type="select"
      name="topic"
      label=${labels.topic}
      .options=${fields.topic.of.map((topic) => ({ value: topic, label: names.topics[topic] }))}
      required
    ></dvk-choice-field>
    <dvk-text-field
      name="title"
      label=${labels.title}
      hint=${hints.title}
      autocomplete="off"
      maxlength=${fields.title.max}
      required
    ></dvk-text-field>
    <dvk-text-field
      name="content"
      type="multiline"
      label=${labels.content}
      hint=${kind ? hints.content[kind] : ''}
      autocomplete="off"
      rows="6"
      maxlength=${fields.content.max}
      required
    ></dvk-text-field>
    <div role="status" class=${personal ? '' : 'hidden'}>
      ${personal ? html`<p class="notice advice">${texts.personalData}</p>` : nothing}
    </div>
    <dvk-file-field
      name="attachments"
      label=${labels.attachments}
      hint=${hints.attachments}
      accept=${acceptedFiles}
      max-files=${fields.attachments.max}
      .upload=${upload}
    ></dvk-file-field>`;
}

/** Where it is. */
export function placeTemplate({ texts, province, placesUrl }: Surroundings): TemplateResult {
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
    <dvk-text-field
      name="address"
      label=${labels.address}
      hint=${hints.address}
      autocomplete="off"
      maxlength=${fields.address.max}
    ></dvk-text-field>`;
}

/** Who can be asked, if they wish. */
export function contactTemplate({ texts }: Surroundings): TemplateResult {
  const { labels } = texts;
  return html`<p class="lead">${texts.contact}</p>
    <dvk-text-field
      name="senderName"
      label=${labels.senderName}
      autocomplete="name"
      maxlength=${fields.senderName.max}
    ></dvk-text-field>
    <div class="pair">
      <dvk-text-field name="senderPhone" type="tel" label=${labels.senderPhone} autocomplete="tel"></dvk-text-field>
      <dvk-text-field
        name="senderEmail"
        type="email"
        label=${labels.senderEmail}
        autocomplete="email"
        maxlength=${fields.senderEmail.max}
      ></dvk-text-field>
    </div>`;
}

/** The consent the law asks for: never ticked beforehand, with purpose, rights and the version of its text. */
export function consentTemplate({ texts }: Surroundings): TemplateResult {
  return html`<dvk-choice-field
    type="checkbox"
    name="consent"
    label=${texts.labels.consent}
    .options=${[{ value: 'yes', label: texts.consent, hint: texts.consentMore }]}
    required
  ></dvk-choice-field>`;
}
