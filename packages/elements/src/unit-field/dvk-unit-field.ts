import { ContextConsumer } from '@lit/context';
import { toNfc } from '@dvk/sdk/text';
import type { Unit } from '@dvk/sdk/units';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ComboboxField, type ComboboxItem } from '../internal/combobox-field.ts';
import { connectionContext, type Client } from '../internal/connection.ts';
import { isRefusal } from '../internal/describe-error.ts';
import { hint } from '../internal/hint.ts';
import { searchWords } from '../internal/search-words.ts';

export type { Client, Unit };

interface UnitItem extends ComboboxItem {
  unit?: Unit;
}

/**
 * An organisation unit, chosen from the list of the API or – where `other-name` is set – typed. Needs a
 * `<dvk-context>` around it or a `client`.
 *
 * @summary Organisation unit.
 * @vietnamese Ô đơn vị
 * @event {Event} input - the person typed or chose
 * @event {Event} change - the person chose or finished typing
 * @csspart base - the whole field
 * @csspart label - the label
 * @csspart hint - the help text
 * @csspart control - the native input
 * @csspart list - the list of matches
 * @csspart item - one match
 * @csspart error - the error message
 * @example
 * <dvk-unit-field name="unitId" other-name="unitName" label="Đơn vị" required></dvk-unit-field>
 */
export class DvkUnitField extends ComboboxField<UnitItem> {
  static override readonly tag: string = 'dvk-unit-field';

  /** Accepts a unit that is not in the list; what is typed is submitted under this name. */
  @property({ attribute: 'other-name' }) otherName = '';
  /** Only units of this kind. */
  @property() kind: Unit['kind'] | '' = '';
  /** The client to ask; without it, that of the `<dvk-context>` or widget around. */
  @property({ attribute: false }) client?: Pick<Client, 'units'>;

  readonly #context = new ContextConsumer(this, { context: connectionContext, subscribe: true });
  protected override readonly searchDelay = 200;

  /** The chosen unit; `undefined` until its name has come. */
  get unit(): Unit | undefined {
    return this.chosen?.unit;
  }

  /** Shows a unit whose name is known, without asking for it; without an id, one that was typed. Sends no event. */
  setUnit({ id, name }: { id: string | null; name: string }): void {
    if (id) this.choose({ value: id, label: name });
    else this.restoreState(JSON.stringify(['', name, null]));
  }

  protected override get acceptsOther(): boolean {
    return this.otherName !== '';
  }

  /** The unit typed instead of chosen. */
  get other(): string {
    return this.acceptsOther && !this.value ? toNfc(this.typed).trim() : '';
  }

  override get entries(): Record<string, unknown> {
    return this.otherName ? { ...super.entries, [this.otherName]: this.other || undefined } : super.entries;
  }

  protected override get formValue(): string | FormData {
    if (!this.otherName) return this.value;
    const data = new FormData();
    for (const [name, value] of Object.entries(this.entries)) if (value !== undefined) data.append(name, String(value));
    return data;
  }

  get #units(): Client['units'] {
    const client = this.client ?? this.#context.value?.client;
    if (!client) throw new Error('dvk-unit-field: no client; put it inside a <dvk-context>');
    return client.units;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('kind') || changed.has('client')) this.searchAgain();
  }

  protected async find(text: string, signal: AbortSignal): Promise<UnitItem[]> {
    const query = { q: searchWords(text), limit: 10, ...(this.kind ? { kind: this.kind } : {}) };
    if (!this.client && !this.#context.value)
      hint(
        '<dvk-unit-field>: no client. Put the field into a <dvk-context base-url="/api">, or set its client property.',
      );
    const { items } = await this.#units.list({ query }, { signal });
    return items.map(toItem);
  }

  protected async lookUp(id: string, signal: AbortSignal): Promise<UnitItem | undefined> {
    try {
      return toItem(await this.#units.get({ params: { id } }, { signal }));
    } catch (error) {
      if (isRefusal(error, 'not-found')) return undefined;
      throw error;
    }
  }
}

function toItem(unit: Unit): UnitItem {
  return { value: unit.id, label: unit.name, unit };
}
