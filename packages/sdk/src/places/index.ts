export type {
  Commune,
  CommuneKind,
  CommunesFile,
  FormerCommune,
  FormerFile,
  Place,
  PlaceChange,
  Places,
  Province,
  ProvinceKind,
} from './types.ts';
export { placeChanges, placesBases } from './changes.ts';
export { formatAddress, formatPlace, kindNames } from './names.ts';
export { loadPlaces, type LoadPlacesOptions } from './load.ts';
export { communesOf, placeOn, predecessorsOf, successorsOf } from './on-date.ts';
export { readPlaces } from './read.ts';
export { prepareSearch } from './search-index.ts';
export { searchPlaces, type PlaceMatch, type SearchPlacesOptions } from './search.ts';
