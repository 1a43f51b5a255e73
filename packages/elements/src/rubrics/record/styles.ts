import { css } from 'lit';

/** Look of an open version, which takes the place of the list. */
export const rubricRecordStyles = css`
  .rubric-title h2 {
    font-size: var(--_font-xl);
    line-height: 1.35;
    text-wrap: balance;
  }
  .states-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.75em;
    margin-block-start: 0.5em;
  }
  .illustrative {
    color: var(--_warning);
  }
  .criteria .how p + p {
    margin-block-start: 0.15em;
  }
  .criteria :is(.how, .proof) {
    color: var(--_muted);
    font-size: var(--_font-s);
    font-weight: 400;
  }
  .rules {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: 1.25em 2em;
  }
  :is(.rules, .differences) h3 {
    font-size: 1em;
    line-height: inherit;
  }
  .rules h3 {
    margin-block-end: 0.35em;
  }
  .rules > .notice {
    grid-column: 1 / -1;
  }
  .differences {
    display: grid;
    gap: 0.75em;
  }
  .rubric-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .filling .rubric-actions {
    display: block;
  }
  @media screen {
    /* A page of its own: it is as long as it is, and has a way back. */
    .rubric-page .detail {
      position: static;
    }
    .rubric-page .record {
      max-block-size: none;
      overflow: visible;
    }
    .rubric-page .way-back {
      display: block;
    }
    @container panel (width >= 42em) {
      .criteria .line > * {
        padding-block: 0.5em;
        vertical-align: top;
      }
      .criteria .how {
        inline-size: 30%;
      }
      .criteria .proof {
        inline-size: 16%;
      }
    }
    @container panel (width < 42em) {
      .criteria td:is(.how, .proof):not([data-label]) {
        display: none;
      }
      .criteria tbody td[data-label] {
        clear: both;
        align-items: start;
      }
    }
  }
  @media print {
    .rules {
      display: block;
    }
    .rules > * {
      margin-block-start: 0.75em;
      break-inside: avoid;
    }
    .base .criteria :is(.how, .proof) {
      color: #000;
    }
  }
`;
