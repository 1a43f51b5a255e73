import { html, nothing, type TemplateResult } from 'lit';
import type { Constraint } from '@dvk/sdk/constraints';
import type { Choice } from '../choice-field/dvk-choice-field.ts';
import type { DvkTextField, TextFieldType } from '../text-field/dvk-text-field.ts';
import type { DvkFileField, StoredFile, Upload } from '../file-field/dvk-file-field.ts';
import { acceptedFiles } from './uploader.ts';

/** Texts that may be longer than this get a box of several lines. */
const longestLine = 500;

/** What the contract asks of the value at a pointer (without its first slash), and whether there must be one. */
export function constraintAt(body: Constraint, pointer: string): { constraint: Constraint; required: boolean } {
  let constraint = body;
  let required = true;
  for (const name of pointer.split('/')) {
    if (constraint.is !== 'object') break;
    required &&= name in constraint.fields && !constraint.optional?.includes(name);
    constraint = constraint.fields[name] ?? { is: 'text' };
    // An empty box says that there is none.
    if (constraint.is === 'nullable') constraint = constraint.of;
  }
  return { constraint, required };
}

/** What a field is beyond what the contract says of it. */
export interface FieldView {
  /** The body that the field is a part of. */
  body: Constraint;
  name: string;
  /** What the field edits, where its name is another. */
  pointer?: string;
  label: string;
  /** What messages call it, where its label is a question. */
  shortName?: string | undefined;
  hint?: string | undefined;
  /** For a value that the body need not have, but this form must. */
  required?: boolean;
  /** Whether the label says that it may stay empty: not where a heading says so of all. */
  optional?: boolean;
  /** Neither shown nor sent; what was typed comes back with it. */
  off?: boolean;
  class?: string;
  value?: string | number | undefined;
  /** Called with what stands in the box, at each change of it. */
  onInput?: (value: string) => void;
  /** For a text: another kind than its length asks for. */
  type?: TextFieldType;
  autocomplete?: string;
  /** An example inside the empty box. */
  placeholder?: string;
  /** Rows of a long text. */
  rows?: number;
  /** For one of several values: their names, and whether they stand in a drop-down list. */
  options?: Readonly<Record<string, string>> | undefined;
  optionHints?: Readonly<Record<string, string>>;
  select?: boolean;
  /** For a date: the days it lies between. */
  min?: string;
  max?: string;
}

/** A field that asks for what the contract asks for: what it is, how long it may get, whether it may stay empty. */
export function contractField(view: FieldView): TemplateResult {
  const { name, label, hint, options, value = '' } = view;
  const { constraint, ...rule } = constraintAt(view.body, view.pointer ?? name);
  const required = view.required ?? rule.required;
  const optional = view.optional ?? !required;
  if (constraint.is === 'option')
    return html`<dvk-choice-field
      class=${view.class ?? ''}
      type=${view.select ? 'select' : 'radio'}
      name=${name}
      label=${label}
      short-name=${view.shortName ?? nothing}
      hint=${hint ?? ''}
      .options=${constraint.of.map((each): Choice => choiceOf(String(each), options, view.optionHints))}
      ?inline=${!view.select}
      ?required=${required}
      ?optional=${optional}
    ></dvk-choice-field>`;
  if (constraint.is === 'text' && constraint.realDate)
    return html`<dvk-date-field
      name=${name}
      label=${label}
      hint=${hint ?? ''}
      min=${view.min ?? ''}
      max=${view.max ?? ''}
      ?required=${required}
      ?optional=${optional}
    ></dvk-date-field>`;
  const { min, max = longestLine } = { min: undefined, ...constraint } as { min?: number; max?: number };
  return html`<dvk-text-field
    class=${view.class ?? ''}
    name=${name}
    type=${view.type ?? (constraint.is === 'number' ? 'money' : max > longestLine ? 'multiline' : 'text')}
    label=${label}
    short-name=${view.shortName ?? nothing}
    hint=${hint ?? ''}
    autocomplete=${view.autocomplete ?? 'off'}
    placeholder=${view.placeholder ?? ''}
    rows=${view.rows ?? 3}
    min=${min ?? nothing}
    max=${max}
    maxlength=${max}
    value=${value}
    ?required=${required}
    ?optional=${optional}
    ?hidden=${view.off}
    ?disabled=${view.off}
    @input=${({ target }: Event) => view.onInput?.((target as DvkTextField).value)}
  ></dvk-text-field>`;
}

function choiceOf(
  value: string,
  labels?: Readonly<Record<string, string>>,
  hints?: Readonly<Record<string, string>>,
): Choice {
  const hint = hints?.[value];
  return { value, label: labels?.[value] ?? value, ...(hint ? { hint } : {}) };
}

export interface FilesView extends Pick<FieldView, 'body' | 'name' | 'pointer' | 'label' | 'hint'> {
  /** Where a heading says what it is for. */
  labelHidden?: boolean;
  upload: Upload | undefined;
  /** The files it begins with. */
  files?: readonly StoredFile[];
  onChange?: (files: readonly StoredFile[]) => void;
}

/** A field for as many files as the contract allows, of the kinds that the server takes. */
export function filesField({
  body,
  name,
  pointer = name,
  label,
  labelHidden = false,
  hint,
  upload,
  files,
  onChange,
}: FilesView): TemplateResult {
  const { constraint, required } = constraintAt(body, pointer);
  const { max } = constraint as { max?: number };
  return html`<dvk-file-field
    name=${name}
    label=${label}
    ?label-hidden=${labelHidden}
    hint=${hint ?? ''}
    accept=${acceptedFiles}
    max-files=${max ?? nothing}
    ?optional=${!required}
    value=${files ? JSON.stringify(files) : nothing}
    .upload=${upload}
    @change=${({ target }: Event) => onChange?.((target as DvkFileField).files)}
  ></dvk-file-field>`;
}
