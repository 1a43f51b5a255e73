import { html, svg, type TemplateResult } from 'lit';
import { hint } from '../internal/hint.ts';
import { hatched } from './hatch.ts';
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

/**
 * Places at cells of their own. Who finds their cell taken stands below the map: one place must not hide another, which may be
 * the one that wants attention.
 */
function placed(places: readonly Tile[]): readonly Tile[] {
  const taken = new Map<string, Tile>();
  const columns = Math.max(0, ...places.map(({ column }) => column)) + 1;
  const below = Math.max(0, ...places.map(({ row }) => row)) + 2;
  let rest = 0;
  return places.map((place) => {
    const cell = `${place.column}, ${place.row}`;
    const first = taken.get(cell);
    if (!first) {
      taken.set(cell, place);
      return place;
    }
    hint(`tileMap: ${first.code} and ${place.code} both have column, row ${cell}; the second stands below the map.`);
    const [column, row] = [rest % columns, below + Math.floor(rest / columns)];
    rest += 1;
    return { ...place, column, row };
  });
}

/** Every place as a tile of one size, roughly where it lies: the small ones are seen as well as the large. */
export function tileMap(view: TileMapView): TemplateResult {
  const { texts } = view;
  const places = placed(view.places);
  const columns = 1 + Math.max(0, ...places.map(({ column }) => column));
  const rows = 1 + Math.max(0, ...places.map(({ row }) => row));
  const tile = (place: Tile) => {
    const [x, y] = [place.column * step, place.row * step];
    return svg`<g class="place ${place.level}">
      ${placeTitle(place, texts.noData)}
      ${
        place.level === 'missing'
          ? hatched({ x, y, width: size, height: size })
          : svg`<rect x=${x} y=${y} width=${size} height=${size} rx="3" />`
      }
      <text x=${x + size / 2} y=${y + size / 2} dy=".35em">${place.letters}</text>
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
