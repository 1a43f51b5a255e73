import type { CSSResult, TemplateResult } from 'lit';
import type { Setting, SettingName, SettingValues, SettingVersion } from '@dvk/sdk/settings';
import type { WidgetHost } from '../internal/widget-host.ts';

/** What the page of a setting is given. */
export interface PageOptions<Name extends SettingName = SettingName> {
  host: WidgetHost;
  /** The newest version of it that has not ended, in force or not; `undefined` where the preset holds. */
  newest: SettingVersion | undefined;
  setting: Setting;
  /** What holds where nobody has set it. */
  preset: SettingValues[Name];
  /** Whether the person may change it. */
  canChange: boolean;
  /** Called with a version that was saved. */
  onSaved: (version: SettingVersion) => void;
}

/** A setting on the page: loaded on demand, closed when another is opened. */
export interface SettingPage {
  /** What it is drawn with, beside what the widget has. */
  readonly styles: readonly CSSResult[];
  /** Puts back what was being changed. */
  restore(): Promise<void>;
  render(): TemplateResult;
  updated?(): void;
  close(): void;
}
