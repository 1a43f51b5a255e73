import { define } from '../internal/define.ts';
import { DvkCaseDesk } from './dvk-case-desk.ts';

define(DvkCaseDesk);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-case-desk': DvkCaseDesk;
  }
}
