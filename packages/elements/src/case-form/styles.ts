import { css, type CSSResultGroup } from 'lit';
import { iconStyles } from '../icons/icon.ts';
import { disclosureStyles } from '../parts/disclosure.ts';
import { pillStyles } from '../parts/pill.ts';

const formStyles = css`
  .sections,
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-l);
  }
  .sections {
    gap: var(--_space-2xl);
  }
  .sections > * + * {
    padding-block-start: var(--_space-xl);
    border-block-start: 1px solid var(--_rule);
  }
  .page[hidden] {
    display: none;
  }
  .fields > h3:not(:last-child) {
    display: flex;
    align-items: center;
    gap: var(--_space-s);
    margin: 0;
  }
  /* What a section is for stands close to its heading. */
  .fields > h3 + :is(.lead, .photos, .location) {
    margin-block-start: calc(-1 * var(--_space-m));
  }
  .section-number {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 1.8em;
    block-size: 1.8em;
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--_action);
    color: var(--_on-action);
    font-size: max(0.875em, 14px);
  }
  h3 .note {
    font-size: max(0.889em, 14px);
    font-weight: 400;
    color: var(--_muted);
  }
  .saved {
    display: flex;
    align-items: start;
    gap: var(--_space-xs);
    color: var(--_success);
    font-size: var(--_font-s);
  }
  .saved > svg {
    flex: none;
    margin-block-start: 0.2em;
  }
  .intro {
    display: grid;
    gap: var(--_space-xs);
  }
  .field-with-more {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-xs);
  }
  /* Its words stand as near to the field as those of a disclosure. */
  .field-with-more > .plain {
    justify-self: start;
    margin-block: -0.5em;
  }
  .disclosed > p + p {
    margin-block-start: 0.5em;
  }
  .quoted {
    border-block-end: 2px solid var(--_warning);
    white-space: nowrap;
  }
  .advice > .button {
    justify-self: start;
    padding-inline: var(--_space-s);
  }
  .location,
  .way-out {
    display: grid;
    gap: var(--_space-xs);
    justify-items: start;
  }
  .location > .notice {
    justify-self: stretch;
  }
  .located {
    justify-self: stretch;
    padding: var(--_space-s) var(--_space-m);
    border: 2px solid var(--_success);
    border-radius: var(--_radius-card);
  }
  .located > svg {
    color: var(--_success);
  }
  .located-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-l);
  }
  .link {
    min-block-size: max(24px, 2.75em);
  }
  .likely {
    justify-self: stretch;
    padding: var(--_space-s) var(--_space-m);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
  }
  .likely > legend {
    float: left;
    inline-size: 100%;
  }
  .likely > label {
    display: flex;
    align-items: center;
    gap: var(--_space-s);
    clear: both;
    min-block-size: max(44px, 2.75em);
    cursor: pointer;
  }
  .likely input {
    flex: none;
    inline-size: 1.375em;
    block-size: 1.375em;
    accent-color: var(--_action);
  }
  .landmarks {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-xs);
  }
  .pill {
    min-block-size: max(44px, 2.75em);
    padding: var(--_space-2xs) 1em;
    font-size: 1em;
  }
  .pill:hover {
    border-color: var(--_action);
    background: var(--_action-soft);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: var(--_space-l) var(--_space-m);
  }
  @container (min-width: 27em) {
    .section-number {
      font-size: max(0.7em, 14px);
    }
    h3 .note {
      font-size: max(0.727em, 14px);
    }
  }
  @container (max-width: 30em) {
    .locate,
    .end .primary,
    .advice > .button {
      inline-size: 100%;
    }
  }
  @media (forced-colors: active) {
    .located,
    .likely,
    .pill {
      border-color: ButtonText;
    }
    .link {
      color: LinkText;
    }
  }
`;

export const caseFormStyles: CSSResultGroup = [iconStyles, ...disclosureStyles, pillStyles, formStyles];
