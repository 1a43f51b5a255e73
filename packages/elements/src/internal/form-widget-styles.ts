import { css } from 'lit';

/** Look shared by the widgets with a form: the notice about a draft, and the end of the form with its buttons. */
export const formWidgetStyles = css`
  .draft {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em 1em;
  }
  .draft > * + * {
    margin: 0;
  }
  .end {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    max-inline-size: 46em;
    padding-block-start: 1.5em;
    border-block-start: 1px solid var(--_rule);
  }
`;
