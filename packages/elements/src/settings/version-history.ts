import { html, nothing, type TemplateResult } from 'lit';
import type { SettingName, SettingVersion } from '@dvk/sdk/settings';
import type { WidgetHost } from '../internal/widget-host.ts';
import { common } from '../locale/common/vi.ts';
import { settingsChange } from '../locale/settings-change/vi.ts';
import type { Difference } from './difference.ts';
import { loadVersionList } from './load-version-list.ts';

export interface HistoryOptions {
  host: WidgetHost;
  name: SettingName;
  preset: unknown;
  canChange: boolean;
  /** What differs between two values. */
  describe: (before: unknown, after: unknown) => readonly Difference[];
  onTakeUp: (version: SettingVersion) => void;
}

/** What has happened to a setting; loaded when it is unfolded. */
export class VersionHistory {
  readonly #options: HistoryOptions;
  #part: typeof import('./version-list.ts') | undefined;
  #versions: SettingVersion[] | undefined;
  #cursor: string | undefined;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** Adds a version that was just saved. */
  add(version: SettingVersion): void {
    this.#versions?.unshift(version);
  }

  readonly #onToggle = ({ target }: Event): void => {
    if ((target as HTMLDetailsElement).open && !this.#versions) void this.#load();
  };

  readonly #load = (): Promise<boolean> => {
    const { host, name } = this.#options;
    return host.requests.run(
      async (signal) => {
        const { client } = host.connection()!;
        const query = { name, limit: 20, ...(this.#cursor && { cursor: this.#cursor }) };
        const [part, { items, nextCursor }] = await Promise.all([
          loadVersionList(),
          client.settings.versions({ query }, { signal }),
        ]);
        if (signal.aborted) return;
        this.#part = part;
        host.addStyles(part.versionListStyles);
        this.#versions = [...(this.#versions ?? []), ...items];
        this.#cursor = nextCursor ?? undefined;
      },
      { reads: 'versions' },
    );
  };

  render(): TemplateResult {
    const { host, preset, canChange, describe, onTakeUp } = this.#options;
    const texts = host.locale.texts(settingsChange);
    return html`<details class="history" part="history" @toggle=${this.#onToggle}>
      <summary>${texts.history}</summary>
      ${
        this.#part && this.#versions
          ? this.#part.versionList({
              versions: this.#versions,
              hasMore: this.#cursor !== undefined,
              preset,
              canChange,
              describe,
              texts,
              lang: host.locale.lang,
              onTakeUp,
              onMore: () => void this.#load(),
            })
          : html`<p class="small">
              ${host.requests.failure === undefined ? host.locale.texts(common).loading : nothing}
            </p>`
      }
    </details>`;
  }
}
