import { html } from 'lit';
import { scopes, type NewServiceAccount, type ServiceKey } from '@dvk/sdk/accounts';
import { accountsCreate } from '@dvk/sdk/constraints';
import { addDays } from '@dvk/sdk/text';
import type { Choice } from '../../choice-field/dvk-choice-field.ts';
import { contractField } from '../../form/contract-field.ts';
import type { OpenAccount } from '../open-record.ts';
import { expiryField, placeFields, placeIn, type PeopleFormContext } from './fields.ts';
import type { PeopleForm } from './person-forms.ts';

/** Half a year: long enough to forget nothing, short enough that a lost key ends. */
const usualTerm = 182;

const scopeChoices = ({ texts }: PeopleFormContext): Choice[] =>
  scopes.map((scope) => {
    const [area, right] = scope.split(':') as [keyof typeof texts.areas, 'read' | 'write'];
    return { value: scope, label: texts[right](texts.areas[area]) };
  });

/** A program that is to use the API. */
export function accountForm({ texts, client, today }: PeopleFormContext): PeopleForm {
  return {
    key: 'account',
    title: texts.titles.account,
    sendLabel: texts.send.account,
    initial: { expiresOn: addDays(today, usualTerm) },
    fields: (values, context) =>
      html`${contractField({
          body: accountsCreate,
          name: 'name',
          label: texts.fields['account']!,
          hint: texts.hints.account,
          required: true,
        })}
        ${placeFields(values, context, { roleLabel: texts.fields['accountRole']! })}
        <dvk-choice-field
          type="checkbox"
          name="scopes"
          label=${texts.fields['scopes']!}
          hint=${texts.hints.scopes}
          .options=${scopeChoices(context)}
          inline
          required
        ></dvk-choice-field>
        ${expiryField(context)}`,
    send: async ({ values, idempotencyKey }) => {
      const { name, scopes: chosen, expiresOn } = values as unknown as NewServiceAccount;
      const body = { name, scopes: chosen, expiresOn, ...placeIn(values) };
      const made = await client.accounts.create({ body }, { idempotencyKey });
      return { saved: { id: made.id, key: made.key }, text: texts.done.account(made.name) };
    },
  };
}

/** Another key: programs change over to it while the one before still holds. */
export function keyForm({ texts, client, today }: PeopleFormContext, { id, name }: OpenAccount): PeopleForm {
  return {
    key: `key ${id}`,
    title: texts.titles.key(name),
    sendLabel: texts.send.key,
    initial: { expiresOn: addDays(today, usualTerm) },
    fields: (_, context) => expiryField(context),
    send: async ({ values, idempotencyKey }) => {
      const body = { expiresOn: values['expiresOn'] as string };
      const { key } = await client.accounts.addKey({ params: { id }, body }, { idempotencyKey });
      return { saved: { id, key }, text: texts.done.key(name) };
    },
  };
}

/** A key is taken back at once. */
export function endKeyForm(
  { texts, client }: PeopleFormContext,
  { id, name }: OpenAccount,
  key: ServiceKey,
): PeopleForm {
  return {
    key: `end key ${key.id}`,
    title: texts.titles.endKey,
    sendLabel: texts.send.endKey,
    initial: {},
    fields: () =>
      html`<p><b>${name}</b></p>
        <p>${texts.endKeyNote}</p>`,
    send: async ({ idempotencyKey }) => {
      await client.accounts.endKey({ params: { id, keyId: key.id } }, { idempotencyKey });
      return { saved: { id }, text: texts.done.endKey };
    },
  };
}

/** A program is let in no longer. */
export function endAccountForm({ texts, client }: PeopleFormContext, { id, name }: OpenAccount): PeopleForm {
  return {
    key: `end account ${id}`,
    title: texts.titles.endAccount(name),
    sendLabel: texts.send.endAccount,
    initial: {},
    fields: () => html`<p>${texts.endAccountNote}</p>`,
    send: async ({ idempotencyKey }) => {
      await client.accounts.end({ params: { id } }, { idempotencyKey });
      return { saved: { id }, text: texts.done.endAccount(name) };
    },
  };
}
