import { define } from '../internal/define.ts';
import { DvkContext } from './dvk-context.ts';

define(DvkContext);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-context': DvkContext;
  }
}
