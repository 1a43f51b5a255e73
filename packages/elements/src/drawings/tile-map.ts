import { html, svg, type TemplateResult } from 'lit';
import { placesFrame, placeTitle, type PlaceFigure, type PlacesView } from './places.ts';

/** A place as a tile: where it is in the grid, from the upper left, and its letters. */
export interface Tile extends PlaceFigure {
  column: number;
  row: number;
  letters: string;
}

export interface TileMapView extends PlacesView {
  places: readonly Tile[];
}

/** A place takes 23 of 26. */
const [step, size] = [26, 23];

/** Every place as a tile of one size, roughly where it lies: the small ones are seen as well as the large. */
export function tileMap(view: TileMapView): TemplateResult {
  const { places, texts } = view;
  const columns = 1 + Math.max(0, ...places.map(({ column }) => column));
  const rows = 1 + Math.max(0, ...places.map(({ row }) => row));
  const tile = (place: Tile) => {
    const [x, y] = [place.column * step, place.row * step];
    return svg`<g class="place ${place.level}">
      ${placeTitle(place, texts.noData)}
      <rect x=${x} y=${y} width=${size} height=${size} rx="3" />
      ${place.level === 'missing' ? svg`<path class="hatch" d="M${x} ${y + 12}l12-12M${x} ${y + 23}l23-23M${x + 11} ${y + 23}l12-12" />` : svg`<text x=${x + size / 2} y=${y + size / 2} dy=".35em">${place.letters}</text>`}
    </g>`;
  };
  return placesFrame(
    view,
    html`<svg
      class="tiles"
      viewBox="-1 -1 ${columns * step} ${rows * step}"
      width="${(columns * step) / 16}em"
      height="${(rows * step) / 16}em"
    >
      ${places.map(tile)}
    </svg>`,
  );
}
