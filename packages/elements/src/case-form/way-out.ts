import { html, nothing, type TemplateResult } from 'lit';
import type { Commune } from '@dvk/sdk/places';
import type { WayOut as Elsewhere } from '@dvk/sdk/cases';
import { browseIcon } from '../icons/browse.ts';
import type { Lang } from '../locale/controller.ts';
import { disclosure } from '../parts/disclosure.ts';
import { loadSource } from '../place-field/load-source.ts';
import type { DvkPlaceField } from '../place-field/dvk-place-field.ts';
import type { caseForm } from './vi.ts';

/** For who has left the place field with a text that is no place of the province. */
export interface WayOut {
  /** What was probably meant. */
  likely: readonly { code: string; label: string }[];
  elsewhere: Elsewhere['elsewhere'];
}

const mostLikely = 3;

/** What to offer for what stands in a place field; `undefined` if that is right, empty, or cannot be looked up. */
export async function findWayOut(field: DvkPlaceField): Promise<WayOut | undefined> {
  const { province, place, dataUrl } = field;
  const typed = field.typed.trim();
  const isRight = place?.level === 'commune' && place.province === province;
  if (!province || isRight || (!place && !typed)) return undefined;
  try {
    const { loadPlaces, searchPlaces, whereToSend, formatAddress } = await loadSource();
    const places = await loadPlaces(dataUrl ? { from: dataUrl } : {});
    const level = 'commune' as const;
    const code = place?.code ?? searchPlaces(places, typed, { level, limit: 1 })[0]?.place.code ?? '';
    const way = whereToSend(places, code, province);
    // The same name here, else what is written nearly so.
    const near = place ? [] : searchPlaces(places, typed, { level, province, limit: mostLikely });
    const communes = way?.likely.length ? way.likely : near.map((match) => match.place as Commune);
    const likely = communes.map((each) => ({ code: each.code, label: formatAddress(places, each) }));
    const elsewhere = (way ?? whereToSend(places, '', province)!).elsewhere;
    return { likely, elsewhere };
  } catch {
    return undefined;
  }
}

export interface WayOutView {
  way: WayOut | undefined;
  texts: typeof caseForm;
  lang: Lang;
  onPick: (code: string) => void;
  /** Opens the list of all communes. */
  onAll: () => void;
}

export function wayOutTemplate({ way, texts, lang, onPick, onAll }: WayOutView): TemplateResult | typeof nothing {
  if (!way) return nothing;
  const { likely, elsewhere } = way;
  return html`<div class="way-out">
    ${
      likely.length > 0
        ? html`<fieldset class="likely">
            <legend class="small">${texts.likely}</legend>
            ${likely.map(
              ({ code, label }) =>
                html`<label
                  ><input type="radio" name="likely" value=${code} @change=${() => onPick(code)} />${label}</label
                >`,
            )}
          </fieldset>`
        : nothing
    }
    <button class="button plain" type="button" @click=${onAll}>${browseIcon}${texts.allCommunes}</button>
    ${disclosure(
      texts.elsewhere,
      html`<p>
        ${texts.elsewhereAt} <a href=${elsewhere.url} target="_blank" rel="noopener">${elsewhere.name[lang]}</a>
      </p>`,
    )}
  </div>`;
}
