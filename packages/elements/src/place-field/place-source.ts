// A module of its own, reached only by dynamic import: the search and its data come when somebody needs them.
export {
  communesOf,
  formatAddress,
  formatPlace,
  loadPlaces,
  placeOn,
  prepareSearch,
  searchPlaces,
} from '@dvk/sdk/places';
export { whereToSend } from '@dvk/sdk/cases';
