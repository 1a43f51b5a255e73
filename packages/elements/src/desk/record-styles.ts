import { css } from 'lit';

/**
 * Look of the open record of a desk: beside the list, or in its place where there is no room for both. What changes with it has a
 * class of its own: for a class above the list a browser looks at each element of each row.
 */
export const recordStyles = css`
  .sections {
    display: grid;
    gap: 1.25em;
  }
  .head {
    display: grid;
    gap: 0.4em;
    justify-items: start;
  }
  .detail {
    min-inline-size: 0;
  }
  .record {
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }
  .record-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em;
    padding: 0.5em 0.75em 0.5em 1.1em;
    border-block-end: 1px solid var(--_rule);
    border-radius: var(--_radius-card) var(--_radius-card) 0 0;
    background: var(--_surface);
  }
  .record-head > .small {
    flex: none;
  }
  .record-head .code {
    min-inline-size: 0;
    overflow: hidden;
    font-size: max(0.9375em, 14px);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .others {
    display: flex;
    flex: none;
    align-items: center;
    margin-inline-start: auto;
  }
  .icon-button {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: max(2em, 24px);
    block-size: max(2em, 24px);
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .icon-button:hover {
    background: var(--_action-soft);
  }
  .icon-button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  .record-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
    align-content: start;
    padding: 1.1em;
  }
  .content {
    padding: 0.9em 1.1em;
    background: var(--_raised);
    border-radius: var(--_radius);
  }
  .way-back {
    margin-block-end: 0.5em;
  }
  .way-back button {
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
  }
  .step {
    padding: 0.75em 1.1em;
    border-block-start: 1px solid var(--_rule);
    border-radius: 0 0 var(--_radius-card) var(--_radius-card);
    background: var(--_surface);
  }
  .step > * + * {
    margin-block-start: 1em;
  }
  .step > .toasts {
    position: static;
    margin-block-start: 0;
  }
  .step > .toasts + * {
    margin-block-start: 0;
  }
  .step > .toasts > .toast {
    margin-block-end: 1em;
  }
  @media screen {
    .record-head,
    .step:not(.filling) {
      position: sticky;
      z-index: 1;
      inset-block: var(--dvk-sticky-top, 0px) 0;
    }
    @container panel (width >= 75em) {
      .panes.with-record {
        grid-template-columns: minmax(0, 1fr) 32em;
        gap: 1em;
        align-items: start;
      }
      .way-back {
        display: none;
      }
      .detail {
        position: sticky;
        inset-block-start: calc(var(--dvk-sticky-top, 0px) + 0.5em);
      }
      .record {
        max-block-size: calc(100dvh - var(--dvk-sticky-top, 0px) - 1em);
        overflow-y: auto;
      }
      .record-head {
        inset-block-start: 0;
      }
    }
    @container panel (width < 75em) {
      .with-record:is(.list, .states) {
        display: none;
      }
      /* The panel is the frame: lines reach its edges. */
      .record {
        border: 0;
      }
      .record-head,
      .step {
        margin-inline: calc(-1 * var(--_edge));
        padding-inline: var(--_edge);
        border-radius: 0;
      }
      .record-body {
        padding-inline: 0;
      }
      .desk-head.with-record {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  }
  @media print {
    .base .list.with-record {
      display: none;
    }
    .record {
      border: 0;
    }
    .base .record-body {
      display: block;
    }
    .base .record-body > * + * {
      margin-block-start: 1.25em;
    }
    .base .record-body > h4 + * {
      margin-block-start: 0;
    }
  }
`;
