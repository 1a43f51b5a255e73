import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatNumber } from '@dvk/sdk/text';
import { frame, type DrawingView } from './frame.ts';

/** How much a place wants attention. Of these only the last two are named beside the map. */
const levels = ['missing', 'calm', 'watch', 'check', 'act'] as const;
export type PlaceLevel = (typeof levels)[number];

/** The higher, the more attention it wants. */
export const rankOf = (level: PlaceLevel): number => levels.indexOf(level);

export interface PlaceFigure {
  /** Of the commune. */
  code: string;
  name: string;
  value: number | null;
  level: PlaceLevel;
}

export interface PlacesView extends DrawingView {
  places: readonly PlaceFigure[];
  /** What the levels are called: “cần can thiệp”, “cần xác minh”, “theo dõi”. */
  levels: Readonly<Record<PlaceLevel, string>>;
}

const flaggedLevels: readonly PlaceLevel[] = ['act', 'check'];

/** A map of places with those that want attention named beside it, the first first. */
export function placesFrame(view: PlacesView, map: TemplateResult): TemplateResult {
  const { places, levels, texts } = view;
  const ofLevel = (level: PlaceLevel) => places.filter((place) => place.level === level);
  const flagged = flaggedLevels.flatMap((level) =>
    ofLevel(level).sort((one, other) => (other.value ?? 0) - (one.value ?? 0)),
  );
  const [watched, missing] = [ofLevel('watch').length, ofLevel('missing').length];
  const shown = (value: number | null) => (value === null ? texts.noData : formatNumber(value));
  return frame(
    view,
    texts.map(places.length, flagged.length),
    places.length === 0
      ? undefined
      : html`<div class="map-and-names">
          ${map}
          <ul>
            ${flagged.map(({ name, value, level }) => html`<li class=${level}>${name}: ${shown(value)}</li>`)}
            ${watched > 0 ? html`<li>${texts.others(watched, levels.watch)}</li>` : nothing}
            ${missing > 0 ? html`<li>${texts.missing(missing)}</li>` : nothing}
          </ul>
        </div>`,
    {
      table: {
        head: [texts.name, view.note ?? texts.total, ''],
        rows: places.map(({ name, value, level }) => [name, shown(value), levels[level]]),
      },
    },
  );
}

/** What a browser shows of a place under the pointer. */
export const placeTitle = ({ name, value }: PlaceFigure, noData: string): TemplateResult =>
  svg`<title>${name}: ${value === null ? noData : formatNumber(value)}</title>`;
