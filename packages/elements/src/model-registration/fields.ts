import { html, type TemplateResult } from 'lit';
import type { Choice } from '../choice-field/dvk-choice-field.ts';
import type { Upload } from '../file-field/dvk-file-field.ts';
import type { Client } from '../internal/connection.ts';
import { acceptedFiles } from '../internal/uploader.ts';
import type { modelRegistration } from './vi.ts';
import type { models } from '../locale/models/vi.ts';
import { constraintOf, type FieldName } from './form.ts';

/** What the fields need to know about the rest of the form. */
export interface Surroundings {
  texts: typeof modelRegistration;
  names: typeof models;
  /** The value of another field as it stands. */
  value: (name: FieldName) => string;
  topics: readonly string[];
  client: Client | undefined;
  upload: Upload;
  province: string;
  placesUrl: string;
}

/** The options of a field with fixed ones, by their values. */
export function optionsOf(name: FieldName, names: typeof models): Record<string, string> | undefined {
  return (
    { registrantKind: names.registrantKinds, intakeKind: names.intakeKinds, field: names.fields } as Partial<
      Record<FieldName, Record<string, string>>
    >
  )[name];
}

/** One field. What it is, how long it may get and whether it may stay empty follow from the contract. */
export function fieldTemplate(name: FieldName, around: Surroundings): TemplateResult {
  const { texts, names, value } = around;
  const label = texts.labels[name];
  const running = value('intakeKind') === 'existing' ? (texts.runningHints as Partial<Record<FieldName, string>>) : {};
  const hint = running[name] ?? (texts.hints as Partial<Record<FieldName, string>>)[name] ?? '';
  const { constraint, required } = constraintOf(name);

  switch (name) {
    case 'unitId':
      return html`<dvk-unit-field
        name=${name}
        other-name="unitName"
        label=${label}
        hint=${hint}
        .client=${around.client}
        required
      ></dvk-unit-field>`;
    case 'communeCode':
      return html`<dvk-place-field
        name=${name}
        province-name="provinceCode"
        label=${label}
        hint=${hint}
        province=${around.province}
        data-url=${around.placesUrl}
        required
      ></dvk-place-field>`;
    case 'attachments':
      return html`<dvk-file-field
        name=${name}
        label=${label}
        hint=${hint}
        accept=${acceptedFiles}
        .upload=${around.upload}
      ></dvk-file-field>`;
    case 'tags':
      return html`<dvk-choice-field
        type="checkbox"
        name=${name}
        label=${label}
        hint=${hint}
        .options=${around.topics.map((topic) => ({ value: topic, label: topic }))}
        inline
      ></dvk-choice-field>`;
    case 'registrantName': {
      // What was typed before the choice was changed is not sent, but comes back with the choice.
      const off = value('registrantKind') !== 'individual';
      return html`<dvk-text-field
        class="short"
        name=${name}
        label=${label}
        autocomplete="off"
        required
        ?hidden=${off}
        ?disabled=${off}
        maxlength=${maxOf(name)}
      ></dvk-text-field>`;
    }
  }

  const options = optionsOf(name, names);
  if (options)
    return html`<dvk-choice-field
      class="pair"
      name=${name}
      label=${label}
      hint=${hint}
      .options=${Object.entries(options).map(([option, text]): Choice => ({ value: option, label: text }))}
      inline
      ?required=${required}
    ></dvk-choice-field>`;
  if (constraint.is === 'text' && constraint.realDate)
    return html`<dvk-date-field
      name=${name}
      label=${label}
      hint=${hint}
      min=${name === 'startDate' ? '' : value('startDate')}
      max=${name === 'assessmentDate' ? value('endDate') : ''}
      ?required=${required}
    ></dvk-date-field>`;
  const max = maxOf(name);
  return html`<dvk-text-field
    class=${name === 'budget' || name === 'responsiblePerson' ? 'short' : ''}
    name=${name}
    type=${constraint.is === 'number' ? 'money' : max > longLine ? 'multiline' : 'text'}
    label=${label}
    hint=${hint}
    autocomplete="off"
    rows="4"
    min="0"
    max=${max}
    maxlength=${max}
    ?required=${required}
  ></dvk-text-field>`;
}

/** Texts that may be longer than this get a box of several lines. */
const longLine = 500;

function maxOf(name: FieldName): number {
  const { constraint } = constraintOf(name);
  return ('max' in constraint && constraint.max) || longLine;
}
