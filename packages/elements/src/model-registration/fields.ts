import { html, type TemplateResult } from 'lit';
import { modelsCreate as body } from '@dvk/sdk/constraints';
import type { Upload } from '../file-field/dvk-file-field.ts';
import { contractField, filesField } from '../form/contract-field.ts';
import type { Client } from '../internal/connection.ts';
import type { models } from '../locale/models/vi.ts';
import type { FieldName } from './form.ts';
import type { FormTexts } from './texts.ts';

/** What the fields need to know about the rest of the form. */
export interface FieldsView {
  texts: FormTexts;
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

/** Fields that take the whole width also where there is room for two. */
const whole: readonly FieldName[] = ['field', 'address', 'name', 'content/forces', 'content/schedule'];

/** Choices whose names are short: two stand in a line also on a phone. */
const short: readonly FieldName[] = ['registrantKind', 'intakeKind'];

/** One field. What it is, how long it may get and whether it may stay empty follow from the contract. */
export function fieldTemplate(name: FieldName, view: FieldsView): TemplateResult {
  const { texts, names, value } = view;
  const label = texts.labels[name];
  const running = value('intakeKind') === 'existing' ? (texts.runningHints as Partial<Record<FieldName, string>>) : {};
  const hint = running[name] ?? (texts.hints as Partial<Record<FieldName, string>>)[name] ?? '';

  switch (name) {
    case 'unitId':
      return html`<dvk-unit-field
        class="half"
        name=${name}
        other-name="unitName"
        label=${label}
        hint=${hint}
        .client=${view.client}
        required
      ></dvk-unit-field>`;
    case 'communeCode':
      return html`<dvk-place-field
        class="half"
        name=${name}
        province-name="provinceCode"
        label=${label}
        hint=${hint}
        province=${view.province}
        data-url=${view.placesUrl}
        required
      ></dvk-place-field>`;
    case 'attachments':
      return filesField({ body, name, label, hint, upload: view.upload });
    case 'tags':
      return html`<dvk-choice-field
        type="checkbox"
        name=${name}
        label=${label}
        hint=${hint}
        class="short"
        .options=${view.topics.map((topic) => ({ value: topic, label: topic }))}
        inline
      ></dvk-choice-field>`;
    case 'registrantName': {
      // What was typed before the choice was changed is not sent, but comes back with the choice.
      const off = value('registrantKind') !== 'individual';
      return contractField({ body, name, label, class: 'half', required: true, off });
    }
  }

  const options = optionsOf(name, names);
  return contractField({
    body,
    name,
    label,
    hint,
    options,
    class: `${whole.includes(name) ? '' : 'half'} ${short.includes(name) ? 'short' : ''}`,
    rows: 3,
    min: name === 'startDate' ? '' : value('startDate'),
    max: name === 'assessmentDate' ? value('endDate') : '',
  });
}
