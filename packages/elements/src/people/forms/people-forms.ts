import { html, type TemplateResult } from 'lit';
import type { ServiceKey } from '@dvk/sdk/accounts';
import { staff } from '@dvk/sdk/contract';
import type { Grant, Person } from '@dvk/sdk/people';
import { dateInVietnam } from '@dvk/sdk/text';
import { DvkChoiceField } from '../../choice-field/dvk-choice-field.ts';
import { DvkDateField } from '../../date-field/dvk-date-field.ts';
import { DialogForms } from '../../form/dialog-forms.ts';
import { defineLateParts } from '../../internal/define.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { peopleForms } from '../../locale/people-forms/vi.ts';
import { DvkUnitField } from '../../unit-field/dvk-unit-field.ts';
import type { OpenAccount, OpenPerson } from '../open-record.ts';
import type { AccountStep } from '../record/account-view.ts';
import type { PersonStep } from '../record/person-view.ts';
import { people } from '../vi.ts';
import { accountForm, endAccountForm, endKeyForm, keyForm } from './account-forms.ts';
import { effectListStyles } from './effect-list.ts';
import type { PeopleFormContext, RoleName } from './fields.ts';
import { KeyDialog } from './key-dialog.ts';
import { newerPerson } from './newer-person.ts';
import { editForm, endForm, grantForm, inviteForm, leaveForm, type PeopleDone } from './person-forms.ts';

export type { PeopleDone } from './person-forms.ts';

export interface PeopleFormsOptions {
  /** A newer version of a person has come. */
  onLatest: (latest: Person) => void;
  onSaved: (saved: PeopleDone, text: string) => void;
}

/** The forms for people and service accounts, each in a dialog. They come with the first that is opened. */
export class PeopleForms {
  readonly #host: WidgetHost;
  readonly #forms: DialogForms<Person, PeopleFormContext, PeopleDone>;
  readonly #key: KeyDialog;

  constructor(host: WidgetHost, { onLatest, onSaved }: PeopleFormsOptions) {
    this.#host = host;
    defineLateParts(host.element, [DvkChoiceField, DvkDateField, DvkUnitField]);
    this.#key = new KeyDialog(host);
    this.#forms = new DialogForms(host, {
      name: 'people',
      formId: 'people-form',
      texts: () => this.#context.texts,
      context: () => this.#context,
      why: ['reason'],
      readLatest: ({ id }) => this.#context.client.people.get({ params: { id } }),
      renderNewer: (view) => newerPerson(view, this.#context.texts),
      onLatest,
      onSaved: (saved, text) => {
        if (saved.key) this.#key.open(saved.key);
        onSaved(saved, text);
      },
    });
    host.addStyles(effectListStyles);
  }

  get #isAdministrator(): boolean {
    return this.#host.person.has('administrator');
  }

  get #context(): PeopleFormContext {
    const { locale, connection, person } = this.#host;
    return {
      texts: locale.texts(peopleForms),
      words: locale.texts(people),
      lang: locale.lang,
      client: connection()!.client,
      today: dateInVietnam(Date.now()),
      roles: staff.filter((role): role is RoleName => this.#isAdministrator || person.has(role)),
    };
  }

  /** Whether a form is open, which says itself what has failed. */
  get isOpen(): boolean {
    return this.#forms.isOpen;
  }

  invite(): Promise<void> {
    return this.#forms.open(inviteForm(this.#context));
  }

  addAccount(): Promise<void> {
    return this.#forms.open(accountForm(this.#context));
  }

  begin(step: Exclude<PersonStep, 'rejoin'>, open: OpenPerson): Promise<void> {
    const context = this.#context;
    if (step === 'edit') return this.#forms.open(editForm(context, open));
    if (step === 'leave') return this.#forms.open(leaveForm(this.#host.element, context, open));
    return this.#forms.open(grantForm(context, open, step === 'delegate'));
  }

  end(open: OpenPerson, grant: Grant): Promise<void> {
    return this.#forms.open(endForm(this.#host.element, this.#context, open, grant, this.#isAdministrator));
  }

  beginAccount(step: AccountStep, open: OpenAccount): Promise<void> {
    const context = this.#context;
    return this.#forms.open(step === 'add-key' ? keyForm(context, open) : endAccountForm(context, open));
  }

  endKey(open: OpenAccount, key: ServiceKey): Promise<void> {
    return this.#forms.open(endKeyForm(this.#context, open, key));
  }

  /** Closes what is open; what was typed stays in the draft. */
  close(): void {
    this.#forms.close();
    this.#key.close();
  }

  render(): TemplateResult {
    return html`${this.#forms.render()} ${this.#key.render()}`;
  }
}
