import type { ReactiveControllerHost } from 'lit';
import type { FormControl } from '../internal/form-control.ts';
import type { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import type { DvkPlaceField } from '../place-field/dvk-place-field.ts';
import type { DvkTextField } from '../text-field/dvk-text-field.ts';
import { contactFields, moveToContact, personalDataIn, type PersonalDataView } from './personal-data.ts';
import type { caseForm } from './vi.ts';
import { findWayOut, type WayOut } from './way-out.ts';

export interface WritingHelpOptions {
  host: ReactiveControllerHost;
  texts: () => typeof caseForm;
  field: <Field extends FormControl = DvkTextField>(name: string) => Field | null;
  /** A field was changed for the person. */
  onEdit: () => void;
  announce: (text: string) => void;
}

/** What the form does for a person who writes: begins a place, finds what was meant, moves contact data to where it belongs. */
export class WritingHelp {
  way: WayOut | undefined;
  #hasEmail = false;
  readonly #options: WritingHelpOptions;

  constructor(options: WritingHelpOptions) {
    this.#options = options;
  }

  /** For another form. */
  reset(): void {
    this.way = undefined;
    this.#hasEmail = false;
  }

  /** Whether the field for an address of e-mail is shown. */
  get hasEmail(): boolean {
    const email = this.#options.field('senderEmail');
    return this.#hasEmail || Boolean(email?.value || email?.error);
  }

  /** What of the text is contact data, and what can be done with it. */
  get personal(): Omit<PersonalDataView, 'texts'> {
    const found = personalDataIn(this.#options.field('content')?.value ?? '');
    const canMove = found.some(({ kind }) => kind !== 'id-number' && !this.#isFilled(contactFields[kind]));
    const canTakeOut = found.some(({ kind }) => kind === 'id-number');
    return { found, action: canMove ? 'move' : canTakeOut ? 'take-out' : undefined, onAct: this.#onMove };
  }

  readonly #isFilled = (name: string): boolean => this.#options.field(name)?.value !== '';

  readonly #onMove = async (): Promise<void> => {
    const { field, host, texts, onEdit, announce } = this.#options;
    const text = field('content')!;
    const { content, contact } = moveToContact(text.value, this.#isFilled, texts().inContact);
    text.value = content;
    for (const [name, value] of Object.entries(contact)) field(name)!.value = value;
    if (contact.senderEmail) this.#hasEmail = true;
    onEdit();
    const [moved] = Object.keys(contact);
    announce(moved ? texts().moved : texts().takenOut);
    await host.updateComplete;
    field(moved ?? 'content')?.reveal();
  };

  readonly onNoPhotos = (): void => {
    this.#options.field<DvkChoiceField>('kind')?.reveal();
  };

  readonly onPlaceLeft = async (): Promise<void> => {
    const { field, host } = this.#options;
    const place = field<DvkPlaceField>('communeCode');
    this.way = place ? await findWayOut(place) : undefined;
    host.requestUpdate();
  };

  readonly onPlace = (code: string): void => {
    const { field, onEdit } = this.#options;
    const place = field<DvkPlaceField>('communeCode')!;
    place.value = code;
    this.way = undefined;
    onEdit();
    place.focus();
  };

  readonly onAllPlaces = (): void => {
    this.#options.field<DvkPlaceField>('communeCode')?.showAll();
  };

  readonly onLandmark = (words: string): void => {
    const { field, onEdit } = this.#options;
    const address = field('address')!;
    if (!address.value.startsWith(words)) address.value = `${words} ${address.value}`;
    onEdit();
    address.focus();
  };

  readonly onAddEmail = async (): Promise<void> => {
    const { field, host } = this.#options;
    this.#hasEmail = true;
    host.requestUpdate();
    await host.updateComplete;
    field('senderEmail')?.focus();
  };
}
