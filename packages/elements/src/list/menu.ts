import { html, type TemplateResult } from 'lit';
import { downIcon } from '../icons/down.ts';

/** Closes a menu from inside, and brings the focus back to its button. */
export function closeMenu(inside: EventTarget | null): void {
  const menu = (inside as Element | null)?.closest<HTMLDetailsElement>('details.menu');
  if (!menu?.open) return;
  menu.open = false;
  menu.querySelector<HTMLElement>('summary')!.focus();
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !(event.currentTarget as HTMLDetailsElement).open) return;
  event.preventDefault();
  closeMenu(event.target);
}

/** A menu that is open closes when the person goes on elsewhere. Safari does not focus the buttons that are clicked. */
function onToggle({ target }: Event): void {
  const menu = target as HTMLDetailsElement;
  if (!menu.open) return;
  const close = (event: Event) => {
    if (menu.open && menu.isConnected && event.composedPath().includes(menu)) return;
    menu.open = false;
    for (const type of ['pointerdown', 'focusin']) document.removeEventListener(type, close);
  };
  for (const type of ['pointerdown', 'focusin']) document.addEventListener(type, close);
}

/**
 * A button that unfolds something below it: choices, a small form.
 * @param button - further classes of the button
 * @param kind - further classes of the whole
 */
export function menuTemplate(label: unknown, content: unknown, button = '', kind = ''): TemplateResult {
  return html`<details class="menu ${kind}" @toggle=${onToggle} @keydown=${onKey}>
    <summary class="tool ${button}">${label} ${downIcon}</summary>
    <div class="unfolded">${content}</div>
  </details>`;
}
