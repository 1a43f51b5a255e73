import type { Place, Places } from '@dvk/sdk/places';
import { property } from 'lit/decorators.js';
import { ComboboxField, type ComboboxItem } from '../internal/combobox-field.ts';
import { loadSource } from './load-source.ts';

interface PlaceItem extends ComboboxItem {
  place: Place;
}
type Source = typeof import('./place-source.ts') & { places: Places };

/**
 * A commune or province, found by any of its names: `dak lak`, `Đắk Lắk`, `hoà bình`, also by the name of before
 * 1/7/2025. Submits the code. The names are loaded when the field is first used.
 *
 * @summary Commune or province.
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

  /** The chosen place, once its name is known. */
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
      return { ...source, places: await source.loadPlaces(this.dataUrl ? { from: this.dataUrl } : {}) };
    })();
    // What did not arrive may arrive next time.
    this.#source.catch(() => (this.#source = undefined!));
    return this.#source;
  }

  protected async find(text: string): Promise<PlaceItem[]> {
    const { places, searchPlaces } = await this.#load();
    const matches = searchPlaces(places, text, {
      ...(this.level === 'any' ? {} : { level: this.level }),
      ...(this.province ? { province: this.province } : {}),
    });
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
    return { value, label: formatAddress(places, place), place };
  }
}
