import { html, type ReactiveControllerHost } from 'lit';
import { peopleAdd, peopleChange } from '@dvk/sdk/constraints';
import type { EndingEffect, Grant, NewGrant, NewPerson, Person, PersonChange } from '@dvk/sdk/people';
import { contractField } from '../../form/contract-field.ts';
import type { DialogForm } from '../../form/dialog-forms.ts';
import { Effect } from '../../form/effect.ts';
import type { OpenPerson } from '../open-record.ts';
import { placeOf } from '../role-words.ts';
import { effectList } from './effect-list.ts';
import { placeFields, placeIn, termFields, unitField, whyField, type PeopleFormContext } from './fields.ts';

/** What comes of a form. */
export interface PeopleDone {
  /** The record that is shown next. */
  id: string;
  /** Takes back what was done. */
  undo?: () => Promise<unknown>;
  /** A key that was made, which is shown once. */
  key?: string;
}

export type PeopleForm = DialogForm<Person, PeopleFormContext, PeopleDone>;

/** Name, position, unit and how they sign in. */
function aboutFields(context: PeopleFormContext, { isNew, hasSignedIn }: { isNew: boolean; hasSignedIn: boolean }) {
  const { fields, hints } = context.texts;
  const body = isNew ? peopleAdd : peopleChange;
  const field = (name: string, more: { hint?: string; required?: boolean } = {}) =>
    contractField({ body, name, label: fields[name]!, required: false, ...more });
  return html`${field('name', { required: true })} ${field('title')}
  ${unitField(fields['unitId']!, context, { required: false })}
  ${hasSignedIn ? '' : field('invitation', { required: true, hint: hints.invitation })}`;
}

/** Somebody who is to sign in. */
export function inviteForm({ texts, client }: PeopleFormContext): PeopleForm {
  return {
    key: 'invite',
    title: texts.titles.invite,
    sendLabel: texts.send.invite,
    initial: {},
    fields: (_, context) => aboutFields(context, { isNew: true, hasSignedIn: false }),
    send: async ({ values, idempotencyKey }) => {
      const body = { unitId: null, ...values } as NewPerson;
      const { id, name } = await client.people.add({ body }, { idempotencyKey });
      return { saved: { id }, text: texts.done.invite(name) };
    },
  };
}

const aboutOf = ({ name, title, unitId, invitation }: Person) => ({ name, title, unitId: unitId ?? '', invitation });

/** What is known of a person is put right. */
export function editForm({ texts, client }: PeopleFormContext, open: Person): PeopleForm {
  const form: PeopleForm = {
    key: `edit ${open.id}`,
    title: texts.titles.edit,
    sendLabel: texts.send.edit,
    initial: aboutOf(open),
    needsChange: true,
    base: open,
    rebase: (latest) => aboutOf((form.base = latest)),
    fields: (_, context) => aboutFields(context, { isNew: false, hasSignedIn: form.base!.state !== 'invited' }),
    send: async ({ values, changed }) => {
      const emptied: Record<string, unknown> = { title: '', unitId: null };
      const body = Object.fromEntries(changed.map((name) => [name, values[name] ?? emptied[name]])) as PersonChange;
      const { id, etag } = form.base!;
      const { name } = await client.people.change({ params: { id }, body }, { ifMatch: etag });
      return { saved: { id }, text: texts.done.edit(name) };
    },
  };
  return form;
}

