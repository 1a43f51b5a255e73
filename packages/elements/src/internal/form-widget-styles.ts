import { css } from 'lit';

/** Look shared by the widgets with a form: the notice about a draft, and the end of the form with its buttons. */
export const formWidgetStyles = css`
  .draft {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-xs) var(--_space-m);
  }
  .draft > * + * {
    margin: 0;
  }
  /* The way back belongs to the heading below it. */
  .panel > .back {
    margin-block: -0.75em -1.25em;
  }
  .end {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-m);
    padding-block-start: var(--_space-l);
    border-block-start: 1px solid var(--_rule);
  }
`;
