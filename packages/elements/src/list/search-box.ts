import { searchWords } from '../internal/search-words.ts';

/** Milliseconds after the last key until what is typed is looked for. */
const pause = 400;

/** What is typed into the search box of a list: looked for a moment later, not while an input method composes a word. */
export class SearchBox {
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #onSearch: (words: string) => void;

  constructor(onSearch: (words: string) => void) {
    this.#onSearch = onSearch;
  }

  /** What was typed last is no longer looked for. */
  stop(): void {
    clearTimeout(this.#typing);
  }

  readonly onType = (event: Event): void => {
    this.stop();
    const input = event.target as HTMLInputElement;
    if (!(event as InputEvent).isComposing) this.#typing = setTimeout(() => this.#search(input), pause);
  };

  readonly onFind = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#search((event.target as HTMLFormElement).querySelector('input')!);
  };

  #search(input: HTMLInputElement): void {
    this.stop();
    if (input.isConnected) this.#onSearch(searchWords(input.value));
  }
}
