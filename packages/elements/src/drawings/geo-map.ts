import { html, nothing, svg, type TemplateResult } from 'lit';
import { geoMercator, geoPath } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import { placesFrame, placeTitle, type PlacesView } from './places.ts';

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
  return placesFrame(
    view,
    html`<svg class="geo" viewBox="0 0 ${width} ${height}">
      ${borders.features.map((feature) => {
        const place = byCode.get(String(feature.id ?? feature.properties?.['code']));
        return svg`<g class="place ${place?.level ?? 'missing'}">
          ${place ? placeTitle(place, texts.noData) : nothing}<path d=${path(feature) ?? ''} />
        </g>`;
      })}
    </svg>`,
  );
}
