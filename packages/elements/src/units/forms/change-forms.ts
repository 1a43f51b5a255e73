import { html } from 'lit';
import { unitsChange, unitsClose } from '@dvk/sdk/constraints';
import { formatDate } from '@dvk/sdk/text';
import type { NewUnit, Unit, UnitChange, UnitClosing, UnitRecord, UnitTree } from '@dvk/sdk/units';
import { parentField as fieldOfTree } from '@dvk/sdk/units';
import { contractField } from '../../form/contract-field.ts';
import type { UnitForm, Values } from './unit-form.ts';
import { describedFields, parentFields, valuesOf, whyFields, whyOf, type FieldContext } from './unit-fields.ts';

/** A new unit, below the one that is open. */
export function createForm({ texts, client, today }: FieldContext, tree: UnitTree, parent: Unit | undefined): UnitForm {
  return {
    key: 'new',
    title: texts.titles.create,
    sendLabel: texts.send.create,
    initial: { ...(parent && { [fieldOfTree[tree]]: parent.id }), validFrom: today },
    fields: (_, context) => describedFields(context, true),
    send: async ({ values, idempotencyKey }) => {
      const saved = await client.units.create({ body: values as unknown as NewUnit }, { idempotencyKey });
      return { saved, text: texts.done.create(saved.name) };
    },
  };
}

/** The changed fields as a body: an emptied one is `null`, or no topics. */
const changesOf = (values: Values, changed: readonly string[]): Values =>
  Object.fromEntries(changed.map((name) => [name, values[name] ?? (name === 'topics' ? [] : null)]));

const whyNames = ['reason', 'basis/title', 'since'];

/** A form that changes the unit that is open. */
function changing(
  { client }: FieldContext,
  open: UnitRecord,
  view: Pick<UnitForm, 'key' | 'title' | 'sendLabel' | 'fields'> & {
    said: (name: string) => string;
    initial?: Record<string, string>;
  },
): UnitForm {
  const { said, initial, ...rest } = view;
  const form: UnitForm = {
    ...rest,
    initial: { ...valuesOf(open), ...initial },
    needsChange: true,
    base: open,
    rebase: (latest) => {
      form.base = latest;
      return valuesOf(latest);
    },
    send: async ({ values, changed }) => {
      const { id, etag } = form.base!;
      const { since } = values as { since?: string };
      const fields = changed.filter((name) => !whyNames.includes(name));
      const body = { ...changesOf(values, fields), ...(since && { since }), ...whyOf(values) } as UnitChange;
      const saved = await client.units.change({ params: { id }, body }, { ifMatch: etag });
      return { saved, text: said(saved.name) };
    },
  };
  return form;
}

/** Another name or place in a tree, from a day on. */
export function renameForm(context: FieldContext, open: UnitRecord): UnitForm {
  const { texts, today } = context;
  const last = open.formerStates.at(-1);
  return changing(context, open, {
    key: `rename ${open.id}`,
    title: texts.titles.rename,
    sendLabel: texts.send.rename,
    said: texts.done.rename,
    initial: { since: today },
    fields: (_, now) =>
      html`${contractField({ body: unitsChange, name: 'name', label: texts.fields['name']!, required: true })}
      ${parentFields('', now)}
      ${contractField({
        body: unitsChange,
        name: 'since',
        label: texts.fields['since']!,
        hint: texts.hints.since,
        required: true,
        min: last?.to ?? open.validFrom,
        max: today,
      })}
      ${whyFields(now, true)}`,
  });
}

/** What was written down wrongly is put right. */
export function correctForm(context: FieldContext, open: UnitRecord): UnitForm {
  const { texts } = context;
  return changing(context, open, {
    key: `correct ${open.id}`,
    title: texts.titles.correct,
    sendLabel: texts.send.correct,
    said: texts.done.correct,
    fields: (_, now) =>
      html`<p class="small">${texts.hints.correct}</p>
        ${describedFields(now, false)} ${whyFields(now, false)}`,
  });
}

/** The end of a unit that no other continues. */
export function closeForm({ texts, client, today }: FieldContext, open: UnitRecord): UnitForm {
  const form: UnitForm = {
    key: `close ${open.id}`,
    title: `${texts.titles.close}: ${open.name}`,
    sendLabel: texts.send.close,
    initial: { validTo: open.validTo ?? today },
    base: open,
    rebase: (latest) => {
      form.base = latest;
      return { validTo: latest.validTo ?? today };
    },
    fields: (_, now) =>
      html`<p class="small">${texts.hints.close}</p>
        ${contractField({
          body: unitsClose,
          name: 'validTo',
          label: texts.fields['validTo']!,
          min: open.validFrom,
          required: true,
        })}
        ${whyFields(now, true)}`,
    send: async ({ values, idempotencyKey }) => {
      const { id, etag } = form.base!;
      const body = { validTo: values['validTo'], ...whyOf(values) } as UnitClosing;
      const saved = await client.units.close({ params: { id }, body }, { ifMatch: etag, idempotencyKey });
      return { saved, text: texts.done.close(saved.name, formatDate(saved.validTo!)) };
    },
  };
  return form;
}
