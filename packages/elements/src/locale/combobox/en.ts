import type { combobox as vi } from './vi.ts';

export const combobox: typeof vi = {
  fromList: 'Choose one from the list',
  noMatch: 'Nothing found',
  noMatchFree: 'Not in the list; what you typed is accepted',
  matches: (n) => `${n} results, use the up and down keys`,
  searching: 'Searching…',
  searchFailed: 'The list could not be loaded. Type again to retry.',
};
