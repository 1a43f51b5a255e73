import type { CSSResult, ReactiveControllerHost, TemplateResult, nothing } from 'lit';
import type { LocaleController } from '../locale/controller.ts';
import type { Connection } from './connection.ts';
import type { ErrorSummary } from './error-summary.ts';
import type { RequestRunner } from './request-runner.ts';
import type { SignedInPerson } from './signed-in-person.ts';

/** What is shown for a record that somebody else has changed meanwhile: `reload` loads their version. */
export interface NewerVersion {
  text: string;
  button: string;
  reload: () => void;
}

/** A widget as its parts see it that are loaded on demand. */
export interface WidgetHost {
  readonly element: ReactiveControllerHost & HTMLElement;
  readonly locale: LocaleController;
  readonly requests: RequestRunner;
  readonly summary: ErrorSummary;
  readonly person: SignedInPerson;
  readonly connection: () => Connection | undefined;
  /** Adds the styles of a part. */
  readonly addStyles: (styles: CSSResult) => void;
  /** Says through the live region alone what the page shows anyway. */
  readonly announce: (text: string) => void;
  /** Says on the page and through the live region what was done; `''`: nothing any more. */
  readonly showMessage: (text: string) => void;
  /** What it said last. */
  readonly message: () => string;
  readonly renderMessage: () => TemplateResult | typeof nothing;
  /** What the last request failed with. */
  readonly renderFailure: (newer?: NewerVersion) => TemplateResult | typeof nothing;
}
