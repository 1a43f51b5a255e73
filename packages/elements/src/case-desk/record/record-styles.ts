import { css } from 'lit';

export const caseRecordStyles = css`
  .title {
    display: grid;
    gap: 0.5em;
  }
  .title > h3 {
    font-size: 1.375em;
    line-height: 1.35;
  }
  .states-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .card {
    display: grid;
    gap: 0.35em;
    padding: 1em 1.1em;
    border: 1px solid var(--_info);
    border: 1px solid color-mix(in srgb, var(--_info) 35%, transparent);
    border-radius: var(--_radius-card);
    background: var(--_action-soft);
  }
  .card-head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 0 1em;
    font-size: var(--_font-s);
  }
  .card-label {
    display: flex;
    align-items: center;
    gap: 0.5em;
    color: var(--_action);
    font-weight: 600;
  }
  .card-head details {
    margin: 0;
  }
  .card-head details[open] {
    flex-basis: 100%;
  }
  .card-head summary,
  .inline > summary,
  .record a {
    display: inline;
    color: var(--_action);
    font-weight: 600;
    list-style: none;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .card-head summary::-webkit-details-marker,
  .inline > summary::-webkit-details-marker {
    display: none;
  }
  .inline {
    display: inline;
    margin: 0;
  }
  .inline::before {
    content: '· ';
  }
  .inline > ol {
    padding-inline-start: 1.25em;
    font-size: var(--_font-s);
  }
  .card > h4:first-of-type {
    margin: 0;
    font-size: 1.125em;
    line-height: 1.4;
  }
  .card .small {
    color: var(--_text);
  }
  .characters {
    margin-block-start: -0.9em;
  }
  .dialog .card.answered {
    margin-block-start: 0.75em;
  }
  .dialog .card.answered > h3 {
    font-size: var(--_font-l);
  }
  .answer-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em;
  }
  .card-actions,
  .card-actions .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .card-actions.filling {
    display: block;
    padding: 0;
  }
  .card-actions:not(.filling) {
    padding-block-start: 0.5em;
  }
  /* The other steps are less than the two ways to pass it on. */
  .card-actions:not(.filling) .actions .button {
    border-color: transparent;
    background: none;
    padding-inline: 0.6em;
  }
  .record .button {
    padding-inline: 1em;
  }
  .record .facts {
    gap: 0.35em 1.1em;
    grid-template-columns: 8em minmax(0, 1fr);
    font-size: max(0.9375em, 14px);
  }
  .record .content {
    font-size: max(0.9375em, 14px);
    line-height: 1.6;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    padding-block-start: 1.1em;
  }
  .part > [hidden] {
    display: none;
  }
  .part > div,
  .part > form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .notes {
    display: grid;
    gap: 1em;
    padding: 0;
    list-style: none;
  }
  .notes > li > .prewrap {
    padding-inline-start: 1.75em;
  }
  .note-form {
    display: flex;
    align-items: end;
    gap: 0.5em;
  }
  .note-form textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: var(--_control);
    max-block-size: 9em;
    padding: 0.55em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: max(0.9375em, 14px);
    line-height: 1.5;
    resize: none;
    field-sizing: content;
  }
  .initials {
    display: grid;
    flex: none;
    place-items: center;
    align-self: center;
    inline-size: 2.25em;
    block-size: 2.25em;
    border-radius: 50%;
    background: var(--_neutral-soft);
    font-size: 0.8125em;
    font-weight: 700;
  }
  .step > div > .actions {
    justify-content: flex-end;
  }
  .file-names {
    display: none;
  }
  .foot-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: 0.5em;
  }
  .foot-actions > .plain {
    margin-inline-end: auto;
  }
  @container panel (width < 30em) {
    .card-actions > .primary {
      inline-size: 100%;
    }
    .record .facts {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .card,
    .tabs,
    .thumbnails {
      display: none;
    }
    .file-names {
      display: block;
    }
    .inline > summary,
    .inline::before {
      display: none;
    }
    .record .inline {
      display: block;
    }
    .base .part,
    .base .part > div {
      display: block;
      padding: 0;
    }
    .record-body,
    .record .content {
      padding: 0;
      background: none;
      font-size: inherit;
    }
    .part .content {
      margin-block-end: 0.3em;
    }
  }
`;
