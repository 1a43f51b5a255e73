import { css, html, nothing, type TemplateResult } from 'lit';
import { copyIcon } from '../../icons/copy.ts';
import { copyText } from '../../internal/copy-text.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { parts } from '../../locale/parts/vi.ts';
import { peopleForms } from '../../locale/people-forms/vi.ts';
import { Dialog } from '../../parts/dialog.ts';

/** Shows a key that was just made, once. */
export class KeyDialog {
  readonly #host: WidgetHost;
  readonly #dialog: Dialog;
  #key = '';
  #says = '';

  constructor(host: WidgetHost) {
    this.#host = host;
    this.#dialog = new Dialog(host.element, () => (this.#key = this.#says = ''));
    host.addStyles(keyDialogStyles);
  }

  open(key: string): void {
    this.#key = key;
    this.#dialog.open();
  }

  close(): void {
    this.#dialog.close();
  }

  readonly #onCopy = async ({ currentTarget }: Event): Promise<void> => {
    const texts = this.#host.locale.texts(peopleForms);
    const shown = (currentTarget as Element).parentElement!.querySelector('code')!;
    this.#says = (await copyText(this.#key, shown)) ? texts.copied : texts.notCopied;
    this.#host.element.requestUpdate();
  };

  render(): TemplateResult | typeof nothing {
    const { locale } = this.#host;
    const texts = locale.texts(peopleForms);
    return this.#dialog.render(() => ({
      title: texts.titles.newKey,
      texts: locale.texts(parts),
      content: html`<p>${texts.keyOnce}</p>
        <p class="new-key">
          <code aria-label=${texts.key} translate="no">${this.#key}</code>
          <button class="button" type="button" @click=${this.#onCopy}>${copyIcon}${texts.copyKey}</button>
        </p>
        <p class="small" role="status">${this.#says}</p>`,
      foot: html`<button class="button primary" type="button" @click=${() => this.#dialog.close()}>
        ${texts.keyKept}
      </button>`,
    }));
  }
}

const keyDialogStyles = css`
  .new-key {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
    margin-block: 0.75em 0.25em;
  }
  .new-key > code {
    flex: 1 1 16em;
    padding: 0.6em 0.9em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_raised);
    overflow-wrap: anywhere;
    -webkit-user-select: all;
    user-select: all;
  }
`;
