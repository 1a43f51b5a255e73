import { html, type TemplateResult } from 'lit';
import type { Case } from '@dvk/sdk/cases';
import { formatDate } from '@dvk/sdk/text';
import { extendIcon } from '../../icons/extend.ts';
import type { caseRecord } from '../../locale/case-record/vi.ts';

export interface ExtensionView {
  request: NonNullable<Case['extensionRequest']>;
  unitName: string;
  /** Whether the person may decide it. */
  mayDecide: boolean;
  texts: typeof caseRecord;
  busy: boolean;
  onGrant: () => void;
  onDecline: () => void;
}

/** The extension that a unit asks for: what and why, to be granted as it was asked for or declined. */
export function extensionCard(view: ExtensionView): TemplateResult {
  const { request, unitName, mayDecide, texts, busy, onGrant, onDecline } = view;
  const day = formatDate(request.until);
  if (!mayDecide) return html`<p class="notice warning">${texts.askedUntil(day)}</p>`;
  return html`<section class="card" aria-label=${texts.asksExtension}>
    <div class="card-head"><span class="card-label">${extendIcon}${texts.asksExtension}</span></div>
    <h4>${texts.asksUntil(unitName, day)}</h4>
    <p class="small prewrap">${request.reason}</p>
    <div class="card-actions">
      <button class="button primary" type="button" ?disabled=${busy} @click=${onGrant}>${texts.grantUntil(day)}</button>
      <button class="button" type="button" ?disabled=${busy} @click=${onDecline}>${texts.decline}</button>
    </div>
  </section>`;
}
