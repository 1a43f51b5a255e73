import { css } from 'lit';

/** Look of the settings: the list of them beside the one that is open. */
export const settingsStyles = css`
  .panel {
    container-name: settings;
  }
  .settings {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em 1.5em;
  }
  .nav {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    align-content: start;
  }
  .nav ul {
    display: none;
    list-style: none;
  }
  .nav .box {
    display: none;
  }
  .nav .box input {
    font-size: max(0.9375em, 14px);
  }
  .nav button {
    display: flex;
    align-items: center;
    gap: 0.75em;
    inline-size: 100%;
    min-block-size: 2.5em;
    padding: 0.35em 0.75em;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    font-size: max(0.9375em, 14px);
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
  }
  .nav button > .icon {
    color: var(--_muted);
  }
  .nav button:hover {
    background: var(--_raised);
  }
  .nav button[aria-current] {
    background: var(--_action-soft);
    color: var(--_action);
    font-weight: 600;
  }
  .nav button[aria-current] > .icon {
    color: inherit;
  }
  .picker > span {
    color: var(--_muted);
    font-size: var(--_font-s);
  }
  .picker select {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 2.5em;
    border: 0;
    outline: 0;
    background: var(--_surface);
    font-weight: 600;
    cursor: pointer;
  }
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    align-content: start;
    min-inline-size: 0;
  }
  .page-head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5em 1.5em;
  }
  .page-head h3 {
    font-size: var(--_font-xl);
    outline: none;
  }
  .page-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  @container settings (min-width: 53.75em) {
    .settings {
      grid-template-columns: 13.5em minmax(0, 1fr);
    }
    .nav ul {
      display: grid;
    }
    .nav .box {
      display: flex;
    }
    .nav .picker {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .nav button[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .nav {
      display: none;
    }
    .base .settings {
      display: block;
    }
  }
`;
