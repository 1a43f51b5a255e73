import { html, nothing, type TemplateResult } from 'lit';
import { rubricsPublish } from '@dvk/sdk/constraints';
import { textIn } from '../../criteria/text-in.ts';
import { contractField, type FieldView } from '../../form/contract-field.ts';
import type { FormState } from '../../internal/form-data.ts';
import type { Lang } from '../../locale/controller.ts';
import type { rubricImport } from '../../locale/rubric-import/vi.ts';
import type { KnownRubrics } from '../known-rubrics.ts';
import type { rubrics } from '../vi.ts';
import { continuesNone } from './proposals.ts';

export interface FieldsView {
  /** What stands in the fields. */
  fields: FormState;
  known: KnownRubrics;
  texts: typeof rubricImport;
  shared: typeof rubrics;
  lang: Lang;
}

/** The fields of a publication: what it is called, what it rests on, from when it holds and why. */
export function publicationFields({ fields, known, texts, shared, lang }: FieldsView): TemplateResult {
  const field = (name: string, label: string, more: Partial<FieldView> = {}) =>
    contractField({ body: rubricsPublish, name, label, ...more });
  const isNew = fields['continues'] === continuesNone;
  const isIllustrative = fields['rubric/legalBasis/confidence'] === 'illustrative';
  const named = { required: !isIllustrative, optional: isIllustrative };
  const { labels, hints } = texts;
  return html`<fieldset>
      <legend>${texts.parts.name}</legend>
      ${field('rubric/title/vi', labels.title, { class: 'whole', type: 'text' })}
      <dvk-choice-field
        class="whole"
        type="select"
        name="continues"
        label=${labels.continues}
        hint=${hints.continues}
        .options=${[
          { value: continuesNone, label: texts.newRubric },
          ...known.rubrics.map((each) => ({ value: each.rubricId, label: textIn(each.title, lang) })),
        ]}
        required
      ></dvk-choice-field>
      ${isNew ? field('rubric/id', labels.id, { hint: hints.id, value: fields['rubric/id'] }) : nothing}
      ${field('rubric/version', labels.version, { hint: hints.version })}
      ${field('rubric/subject', labels.subject, { options: shared.subjects, class: 'whole' })}
    </fieldset>
    <fieldset>
      <legend>${texts.parts.basis}</legend>
      <dvk-choice-field
        class="whole"
        name="rubric/legalBasis/confidence"
        label=${labels.confidence}
        .options=${(['published', 'illustrative'] as const).map((value) => ({ value, label: texts.confidences[value] }))}
        inline
        required
      ></dvk-choice-field>
      ${field('rubric/legalBasis/number', labels.number, { hint: hints.number, ...named })}
      ${field('rubric/legalBasis/date', labels.date, named)}
      ${field('rubric/legalBasis/issuer', labels.issuer, { hint: hints.issuer, class: 'whole', ...named })}
      ${field('rubric/legalBasis/title', labels.basisTitle, { hint: hints.basisTitle, class: 'whole', type: 'text' })}
    </fieldset>
    <fieldset>
      <legend>${texts.parts.time}</legend>
      ${field('validFrom', labels.validFrom)}
      ${field('validTo', labels.validTo, { hint: hints.validTo, required: false, optional: true })}
      ${field('reason', labels.reason, { hint: hints.reason, class: 'whole' })}
    </fieldset>`;
}
