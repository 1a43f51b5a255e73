import type { TemplateResult } from 'lit';

/** What takes the place of the list: an open version, or a new one that is being imported. Loaded on demand. */
export interface RubricPage {
  render(): TemplateResult;
  /** Whether something is being written that Escape must not close. */
  readonly isWriting: boolean;
  close(): void;
}
