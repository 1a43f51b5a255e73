import { html, type TemplateResult } from 'lit';
import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** Modules of white around a code, without which scanners do not find it (ISO/IEC 18004). */
const quiet = 4;

/**
 * A QR code that phones read from screens and paper, also in dark mode and forced colours: dark on white always.
 * `qrStyles` of the receipt give it its size.
 * @param text - what the code holds, e.g. an address; up to about 150 characters stay easy to scan
 * @param label - what it is for, in words
 */
export function qrCode(text: string, label: string): TemplateResult {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const side = code.size + 2 * quiet;
  return html`<svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">
    <path fill="#fff" d="M0 0h${side}v${side}H0z" />
    <path fill="#16202b" transform="translate(${quiet} ${quiet})" d=${toSvgPath(code)} />
  </svg>`;
}
