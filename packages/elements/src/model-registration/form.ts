import type { Model, ModelRegistration } from '@dvk/sdk/models';
import type { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import type { DvkFileField } from '../file-field/dvk-file-field.ts';
import { controlsOf } from '../internal/form-control.ts';
import { readForm } from '../internal/form-data.ts';
import type { FormTexts } from './texts.ts';
import type { DvkUnitField } from '../unit-field/dvk-unit-field.ts';

type Texts = FormTexts;
export type SectionName = keyof Texts['sections'];
/** A field of the form: the pointer of what it edits, without the first slash. `otherTags` goes into `tags`. */
export type FieldName = keyof Texts['labels'];

/** The form, part by part, in the order of the paper form. */
export const sections = {
  registrant: ['registrantKind', 'registrantName', 'unitId', 'responsiblePerson', 'intakeKind'],
  place: ['field', 'tags', 'otherTags', 'communeCode', 'address'],
  content: [
    'name',
    'content/situation',
    'content/goals',
    'content/activities',
    'content/beneficiaries',
    'content/forces',
  ],
  resources: ['content/resources', 'budget', 'content/schedule', 'startDate', 'assessmentDate', 'endDate'],
  results: ['content/outputs', 'content/sustainability'],
  files: ['attachments'],
} as const satisfies Record<SectionName, readonly FieldName[]>;

/** The value of a model, or of its `content`, that a field edits. */
export function valueAt(model: Model, name: FieldName): unknown {
  return name.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], model);
}

/** What the form starts from. */
export interface Start {
  model?: Model | undefined;
  /** The unit of a person who registers something new. */
  unit?: { id: string; name: string } | undefined;
  /** Tags that are offered; others of the model go into the box for other tags. */
  topics: readonly string[];
}

/** Empties the form, or fills it with a registration. */
export function fillForm(form: HTMLFormElement, { model, unit, topics }: Start): void {
  form.reset();
  for (const control of controlsOf(form)) {
    const name = control.name as FieldName;
    if (name === 'unitId') {
      const known = model ? { id: model.unitId, name: model.unitName } : unit;
      if (known) (control as DvkUnitField).setUnit(known);
    } else if (!model) continue;
    else if (name === 'tags') (control as DvkChoiceField).values = model.tags.filter((tag) => topics.includes(tag));
    else if (name === 'otherTags')
      (control as DvkChoiceField).value = model.tags.filter((tag) => !topics.includes(tag)).join(', ');
    else if (name === 'attachments') (control as DvkFileField).files = model.attachments;
    else (control as DvkChoiceField).value = String(valueAt(model, name) ?? '');
  }
}

/** The registration as it stands in the form; possibly not complete yet. */
export function readRegistration(form: HTMLFormElement, model: Model | undefined): ModelRegistration {
  const {
    otherTags = '',
    tags = [],
    provinceCode,
    ...rest
  } = readForm(form) as Record<string, unknown> & {
    otherTags?: string;
    tags?: string[];
  };
  const typed = otherTags.split(',').map((tag) => tag.trim());
  const all = [...new Set([...tags, ...typed])].filter(Boolean);
  if (all.length > 0) rest['tags'] = all;
  // The names of places may not have arrived: an untouched commune stays in its province. The key always comes last, so
  // that the same registration is the same JSON.
  const known = provinceCode ?? (rest['communeCode'] === model?.communeCode ? model?.provinceCode : undefined);
  if (known !== undefined) rest['provinceCode'] = known;
  return rest as ModelRegistration;
}
