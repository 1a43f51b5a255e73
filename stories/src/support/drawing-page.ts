import { LitElement, html, type TemplateResult } from 'lit';
import { baseStyles } from '@dvk/elements/base-styles';
import { drawingStyles } from '@dvk/elements/drawings/styles';

/** Shows a drawing as a widget does: in a shadow root, with the styles of all widgets. */
class DrawingPage extends LitElement {
  static override styles = [baseStyles, drawingStyles];
  static override properties = { drawing: { attribute: false } };
  declare drawing: TemplateResult;
  protected override render(): TemplateResult {
    return html`<div class="base">${this.drawing}</div>`;
  }
}
customElements.define('drawing-page', DrawingPage);

export const onPage = (drawing: TemplateResult): TemplateResult =>
  html`<drawing-page .drawing=${drawing}></drawing-page>`;