/** A role for a person: an administrator gives any, a leader delegates one of their own. */
export function grantForm(context: PeopleFormContext, open: OpenPerson, isDelegation: boolean): PeopleForm {
  const { texts, client, today, roles } = context;
  const what = isDelegation ? 'delegate' : 'grant';
  return {
    key: `grant ${open.id}`,
    title: texts.titles[what](open.name),
    sendLabel: texts.send[what],
    ...(isDelegation && { note: texts.delegateNote }),
    initial: {
      from: today,
      ...(roles.length === 1 && { role: roles[0]! }),
    },
    fields: (values, now) =>
      html`${placeFields(values, now, { roleLabel: texts.fields['role']!, unitId: open.unitId })}
      ${termFields(now, isDelegation)} ${whyField(texts.fields['reason']!, texts.hints.reason)}`,
    send: async ({ values, idempotencyKey }) => {
      const { from, to, reason } = values as Partial<NewGrant>;
      const body = { ...placeIn(values), from: from!, to: to ?? null, reason: reason! };
      const params = { id: open.id };
      const grant = await client.people.grant({ params, body }, { idempotencyKey });
      const undo = () =>
        client.people.endGrant({ params: { ...params, grantId: grant.id }, body: { reason: texts.undoReason } });
      return {
        saved: { id: open.id, undo: async () => undo() },
        text: texts.done[what](texts.roles[grant.role], open.name),
      };
    },
  };
}

/** Shows what an ending brings about from the moment the form is open. */
function endingEffect(host: ReactiveControllerHost, { client }: PeopleFormContext, id: string, grantId?: string) {
  const effect = new Effect<EndingEffect>(host);
  return {
    effect,
    onEdit: () =>
      effect.update({ id, grantId }, () =>
        client.people.effect({ params: { id }, query: { ...(grantId && { grantId }) } }),
      ),
    onClose: () => effect.close(),
  };
}

/** A role ends at once. */
export function endForm(
  host: ReactiveControllerHost,
  context: PeopleFormContext,
  open: OpenPerson,
  grant: Grant,
  /** Only administrators are told what it brings about. */
  showsEffect: boolean,
): PeopleForm {
  const { texts, client, today } = context;
  const { effect, ...watching } = endingEffect(host, context, open.id, grant.id);
  const role = texts.roles[grant.role];
  return {
    key: `end ${grant.id}`,
    title: texts.titles.end(open.name),
    sendLabel: texts.send.end,
    note: texts.atOnce,
    initial: {},
    ...(showsEffect && watching),
    fields: () =>
      html`<p><b>${role}</b><br />${placeOf(grant, context.words)}</p>
        ${showsEffect ? effect.render(texts, (value) => effectList(value, texts)) : ''}
        ${whyField(texts.fields['why']!, texts.hints.why)}`,
    send: async ({ values, idempotencyKey }) => {
      const { reason } = values as { reason: string };
      const params = { id: open.id, grantId: grant.id };
      await client.people.endGrant({ params, body: { reason } }, { idempotencyKey });
      const { unitId, withSubtree, from, to, delegatedBy } = grant;
      // Whoever delegates cannot do so for days that have gone.
      const since = delegatedBy && from < today ? today : from;
      const again: NewGrant = { role: grant.role, unitId, withSubtree, from: since, to, reason: grant.reason };
      return {
        saved: {
          id: open.id,
          undo: async () => client.people.grant({ params: { id: open.id }, body: again }),
        },
        text: texts.done.end(role, open.name),
      };
    },
  };
}

/** Somebody leaves, with all that they hold and have delegated. */
export function leaveForm(host: ReactiveControllerHost, context: PeopleFormContext, open: Person): PeopleForm {
  const { texts, client } = context;
  const { effect, ...watching } = endingEffect(host, context, open.id);
  const form: PeopleForm = {
    key: `leave ${open.id}`,
    title: texts.titles.leave(open.name),
    sendLabel: texts.send.leave,
    note: texts.leaveNote,
    initial: {},
    base: open,
    rebase: (latest) => {
      form.base = latest;
      return {};
    },
    ...watching,
    fields: () =>
      html`${effect.render(texts, (value) => effectList(value, texts))}
      ${whyField(texts.fields['why']!, texts.hints.why)}`,
    send: async ({ values, idempotencyKey }) => {
      const { id, etag } = form.base!;
      const { reason } = values as { reason: string };
      const left = await client.people.leave({ params: { id }, body: { reason } }, { ifMatch: etag, idempotencyKey });
      return { saved: { id }, text: texts.done.leave(left.name) };
    },
  };
  return form;
}
