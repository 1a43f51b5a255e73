import { html, type TemplateResult } from 'lit';
import { unitsMerge } from '@dvk/sdk/constraints';
import { formatDate, isDate } from '@dvk/sdk/text';
import type { SuccessionEffect, Unit, UnitRecord, UnitSplit } from '@dvk/sdk/units';
import type { Choice } from '../../choice-field/dvk-choice-field.ts';
import { contractField } from '../../form/contract-field.ts';
import { Effect } from '../../form/effect.ts';
import { addIcon } from '../../icons/add.ts';
import { splitIcon } from '../../icons/split.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { effectTable } from './effect-table.ts';
import type { UnitForm, Values } from './unit-form.ts';
import { newCodeFields, newNameField, whyFields, whyOf, type FieldContext } from './unit-fields.ts';

/** The most successors that the form has room for. */
const mostSuccessors = 20;

interface SplitValues extends Values {
  into?: Record<string, { unit?: NonNullable<UnitSplit['into'][number]['unit']> }>;
  /** The successor of each unit below, by its id. */
  child?: Record<string, string>;
  on?: string;
}

/** One unit becomes several new ones. The units below it are read first: they have to go somewhere. */
export async function splitForm(
  { element }: WidgetHost,
  { texts, client, today }: FieldContext,
  open: UnitRecord,
): Promise<UnitForm> {
  const effect = new Effect<SuccessionEffect>(element);
  const children: Unit[] = [];
  for await (const child of client.units.list({ query: { parent: open.id, on: today, limit: 100 } }))
    children.push(child);
  let count = 2;

  const { kind, partyParentId, administrativeParentId, placeCode, topics } = open;

  /** What would be sent; `undefined` while something is missing that the effect depends on. */
  function bodyOf(values: SplitValues): UnitSplit | undefined {
    const { into = {}, child = {}, on = '' } = values;
    const parts = Array.from({ length: count }, (_, at) => into[at]?.unit);
    if (!isDate(on) || !parts.every((unit) => unit?.name && unit.code && unit.kind)) return undefined;
    return {
      unitId: open.id,
      into: parts.map((unit, at) => ({
        unit: { partyParentId, administrativeParentId, placeCode, topics, ...unit! },
        childIds: children.filter(({ id }) => (child[id] ?? '0') === String(at)).map(({ id }) => id),
      })),
      on,
      reason: texts.send.split,
      ...whyOf(values),
    };
  }

  function setCount(next: number): void {
    count = Math.min(Math.max(next, 2), mostSuccessors);
    element.requestUpdate();
    // The fields of a new one begin with the kind of the old unit, and the effect is another.
    void element.updateComplete.then(() => {
      const form = element.shadowRoot!.querySelector<HTMLFormElement>('#unit-form');
      const added = form?.querySelector<HTMLElementTagNameMap['dvk-choice-field']>(
        `dvk-choice-field[name="into/${count - 1}/unit/kind"]`,
      );
      if (added && !added.value) added.value = kind;
      // Within the form alone: what it keeps has changed.
      const changed = new Event('change');
      form?.dispatchEvent(changed);
    });
  }

  return {
    key: `split ${open.id}`,
    title: texts.titles.split(open.name),
    sendLabel: texts.send.split,
    icon: splitIcon,
    note: texts.noUndo,
    initial: {
      ...Object.fromEntries(Array.from({ length: mostSuccessors }, (_, at) => [`into/${at}/unit/kind`, kind])),
      ...Object.fromEntries(children.map(({ id }) => [`child/${id}`, '0'])),
    },
    prepare: (names) => {
      const places = names.map((name) => Number(/^into\/(\d+)\//.exec(name)?.[1] ?? 0));
      count = Math.min(Math.max(2, ...places.map((at) => at + 1)), mostSuccessors);
    },
    onEdit: (values) => effect.update(bodyOf(values), (body) => client.units.splitEffect({ body })),
    onClose: () => effect.close(),
    fields: (values: SplitValues, context) => {
      const nameOf = (at: number) => values.into?.[at]?.unit?.name || texts.newUnit(at + 1);
      const places = Array.from({ length: count }, (_, at) => at);
      const choices = places.map((at): Choice => ({ value: String(at), label: nameOf(at) }));
      return html`<section class="fields" aria-label=${texts.newUnits}>
          ${places.map(
            (at) =>
              html`<fieldset class="new-unit fields">
                <legend>${texts.newUnit(at + 1)}</legend>
                ${newNameField(`into/${at}/unit/`, context, texts.fields['name']!)}
                <div class="fields pairs">${newCodeFields(`into/${at}/unit/`, context, texts.fields['code']!)}</div>
              </fieldset>`,
          )}
          <div class="actions">
            ${
              count < mostSuccessors
                ? html`<button class="button" type="button" @click=${() => setCount(count + 1)}>
                    ${addIcon}${texts.addNew}
                  </button>`
                : ''
            }
            ${
              count > 2
                ? html`<button class="button plain" type="button" @click=${() => setCount(count - 1)}>
                    ${texts.removeNew}
                  </button>`
                : ''
            }
          </div>
        </section>
        ${contractField({ body: unitsMerge, name: 'on', label: texts.fields['since']!, required: true })}
        ${childFields(children, choices, context)}
        ${effect.render(texts, (value) => effectTable(value, texts, values.on ?? ''))} ${whyFields(context, true)}`;
    },
    send: async ({ values, idempotencyKey }) => {
      const body = bodyOf(values)!;
      const { successors } = await client.units.split({ body }, { idempotencyKey });
      const text = texts.done.split(open.name, successors.length, formatDate(body.on));
      return { saved: successors[0]!, text };
    },
  };
}

/** Where each unit below goes. */
function childFields(
  children: readonly Unit[],
  choices: readonly Choice[],
  { texts }: FieldContext,
): TemplateResult | string {
  if (children.length === 0) return '';
  return html`<fieldset class="fields">
    <legend>${texts.children}</legend>
    ${children.map(
      ({ id, name }) =>
        html`<dvk-choice-field
          type="select"
          name=${`child/${id}`}
          label=${name}
          .options=${choices}
          required
        ></dvk-choice-field>`,
    )}
  </fieldset>`;
}
