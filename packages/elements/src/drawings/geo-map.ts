import { html, nothing, svg, type TemplateResult } from 'lit';
import { geoMercator, geoPath } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import { hatchedOutlines } from './hatch.ts';
import { placesFrame, placeTitle, rankOf, type PlacesView } from './places.ts';

export interface GeoMapView extends PlacesView {
  /** Borders, longitude and latitude in degrees. Each feature has the code of its place as `id`, or as `properties.code`. */
  borders: FeatureCollection;
}

const [width, height] = [400, 320];

/** Places in their borders. The borders come from who shows the map; nothing is fetched. */
export function geoMap(view: GeoMapView): TemplateResult {
  const { borders, places, texts } = view;
  const path = geoPath(geoMercator().fitSize([width, height], borders));
  const byCode = new Map(places.map((place) => [place.code, place]));
  // What wants attention is drawn last, so that its border is not covered by its neighbours.
  const areas = borders.features
    .map((feature) => {
      const place = byCode.get(String(feature.id ?? feature.properties?.['code']));
      return { place, level: place?.level ?? 'missing', outline: path(feature) ?? '' };
    })
    .sort((one, other) => rankOf(one.level) - rankOf(other.level));
  return placesFrame(
    view,
    html`<svg class="geo" viewBox="0 0 ${width} ${height}">
      ${hatchedOutlines(areas.filter(({ level }) => level === 'missing').map(({ outline }) => outline))}
      ${areas.map(
        ({ place, level, outline }) =>
          svg`<g class="place ${level}">
            ${place ? placeTitle(place, texts.noData) : nothing}<path d=${outline} />
          </g>`,
      )}
    </svg>`,
  );
}
