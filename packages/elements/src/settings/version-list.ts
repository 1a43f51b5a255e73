import { css, html, nothing, type TemplateResult } from 'lit';
import { versionInForce, type SettingVersion } from '@dvk/sdk/settings';
import { dateInVietnam, formatMoment } from '@dvk/sdk/text';
import type { Lang } from '../locale/controller.ts';
import type { settingsChange } from '../locale/settings-change/vi.ts';
import { basisLine } from './basis-line.ts';
import { validityOf } from './validity.ts';
import type { Difference } from './difference.ts';

export interface VersionListView {
  /** Newest first. */
  versions: readonly SettingVersion[];
  hasMore: boolean;
  preset: unknown;
  canChange: boolean;
  describe: (before: unknown, after: unknown) => readonly Difference[];
  texts: typeof settingsChange;
  lang: Lang;
  onTakeUp: (version: SettingVersion) => void;
  onMore: () => void;
}

/** The versions of a setting: who changed what, when, why, on which basis. */
export function versionList(view: VersionListView): TemplateResult {
  const { versions, hasMore, texts, onMore } = view;
  if (versions.length === 0) return html`<p class="small">${texts.historyNone}</p>`;
  const inForce = versionInForce(versions, dateInVietnam(Date.now()));
  return html`<ol class="versions" reversed start=${versions[0]!.version}>
      ${versions.map((version, at) => versionItem(view, version, versions[at + 1], version === inForce))}
    </ol>
    ${hasMore ? html`<button class="button screen-only" type="button" @click=${onMore}>${texts.more}</button>` : nothing}`;
}

function versionItem(
  view: VersionListView,
  version: SettingVersion,
  before: SettingVersion | undefined,
  isInForce: boolean,
): TemplateResult {
  const { texts, lang, canChange, onTakeUp } = view;
  const { changedBy, changedAt, basis, reason, provisional } = version;
  const isNewest = version === view.versions[0];
  return html`<li>
    <p>
      <b>${texts.version(version.version)}</b>
      ${isInForce ? html`<span class="tag success">${texts.inForce}</span>` : nothing}
      ${provisional ? html`<span class="tag warning">${texts.provisional}</span>` : nothing}
    </p>
    <p class="small">
      ${texts.by(changedBy ?? texts.someone, formatMoment(changedAt, lang))} · ${validityOf(version, texts)}
    </p>
    <p>${reason}</p>
    <p class="small">${texts.basis}: ${basis ? basisLine(basis, texts.confidences) : texts.noBasis}</p>
    ${differences(view, version, before)}
    ${
      canChange && !isNewest
        ? html`<button class="link screen-only" type="button" @click=${() => onTakeUp(version)}>
            ${texts.takeUp}<span class="hidden"> (${texts.version(version.version)})</span>
          </button>`
        : nothing
    }
  </li>`;
}

function differences(
  { describe, preset, texts }: VersionListView,
  version: SettingVersion,
  before: SettingVersion | undefined,
): TemplateResult | typeof nothing {
  // The version before the last one that is loaded is not there yet.
  if (!before && version.version > 1) return nothing;
  const found = describe(before?.value ?? preset, version.value);
  if (found.length === 0) return html`<p class="small">${texts.changesNone}</p>`;
  return html`<details>
    <summary>${before ? texts.changes(found.length) : texts.firstChanges(found.length)}</summary>
    <table class="differences">
      <thead>
        <tr>
          <th scope="col">${texts.what}</th>
          <th scope="col">${texts.before}</th>
          <th scope="col">${texts.after}</th>
        </tr>
      </thead>
      <tbody>
        ${found.map(
          (each) =>
            html`<tr>
              <th scope="row">${each.what}</th>
              <td data-label=${texts.before}>${each.before}</td>
              <td data-label=${texts.after}>${each.after}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

export const versionListStyles = css`
  .versions {
    display: grid;
    gap: 1.25em;
    padding-inline-start: 0;
    list-style: none;
  }
  .versions > li {
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_rule);
  }
`;
