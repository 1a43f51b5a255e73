import { html, type TemplateResult } from 'lit';
import { unitsMerge } from '@dvk/sdk/constraints';
import { formatDate, isDate } from '@dvk/sdk/text';
import { dayBefore, type SuccessionEffect, type Unit, type UnitMerge } from '@dvk/sdk/units';
import type { Choice } from '../../choice-field/dvk-choice-field.ts';
import { contractField } from '../../form/contract-field.ts';
import { Effect } from '../../form/effect.ts';
import { mergeIcon } from '../../icons/merge.ts';
import { onwardIcon } from '../../icons/onward.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { effectTable } from './effect-table.ts';
import type { UnitForm, Values } from './unit-form.ts';
import { newCodeFields, newNameField, parentFields, whyFields, whyOf, type FieldContext } from './unit-fields.ts';

/** The value that all have in common; `undefined` where they differ. */
function common<Value>(values: readonly Value[]): Value | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

interface MergeValues extends Values {
  way?: 'new' | 'existing';
  into?: UnitMerge['into'];
  on?: string;
}

/** Several units become one: a new one, or one that there is. One unit alone becomes part of another. */
export function mergeForm({ element }: WidgetHost, { texts, client }: FieldContext, units: readonly Unit[]): UnitForm {
  const effect = new Effect<SuccessionEffect>(element);
  const ids = units.map(({ id }) => id).sort();
  const placeCode = common(units.map((unit) => unit.placeCode));

  /** What would be sent; `undefined` while something is missing that the effect depends on. */
  function bodyOf(values: MergeValues): UnitMerge | undefined {
    const { way, into, on } = values;
    const target = way === 'existing' ? into?.unitId : undefined;
    // A unit that goes on is not one of those that end.
    const unitIds = ids.filter((id) => id !== target);
    if (!isDate(on ?? '') || unitIds.length === 0) return undefined;
    const { name, code, kind } = into?.unit ?? {};
    if (way === 'existing' ? !target : !(name && code && kind)) return undefined;
    const successor = target ? { unitId: target } : { unit: { ...into!.unit!, ...(placeCode && { placeCode }) } };
    // The effect does not depend on the reason, which may come later.
    return { unitIds, into: successor, on: on!, reason: texts.send.merge, ...whyOf(values) };
  }

  return {
    key: `merge ${ids.join(' ')}`,
    title: texts.titles.merge(units.length),
    sendLabel: texts.send.merge,
    icon: mergeIcon,
    note: texts.noUndo,
    initial: {
      way: units.length === 1 ? 'existing' : 'new',
      'into/unit/kind': common(units.map(({ kind }) => kind)) ?? '',
      'into/unit/partyParentId': common(units.map((unit) => unit.partyParentId)) ?? '',
      'into/unit/administrativeParentId': common(units.map((unit) => unit.administrativeParentId)) ?? '',
    },
    onEdit: (values) => effect.update(bodyOf(values), (body) => client.units.mergeEffect({ body })),
    onClose: () => effect.close(),
    fields: (values: MergeValues, context) => {
      const { way = units.length === 1 ? 'existing' : 'new', on = '', into } = values;
      const isNew = way === 'new';
      const choices = Object.entries(texts.ways).map(([value, label]): Choice => ({ value, label }));
      return html`<div class="merging">
          ${unitCards(units, { texts, on, staysId: isNew ? undefined : into?.unitId })}
          <span class="arrow" aria-hidden="true">${onwardIcon}</span>
          <div class="fields">
            <dvk-choice-field name="way" label=${texts.into} .options=${choices} inline required></dvk-choice-field>
            <fieldset class="fields" ?hidden=${!isNew} ?disabled=${!isNew}>
              ${newNameField('into/unit/', context, texts.fields['newName']!)}
            </fieldset>
            <fieldset class="fields" ?hidden=${isNew} ?disabled=${isNew}>
              <dvk-unit-field
                name="into/unitId"
                label=${texts.fields['unitId']!}
                required
                .client=${context.client}
              ></dvk-unit-field>
            </fieldset>
            ${contractField({ body: unitsMerge, name: 'on', label: texts.fields['since']!, required: true })}
          </div>
        </div>
        <fieldset class="fields pairs" ?hidden=${!isNew} ?disabled=${!isNew}>
          ${newCodeFields('into/unit/', context, texts.fields['newCode']!)}
        </fieldset>
        ${effect.render(texts, (value) => effectTable(value, texts, on))} ${whyFields(context, true)}
        <fieldset class="fields pairs" ?hidden=${!isNew} ?disabled=${!isNew}>
          ${parentFields('into/unit/', context)}
        </fieldset>`;
    },
    send: async ({ values, idempotencyKey }) => {
      const body = bodyOf(values)!;
      const { successors, closed } = await client.units.merge({ body }, { idempotencyKey });
      const [saved] = successors;
      return { saved: saved!, text: texts.done.merge(closed.length, saved!.name, formatDate(body.on)) };
    },
  };
}

/** The units that end, each with its last day. */
function unitCards(
  units: readonly Unit[],
  { texts, on, staysId }: { texts: FieldContext['texts']; on: string; staysId: string | undefined },
): TemplateResult {
  const ends = isDate(on) ? texts.endsOn(formatDate(dayBefore(on))) : texts.endsLater;
  return html`<ul class="cards" aria-label=${texts.oldUnits}>
    ${units.map(
      ({ id, name }) =>
        html`<li>
          <span>${name}</span>
          <span class="small">${id === staysId ? texts.staysOn : ends}</span>
        </li>`,
    )}
  </ul>`;
}
