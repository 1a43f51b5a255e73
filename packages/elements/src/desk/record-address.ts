import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface RecordAddressOptions {
  host: ReactiveControllerHost;
  /** Whether the address of the page names the open record. */
  isOn: () => boolean;
  /** The widget's name in the address: several widgets of a page each have their own part of it. */
  name: () => string;
  /** The person has gone back or forward, or changed the address: to this record, or with `''` to the list. */
  onChange: (id: string) => void;
}

/** Whose entry of the history the present one is. */
interface Entry {
  dvkRecordOf?: string;
}

/**
 * Keeps the open record in the fragment of the address, `#case-desk=<id>`, for plain pages without routes: it can be bookmarked
 * and sent, and Back returns to the list. The other parts of the fragment stay.
 */
export class RecordAddress implements ReactiveController {
  readonly #options: RecordAddressOptions;

  constructor(options: RecordAddressOptions) {
    this.#options = options;
    options.host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#onChange);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onChange);
  }

  /** A change of the fragment by hand or by a link sends `popstate`, too. */
  readonly #onChange = (): void => {
    if (this.#options.isOn()) this.#options.onChange(this.id);
  };

  /** Id of the record that the address names; `''` for none. */
  get id(): string {
    if (!this.#options.isOn()) return '';
    const part = parts().find((each) => this.#isOwn(each));
    try {
      return part ? decodeURIComponent(part.slice(part.indexOf('=') + 1)) : '';
    } catch {
      // Anybody can write into the address.
      return '';
    }
  }

  #isOwn(part: string): boolean {
    return part.startsWith(`${this.#options.name()}=`);
  }

  /** The address of a record; with `''`, that of the list. */
  of(id: string): string {
    const others = parts().filter((part) => !this.#isOwn(part));
    const own = id ? [`${this.#options.name()}=${encodeURIComponent(id)}`] : [];
    const fragment = [...others, ...own].join('&');
    // The whole address: a page may have another base.
    return `${window.location.href.replace(/#.*/s, '')}${fragment && `#${fragment}`}`;
  }

  /** A record was opened. From the list this is a step forward in the history; from another record it takes its place. */
  open(id: string): void {
    if (!this.#options.isOn() || this.id === id) return;
    const address = this.of(id);
    if (this.id) history.replaceState(history.state, '', address);
    else history.pushState({ ...(history.state as object), dvkRecordOf: this.#options.name() }, '', address);
  }

  /** The record was closed: back to the entry of the list, if the last step forward was from there. */
  close(): void {
    if (!this.#options.isOn() || !this.id) return;
    if ((history.state as Entry | null)?.dvkRecordOf === this.#options.name()) history.back();
    else history.replaceState(history.state, '', this.of(''));
  }
}

function parts(): string[] {
  return window.location.hash.slice(1).split('&').filter(Boolean);
}
