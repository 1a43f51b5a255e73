import { css, html, nothing, type TemplateResult } from 'lit';
import { copyIcon } from '../icons/copy.ts';
import { iconStyles } from '../icons/icon.ts';
import { officeIcon } from '../icons/office.ts';

/** A code that somebody must keep. */
export interface ReceiptCode {
  name: string;
  value: string;
  icon?: TemplateResult;
}

export interface CodesView {
  codes: readonly ReceiptCode[];
  /** The one button that copies all of them, and what it says once that is done. */
  copy: string;
  onCopy: () => void;
  /** Whether copying is the most that can be done here. */
  isPrimary?: boolean;
}

/** Codes in one block, large, in a type that tells 0 from O, with one button that copies all of them. */
export const codesBlock = ({ codes, copy, onCopy, isPrimary = false }: CodesView): TemplateResult =>
  html`<div class="codes" part="codes">
    <dl>
      ${codes.map(
        ({ name, value, icon = nothing }) =>
          html`<div>
            <dt class="icon-16">${icon}${name}</dt>
            <dd translate="no">${value}</dd>
          </div>`,
      )}
    </dl>
    <button class="button ${isPrimary ? 'primary' : ''} screen-only" type="button" @click=${onCopy}>
      ${copyIcon}${copy}
    </button>
  </div>`;

export interface ReceiptView {
  /** Who has received it. */
  office: string;
  /** What the paper is called. */
  paper: string;
  status: TemplateResult | typeof nothing;
  codes: TemplateResult;
  /** Made by `qrCode`, which comes on demand: `nothing` keeps its room. `undefined` where there is no page to lead to. */
  qr: TemplateResult | typeof nothing | undefined;
  qrTitle: string;
  qrText: string;
  /** A warning under the codes. */
  warning: TemplateResult | typeof nothing;
  /** Follow, share, print. */
  actions: TemplateResult | typeof nothing;
  /** Below a line: “Nhớ trên máy này”. */
  foot?: TemplateResult | typeof nothing;
}

/** A receipt that looks like a paper of the office: who, what, codes, QR at their right or, on a phone, at the end. */
export function receiptCard(view: ReceiptView): TemplateResult {
  return html`<div class="receipt-box">
    <article class="receipt" part="receipt">
      <header class="receipt-head">
        <span class="seal icon-24">${officeIcon}</span>
        <div>
          <p><b>${view.office}</b></p>
          <p class="small">${view.paper}</p>
        </div>
        <div class="receipt-status">${view.status}</div>
      </header>
      <div class="receipt-body">
        <div class="receipt-main">${view.codes}${view.warning}</div>
        ${
          view.qr &&
          html`<div class="receipt-qr">
            <div class="qr-frame">${view.qr}</div>
            <div>
              <p class="qr-title"><b>${view.qrTitle}</b></p>
              <p class="small">${view.qrText}</p>
            </div>
          </div>`
        }
        <div class="receipt-actions screen-only">${view.actions}</div>
        ${view.foot && view.foot !== nothing ? html`<div class="receipt-foot screen-only">${view.foot}</div>` : nothing}
      </div>
    </article>
  </div>`;
}

/** The size of a QR code: on paper 38 mm with its white edge, so that the code itself is not below 28 mm. */
export const qrStyles = css`
  .qr {
    display: block;
    inline-size: 11.5em;
    block-size: auto;
    aspect-ratio: 1;
    background: #fff;
    forced-color-adjust: none;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  @media print {
    .qr {
      inline-size: 38mm;
    }
  }
`;

export const receiptStyles = [
  iconStyles,
  qrStyles,
  css`
    .receipt-box {
      container-type: inline-size;
    }
    .receipt {
      border: 1px solid var(--_rule);
      border-radius: var(--_radius-card);
      background: var(--_surface);
    }
    .receipt-head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.75em;
      padding: 1em;
      border-block-end: 2px dashed var(--_rule);
    }
    .receipt-head > div:nth-child(2) {
      flex: 1 1 8em;
    }
    .seal {
      display: grid;
      place-items: center;
      flex: none;
      inline-size: 3em;
      block-size: 3em;
      border: 2px solid var(--_honor-line);
      border-radius: 50%;
      color: var(--_action);
    }
    .receipt-body {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1em;
      padding: 1em;
    }
    .receipt-main {
      display: grid;
      gap: 0.75em;
      align-content: start;
    }
    .codes {
      display: grid;
      gap: 0.75em;
      padding: 0.75em 1em 1em;
      border: 1px solid var(--_rule);
      border-radius: var(--_radius-card);
      background: var(--_raised);
    }
    .codes dl > div + div {
      margin-block-start: 0.5em;
      padding-block-start: 0.5em;
      border-block-start: 1px solid var(--_rule);
    }
    .codes dt {
      display: flex;
      align-items: center;
      gap: 0.4em;
      color: var(--_muted);
      font-size: var(--_font-s);
    }
    .codes dd {
      font:
        700 1.25em / 1.5 ui-monospace,
        'Cascadia Mono',
        'DejaVu Sans Mono',
        Consolas,
        monospace;
      overflow-wrap: anywhere;
      -webkit-user-select: all;
      user-select: all;
    }
    .receipt-actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75em;
    }
    .receipt-actions > .primary {
      flex: 1 1 100%;
      order: 1;
    }
    .receipt-actions > :not(.primary) {
      flex-direction: column;
      flex: 1;
      gap: 0.25em;
      padding: 0.75em 0.25em;
      font-size: var(--_font-s);
    }
    .receipt-status {
      display: none;
    }
    .receipt-qr {
      order: 1;
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      gap: 1em;
      margin-inline: -1em;
      padding: 1em 1em 0;
      border-block-start: 2px dashed var(--_rule);
    }
    .receipt-qr .qr-frame {
      min-block-size: 7.5em;
      font-size: 0.65em;
    }
    @container (max-width: 19.5em) {
      .codes dd {
        font-size: 1.125em;
      }
    }
    @container (min-width: 37.5em) {
      .receipt-head,
      .receipt-body {
        padding: 1.5em;
      }
      .receipt-body {
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 1.5em;
      }
      .receipt-qr {
        order: 0;
        grid-template-columns: auto;
        align-content: start;
        justify-items: center;
        inline-size: 13em;
        margin: 0;
        padding: 0;
        border: 0;
        text-align: center;
      }
      .receipt-qr .qr-frame {
        font-size: 1em;
        min-block-size: 11.5em;
      }
      .qr-title {
        display: none;
      }
      .receipt-actions,
      .receipt-foot {
        grid-column: 1 / -1;
      }
      .receipt-actions > .primary,
      .receipt-actions > :not(.primary) {
        flex: none;
        flex-direction: row;
        gap: 0.5em;
        order: 0;
        padding: 0.5em 1.25em;
        font-size: 1em;
      }
      .receipt-status {
        display: block;
      }
    }
    .receipt-foot {
      padding-block-start: 1em;
      border-block-start: 1px solid var(--_rule);
    }
    @media print {
      .receipt,
      .codes {
        border-color: #000;
        break-inside: avoid;
      }
      .receipt-body {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .receipt-qr {
        order: 0;
        border: 0;
      }
    }
  `,
];
