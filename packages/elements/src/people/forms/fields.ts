import { html, type TemplateResult } from 'lit';
import { latestExpiry } from '@dvk/sdk/accounts';
import { accountsCreate, peopleEndGrant, peopleGrant } from '@dvk/sdk/constraints';
import { placeOfRole, type NewGrant } from '@dvk/sdk/people';
import { formatDate } from '@dvk/sdk/text';
import type { Choice } from '../../choice-field/dvk-choice-field.ts';
import { contractField } from '../../form/contract-field.ts';
import type { Values } from '../../form/dialog-forms.ts';
import type { Client } from '../../internal/connection.ts';
import type { Lang } from '../../locale/controller.ts';
import type { peopleForms } from '../../locale/people-forms/vi.ts';
import type { people } from '../vi.ts';

export type RoleName = NewGrant['role'];

/** What the fields of every form for people need. */
export interface PeopleFormContext {
  texts: typeof peopleForms;
  words: typeof people;
  lang: Lang;
  client: Client;
  today: string;
  /** The roles that the person may give: an administrator any, a leader their own. */
  roles: readonly RoleName[];
}

/** Why something is done. */
export const whyField = (label: string, hint: string): TemplateResult =>
  contractField({ body: peopleEndGrant, name: 'reason', label, hint, rows: 2, required: true });

/** A unit, chosen from all. */
export const unitField = (
  label: string,
  { client }: PeopleFormContext,
  { required, value = '' }: { required: boolean; value?: string },
): TemplateResult =>
  html`<dvk-unit-field
    name="unitId"
    label=${label}
    value=${value}
    ?required=${required}
    ?optional=${!required}
    .client=${client}
  ></dvk-unit-field>`;

/**
 * A role, and where it counts: fields of a grant and of a program alike.
 * @param unitId - the unit that it is about, where nobody says another
 */
export function placeFields(
  values: Values,
  context: PeopleFormContext,
  { roleLabel, unitId }: { roleLabel: string; unitId?: string | null },
): TemplateResult {
  const { texts, roles } = context;
  const role = values['role'] as RoleName | undefined;
  const place = role && placeOfRole[role];
  const inUnit = place === 'unit' || (place === 'either' && values['reach'] === 'unit');
  const options = roles.map((each): Choice => ({
    value: each,
    label: texts.roles[each],
    hint: texts.roleHints[each]!,
  }));
  return html`<dvk-choice-field name="role" label=${roleLabel} .options=${options} required></dvk-choice-field>
    ${place === 'tenant' ? html`<p class="small">${texts.wholeTenantOnly}</p>` : ''}
    <dvk-choice-field
      name="reach"
      label=${texts.fields['reach']!}
      .options=${(['tenant', 'unit'] as const).map((each) => ({ value: each, label: texts.reaches[each] }))}
      inline
      required
      ?hidden=${place !== 'either'}
      ?disabled=${place !== 'either'}
    ></dvk-choice-field>
    <div class="fields" ?hidden=${!inUnit}>
      ${
        inUnit
          ? html`${unitField(texts.fields['place']!, context, { required: true, value: unitId ?? '' })}
              <dvk-choice-field
                name="withSubtree"
                label=${texts.fields['withSubtree']!}
                value="own"
                .options=${(['own', 'all'] as const).map((each) => ({ value: each, label: texts.subtree[each] }))}
                required
              ></dvk-choice-field>`
          : ''
      }
    </div>`;
}

/** Where a role counts, as the contract has it. */
export function placeIn(values: Values): Pick<NewGrant, 'role' | 'unitId' | 'withSubtree'> {
  const { role, unitId, withSubtree } = values as { role: RoleName; unitId?: string; withSubtree?: string };
  return { role, unitId: unitId ?? null, withSubtree: unitId !== undefined && withSubtree === 'all' };
}

/** From when to when a role holds. */
export function termFields({ texts, today }: PeopleFormContext, isDelegation: boolean): TemplateResult {
  const { fields, hints } = texts;
  return html`<div class="fields pairs">
    ${contractField({
      body: peopleGrant,
      name: 'from',
      label: fields['from']!,
      required: true,
      ...(isDelegation && { min: today }),
    })}
    ${contractField({
      body: peopleGrant,
      name: 'to',
      label: fields['to']!,
      hint: isDelegation ? undefined : hints.to,
      required: isDelegation,
      min: today,
    })}
  </div>`;
}

/** The last day of a key, at most a year ahead. */
export const expiryField = ({ texts, today }: PeopleFormContext): TemplateResult =>
  contractField({
    body: accountsCreate,
    name: 'expiresOn',
    label: texts.fields['expiresOn']!,
    hint: texts.hints.expiresOn(formatDate(latestExpiry(today))),
    required: true,
    min: today,
    max: latestExpiry(today),
  });
