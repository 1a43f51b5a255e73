import { html, type TemplateResult } from 'lit';
import { refusal } from '../locale/refusal/vi.ts';
import type { WidgetHost } from './widget-host.ts';

/** The room that a page keeps with `reserve.css` is kept: the widget is not refused, or no longer. */
export const keepRoom = (element: HTMLElement): string => element.style.removeProperty('--_room');

/**
 * That a person may not use the widget: they are not signed in – with the way to –, or lack the role for it; then as whom they are
 * signed in, which may be the wrong account. Room that a page keeps with `reserve.css` is not left empty below it.
 */
export function refusalTemplate(
  { element, locale, person }: WidgetHost,
  texts: { signInFirst: string; notAllowed: string },
  signIn: TemplateResult,
): TemplateResult {
  element.style.setProperty('--_room', '0');
  if (person.subject === '')
    return html`<div class="notice" part="refusal">
      <p>${texts.signInFirst}</p>
      ${signIn}
    </div>`;
  const { notAllowed } = texts;
  const name = person.session?.name;
  return html`<div class="notice" part="refusal">
    <p>${name ? `${notAllowed} ${locale.texts(refusal).signedInAs(name)}` : notAllowed}</p>
  </div>`;
}
