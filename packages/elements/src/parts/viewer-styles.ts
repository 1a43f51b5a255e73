import { css } from 'lit';
import { iconStyles } from '../icons/icon.ts';

/** Dark whatever the page is like: colours of a picture are seen best on it. */
export const viewerStyles = [
  iconStyles,
  css`
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    dialog {
      flex-direction: column;
      inline-size: 100vw;
      block-size: 100vh;
      block-size: 100dvh;
      max-inline-size: none;
      max-block-size: none;
      padding: 0;
      border: 0;
      background: #0d1621;
      color: #fff;
      font: 400 1em/1.5 inherit;
      outline: none;
    }
    dialog[open] {
      display: flex;
    }
    p {
      margin: 0;
    }
    .bar {
      display: flex;
      align-items: center;
      padding: 0.25em 0.5em 0.25em 1em;
    }
    .name {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-weight: 600;
    }
    .position {
      flex: 1;
      padding-inline: 1em;
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    button {
      display: grid;
      place-items: center;
      flex: none;
      min-inline-size: 2.75em;
      min-block-size: 2.75em;
      border: 0;
      border-radius: 0.375em;
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    button:hover {
      background: rgb(255 255 255 / 0.14);
    }
    button[aria-disabled] {
      opacity: 0.45;
      cursor: default;
    }
    :focus-visible {
      outline: 3px solid #8ec2f6;
      outline-offset: -3px;
    }
    .retry {
      margin-block-start: 0.75em;
      padding-inline: 1em;
      border: 1px solid;
    }
    .stage {
      display: grid;
      flex: 1;
      min-block-size: 0;
      place-items: safe center;
      overflow: auto;
      overscroll-behavior: contain;
    }
    .steps {
      display: flex;
      justify-content: center;
      gap: 1em;
      padding: 0.25em;
    }
    canvas {
      display: block;
    }
    @media (forced-colors: active) {
      button {
        border: 1px solid ButtonText;
      }
      button[aria-disabled] {
        border-color: GrayText;
        color: GrayText;
        opacity: 1;
      }
    }
  `,
];
