import { html, nothing, type TemplateResult } from 'lit';
import { findPersonalData, type PersonalDataKind } from '@dvk/sdk/text';
import { belowIcon } from '../icons/below.ts';
import { privateIcon } from '../icons/private.ts';
import type { caseForm } from './vi.ts';

/** What of a text looks like somebody's number or address. */
export interface PersonalData {
  kind: PersonalDataKind;
  text: string;
}

export function personalDataIn(content: string): PersonalData[] {
  return findPersonalData(content).map(({ kind, start, end }) => ({ kind, text: content.slice(start, end) }));
}

/** Where the form asks for it; nowhere for identity numbers. */
export const contactFields = { phone: 'senderPhone', email: 'senderEmail' } as const;
type ContactField = (typeof contactFields)[keyof typeof contactFields];

export interface Moved {
  content: string;
  /** What goes into the fields of the contact. */
  contact: Partial<Record<ContactField, string>>;
}

/**
 * Moves the first number and address of a text to the contact; without any, takes identity numbers out of it. What the contact
 * has already stays there, and what does not fit there stays in the text.
 * @param filled whether the contact has such a value already
 */
export function moveToContact(content: string, filled: (field: ContactField) => boolean, note: string): Moved {
  const contact: Moved['contact'] = {};
  const found = findPersonalData(content);
  const canMove = (kind: PersonalDataKind) => kind !== 'id-number' && !filled(contactFields[kind]);
  const moves = found.some(({ kind }) => canMove(kind));
  let rest = '';
  let at = 0;
  for (const { kind, start, end } of found) {
    const text = content.slice(start, end);
    rest += content.slice(at, start);
    at = end;
    if (!moves) rest += kind === 'id-number' ? '' : text;
    else if (kind === 'id-number' || !canMove(kind)) rest += text;
    else {
      contact[contactFields[kind]] ??= text;
      rest += contact[contactFields[kind]] === text ? note : text;
    }
  }
  return { content: rest + content.slice(at), contact };
}

export interface PersonalDataView {
  found: readonly PersonalData[];
  /** Whether something of it can be moved, or only be taken out; `undefined` where there is nothing to do. */
  action: 'move' | 'take-out' | undefined;
  texts: typeof caseForm;
  onAct: () => void;
}

/** What the text has that others need not read, and the one button that moves it. Never blocks. */
export function personalDataNote({ found, action, texts, onAct }: PersonalDataView): TemplateResult {
  const kinds = [...new Set(found.map(({ kind }) => texts.personalKinds[kind]))].join(texts.and);
  return html`<div role="status" class=${found.length > 0 ? '' : 'hidden'}>
    ${
      found.length > 0
        ? html`<div class="notice warning with-icon advice">
            ${privateIcon}
            <p>
              <b>${texts.personalData(kinds)}</b> ${found.map(
                ({ text }, index) => html`${index > 0 ? ', ' : ''}<b class="quoted" translate="no">${text}</b>`,
              )}
            </p>
            <p>${texts.unitReads}</p>
            ${
              action
                ? html`<button class="button" type="button" @click=${onAct}>
                    ${action === 'move' ? belowIcon : nothing}${action === 'move' ? texts.moveToContact : texts.takeOut}
                  </button>`
                : nothing
            }
            <p class="small">${texts.mayStay}</p>
          </div>`
        : nothing
    }
  </div>`;
}
