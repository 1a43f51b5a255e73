import type { Place, Places } from '@dvk/sdk/places';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ComboboxField, type ComboboxItem } from '../internal/combobox-field.ts';
import type { Fault } from '../internal/form-control.ts';
import { loadSource } from './load-source.ts';
import { placeField } from './vi.ts';

export type { Place };

interface PlaceItem extends ComboboxItem {
  place: Place;
}
type Source = typeof import('./place-source.ts') & { places: Places };

/**
 * A commune or province, found by any of its names: `dak lak`, `Đắk Lắk`, `hoà bình`, also by the name of before
 * 1/7/2025. Submits the code. The names are loaded when the field is first used.
 *
 * @summary Commune or province.
 * @vietnamese Ô xã, phường, tỉnh
 * @event {Event} input - the person typed or chose
 * @event {Event} change - the person chose
 * @csspart base - the whole field
 * @csspart label - the label
 * @csspart hint - the help text
 * @csspart control - the native input
 * @csspart list - the list of matches
 * @csspart item - one match
 * @csspart error - the error message
 * @example
 * <dvk-place-field name="communeCode" province-name="provinceCode" label="Xã, phường" required></dvk-place-field>
 */
export class DvkPlaceField extends ComboboxField<PlaceItem> {
  static override readonly tag: string = 'dvk-place-field';

  /** `commune` (with the code of five digits), `province` (two digits), or `any`. */
  @property() level: 'commune' | 'province' | 'any' = 'commune';
  /** Only in this province (code). */
  @property() province = '';
  /** Also submits the code of the province under this name. */
  @property({ attribute: 'province-name' }) provinceName = '';
  /** A folder that serves `communes.json` and `former.json`, instead of this package's own data. */
  @property({ attribute: 'data-url' }) dataUrl = '';

  #source?: Promise<Source>;
  #loaded?: Source;
  /** Where the text that stands there is found outside the province. */
  #elsewhere: readonly string[] = [];

  /** The chosen place; `undefined` until its name has come. */
  get place(): Place | undefined {
    return this.chosen?.place;
  }

  override get entries(): Record<string, unknown> {
    const { place } = this;
    if (!this.provinceName) return super.entries;
    return { ...super.entries, [this.provinceName]: place?.level === 'commune' ? place.province : place?.code };
  }

  protected override get formValue(): string | FormData {
    if (!this.provinceName) return this.value;
    const data = new FormData();
    for (const [name, value] of Object.entries(this.entries)) data.append(name, String(value ?? ''));
    return data;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusin', this.#onFocus);
  }

  readonly #onFocus = (): void => {
    // Ready by the time the first key is pressed.
    this.#load().then(
      ({ prepareSearch, places }) => prepareSearch(places),
      () => {},
    );
  };

  async #load(): Promise<Source> {
    this.#source ??= (async () => {
      const source = await loadSource();
      const places = await source.loadPlaces(this.dataUrl ? { from: this.dataUrl } : {});
      return (this.#loaded = { ...source, places });
    })();
    // What did not arrive may arrive next time.
    this.#source.catch(() => (this.#source = undefined!));
    return this.#source;
  }

  /** The communes of one province are few enough to look through. */
  protected override get opensEmpty(): boolean {
    return this.level === 'commune' && this.province !== '';
  }

  /** Opens the list of all communes of the `province`, whatever stands in the box. */
  showAll(): void {
    this.openAll();
  }

  async #all(): Promise<PlaceItem[]> {
    const { places, communesOf, formatAddress } = await this.#load();
    this.#elsewhere = [];
    return communesOf(places, this.province)
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
      .map((place) => ({ value: place.code, label: formatAddress(places, place), place }));
  }

  protected async find(text: string): Promise<PlaceItem[]> {
    if (!text) return this.#all();
    const { places, searchPlaces } = await this.#load();
    const level = this.level === 'any' ? {} : { level: this.level };
    const matches = searchPlaces(places, text, { ...level, ...(this.province ? { province: this.province } : {}) });
    const others = this.province && matches.length === 0 ? searchPlaces(places, text, { ...level, limit: 3 }) : [];
    this.#elsewhere = others.map(({ label }) => label);
    return matches.map(({ place, label, formerly }) => ({
      value: place.code,
      label,
      place,
      ...(formerly ? { note: formerly.note[this.locale.lang] } : {}),
    }));
  }

  protected async lookUp(value: string): Promise<PlaceItem | undefined> {
    const { places, placeOn, formatAddress } = await this.#load();
    const place = placeOn(places, value);
    if (!place || place.level === 'former-commune') return undefined;
    if (this.level !== 'any' && place.level !== this.level) return undefined;
    return { value, label: formatAddress(places, place), place };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('province') || changed.has('level')) this.searchAgain();
    // A place of a draft is known before the names are there.
    if (this.place && this.province && !this.#loaded)
      this.#load().then(
        () => this.requestUpdate(),
        () => {},
      );
  }

  get #provinceName(): string {
    const { places, placeOn, formatAddress } = this.#loaded ?? {};
    const province = places && placeOn!(places, this.province);
    return province ? formatAddress!(places, province) : this.province;
  }

  protected override get noMatch(): string {
    if (this.#elsewhere.length === 0) return super.noMatch;
    return this.locale.texts(placeField).onlyElsewhere(this.#provinceName, this.#elsewhere.join('; '));
  }

  protected override findFault(): Fault | undefined {
    const { place, province } = this;
    if (!place || !province || (place.level === 'commune' ? place.province : place.code) === province)
      return super.findFault();
    return { flag: 'badInput', message: this.locale.texts(placeField).outside(this.typed, this.#provinceName) };
  }
}
