import { css } from 'lit';

/** Look of a form in a dialog, and of what it would bring about. */
export const dialogFormStyles = css`
  .dialog-form,
  .dialog-form .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-m);
  }
  .dialog-form :is(.fields, fieldset)[hidden] {
    display: none;
  }
  .dialog-form legend {
    padding-block-end: var(--_space-xs);
    font-weight: 700;
  }
  .dialog-form .pairs {
    grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr));
    align-items: end;
  }
  .effect > h3 {
    margin-block-end: 0.4em;
    font-size: 1.0625em;
  }
  .foot-note {
    flex: 1;
    align-self: center;
  }
`;
