import { define } from '../internal/define.ts';
import { DvkScorecard } from './dvk-scorecard.ts';

define(DvkScorecard);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-scorecard': DvkScorecard;
  }
}
