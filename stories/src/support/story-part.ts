import { adoptStyles, html, LitElement, type CSSResultGroup, type CSSResultOrNative, type TemplateResult } from 'lit';
import { baseStyles } from '@dvk/elements/base-styles';
import { fillTokens } from '@dvk/elements/theme/token-styles';

/** What a part with a state of its own asks of the widget it is in. */
interface Host {
  requestUpdate: () => void;
}

const sheets = (group: CSSResultGroup): CSSResultOrNative[] => (Array.isArray(group) ? group.flatMap(sheets) : [group]);

/** Stands for a widget: shows a part in a shadow root, with the house styles and its own. */
class StoryPart extends LitElement {
  static override properties = { content: { attribute: false }, look: { attribute: false } };
  declare content: () => TemplateResult;
  declare look: CSSResultGroup;

  protected override firstUpdated(): void {
    adoptStyles(this.renderRoot as ShadowRoot, sheets([baseStyles, this.look]).map(fillTokens));
  }

  protected override render(): TemplateResult {
    return html`<div class="base">${this.content()}</div>`;
  }
}
customElements.define('story-part', StoryPart);

/** A part without a state of its own. */
export const partStory = (part: TemplateResult, look: CSSResultGroup): TemplateResult =>
  html`<story-part .content=${() => part} .look=${look}></story-part>`;

/** A part with a state of its own; `make` gets the widget it is in. */
export function livePartStory(make: (host: Host) => () => TemplateResult, look: CSSResultGroup): TemplateResult {
  const host: Host = { requestUpdate: () => element.requestUpdate() };
  const element = Object.assign(new StoryPart(), { content: make(host), look });
  return html`${element}`;
}
