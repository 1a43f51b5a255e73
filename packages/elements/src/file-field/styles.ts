import { css, type CSSResultGroup } from 'lit';
import { iconStyles } from '../icons/icon.ts';
import { progressBarStyles } from '../parts/progress-bar.ts';

const fileStyles = css`
  .drop {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-xs) var(--_space-m);
    align-items: center;
    padding: var(--_space-s);
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
  }
  .drop.over {
    border: 1px solid var(--_action);
    background: var(--_action-soft);
  }
  .drop-words {
    color: var(--_muted);
  }
  .two {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.625em;
    max-inline-size: 26em;
  }
  .two .button {
    flex-direction: column;
    min-block-size: 5.75em;
    padding: var(--_space-xs);
    border-radius: var(--_radius-card);
  }
  .two .soft {
    border-color: var(--_action);
    background: var(--_action-soft);
  }
  .others {
    min-block-size: 44px;
    margin-block: -0.5em;
    justify-content: start;
    font-size: var(--_font-s);
  }
  .files {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-s);
    margin-block-start: 1.25em;
  }
  .files[hidden] {
    display: none;
  }
  .limits {
    margin-block: var(--_space-xs) 0;
  }
  .files:not([hidden]) + .limits {
    margin-block-start: var(--_space-s);
  }
  .file {
    flex: 1 0 100%;
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 0.75em;
    align-items: center;
    padding: 0.25em 0.25em 0.25em 0.75em;
    border-inline-start: 4px solid var(--_success);
    background: var(--_raised);
  }
  .file.busy {
    border-color: var(--_line);
  }
  .file.failed {
    border-color: var(--_danger);
  }
  .file.photo {
    flex: none;
    position: relative;
    inline-size: 5.75em;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25em;
    align-content: start;
    padding: 0;
    border: 0;
    background: none;
  }
  .tile {
    display: grid;
    place-items: center;
    block-size: 5.75em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_muted);
    overflow: hidden;
  }
  .failed .tile {
    border: 2px solid var(--_danger);
  }
  .tile img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .name {
    overflow-wrap: anywhere;
  }
  .photo .name:not(.hidden) {
    font-size: var(--_font-s);
    line-height: 1.3;
    max-block-size: 2.6em;
    overflow: hidden;
  }
  .state {
    grid-column: 1;
    font-size: var(--_font-s);
    line-height: 1.4;
    color: var(--_muted);
  }
  .photo:not(.busy, .failed) .state {
    --_icon: 1.15em;
    color: var(--_success);
  }
  .failed .state {
    color: var(--_danger);
    font-weight: 600;
  }
  .actions {
    grid-area: 1 / 2 / span 2;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
  }
  .photo .actions {
    grid-area: auto;
    justify-content: start;
  }
  .actions .button {
    padding-inline: 0.6em;
  }
  .photo .actions .plain {
    padding-inline: 0;
  }
  /* Half over the corner; what is touched is larger than what is seen. */
  .photo .remove {
    position: absolute;
    inset: -0.5em -0.5em auto auto;
    inline-size: 2em;
    block-size: 2em;
    min-block-size: 0;
    padding: 0;
    border-color: var(--_line);
    border-radius: 50%;
    color: var(--_text);
  }
  .remove::after {
    content: '';
    position: absolute;
    inset: min(-6px, (2em - 44px) / 2);
  }
  progress {
    display: block;
    inline-size: min(100%, 16em);
    block-size: 0.35em;
    margin-block: 0.2em;
  }
  @media (hover: none) {
    .drop-words {
      display: none;
    }
  }
`;

export const fileFieldStyles: CSSResultGroup = [iconStyles, progressBarStyles, fileStyles];
