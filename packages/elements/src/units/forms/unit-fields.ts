import { html, type TemplateResult } from 'lit';
import { unitsChange, unitsClose, unitsCreate, unitsMerge } from '@dvk/sdk/constraints';
import { unitKindNames, unitKindNamesEn, type UnitRecord } from '@dvk/sdk/units';
import type { Choice } from '../../choice-field/dvk-choice-field.ts';
import { contractField, type FieldView } from '../../form/contract-field.ts';
import type { Client } from '../../internal/connection.ts';
import type { cases } from '../../locale/cases/vi.ts';
import type { Lang } from '../../locale/controller.ts';
import type { unitForms } from '../../locale/unit-forms/vi.ts';
import { disclosure } from '../../parts/disclosure.ts';

/** What the fields of every form for units need. */
export interface FieldContext {
  texts: typeof unitForms;
  topics: (typeof cases)['topics'];
  lang: Lang;
  client: Client;
  today: string;
}

/** The fields that describe a unit and are corrected, in the order in which they are asked for. */
const described = [
  'name',
  'code',
  'kind',
  'partyParentId',
  'administrativeParentId',
  'placeCode',
  'topics',
  'identificationCode',
  'externalId',
  'address',
  'phone',
  'email',
] as const;
export type DescribedField = (typeof described)[number];

/** What a field of a form shows of a unit, as text. */
export function valuesOf(unit: Partial<UnitRecord>): Record<DescribedField, string> {
  const { topics = [], identificationCode } = unit;
  const entries = described.map((name) => [name, String(unit[name as 'name'] ?? '')] as const);
  return {
    ...(Object.fromEntries(entries) as Record<DescribedField, string>),
    topics: topics.join(','),
    identificationCode: identificationCode?.written ?? '',
  };
}

type View = Omit<FieldView, 'label' | 'body'> & { label?: string };

export const kindNames = (lang: Lang) => (lang === 'en' ? unitKindNamesEn : unitKindNames);

/** A field of a unit that there was not before. `at` is the place of the unit in the body. */
const newUnitField = (at: string, name: string, { texts }: FieldContext, more: Partial<View>): TemplateResult =>
  contractField({
    body: unitsMerge,
    pointer: `into/unit/${name}`,
    name: `${at}${name}`,
    label: texts.fields[name]!,
    required: true,
    ...more,
  });

/** The name of a unit that there was not before. */
export const newNameField = (at: string, context: FieldContext, label: string): TemplateResult =>
  newUnitField(at, 'name', context, { label });

/** Code and kind of a unit that there was not before. */
export const newCodeFields = (at: string, context: FieldContext, label: string): TemplateResult =>
  html`${newUnitField(at, 'code', context, { label, hint: context.texts.hints.code })}
  ${newUnitField(at, 'kind', context, { select: true, options: kindNames(context.lang) })}`;

/** A unit that another stands below, in a tree. */
export function parentField(name: string, label: string, client: Client): TemplateResult {
  return html`<dvk-unit-field name=${name} label=${label} optional .client=${client}></dvk-unit-field>`;
}

/** The units that one stands below. */
export const parentFields = (at: string, { texts, client }: FieldContext): TemplateResult =>
  html`${parentField(`${at}partyParentId`, texts.fields['partyParentId']!, client)}
  ${parentField(`${at}administrativeParentId`, texts.fields['administrativeParentId']!, client)}`;

/** Everything that describes a unit, for a new one or a correction. */
export function describedFields(context: FieldContext, isNew: boolean): TemplateResult {
  const { texts, topics, lang } = context;
  const body = isNew ? unitsCreate : unitsChange;
  const field = (name: DescribedField, more: Partial<View> = {}) =>
    contractField({ body, name, label: texts.fields[name]!, optional: false, ...more });
  const choices = Object.entries(topics).map(([value, label]): Choice => ({ value, label }));
  return html`${field('name', { required: true })} ${field('code', { required: true, hint: texts.hints.code })}
    ${field('kind', { required: true, select: true, options: kindNames(lang) })} ${parentFields('', context)}
    ${
      isNew
        ? contractField({ body, name: 'validFrom', label: texts.fields['validFrom']!, required: true, optional: false })
        : ''
    }
    <dvk-place-field name="placeCode" level="any" label=${texts.fields['placeCode']!} optional></dvk-place-field>
    ${disclosure(
      texts.more,
      html`<div class="fields">
        <dvk-choice-field
          type="checkbox"
          name="topics"
          label=${texts.fields['topics']!}
          hint=${texts.hints.topics}
          .options=${choices}
          inline
        ></dvk-choice-field>
        ${field('identificationCode', { hint: texts.hints.identificationCode })} ${field('externalId')}
        ${field('address', { type: 'text' })} ${field('phone', { type: 'tel' })} ${field('email', { type: 'email' })}
      </div>`,
    )}`;
}

/** Why something is done, and the decision that it rests on. */
export function whyFields({ texts }: FieldContext, isRequired: boolean): TemplateResult {
  const { fields, hints } = texts;
  return html`${contractField({
    body: unitsChange,
    name: 'basis/title',
    label: fields['basis']!,
    hint: hints.basis,
    type: 'text',
    required: false,
  })}
  ${contractField({
    body: unitsClose,
    name: 'reason',
    label: fields['reason']!,
    hint: hints.reason,
    rows: 2,
    required: isRequired,
  })}`;
}

/** Reason and basis as the body has them. What an administrator names was not read by this system. */
export function whyOf(values: Record<string, unknown>): {
  reason?: string;
  basis?: { title: string; confidence: 'secondary' };
} {
  const { reason, basis } = values as { reason?: string; basis?: { title?: string } };
  const title = basis?.title;
  return { ...(reason && { reason }), ...(title && { basis: { title, confidence: 'secondary' as const } }) };
}
