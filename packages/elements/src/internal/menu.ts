import { css, html, type TemplateResult } from 'lit';
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

/** Look of a menu, and of tools beside one. */
export const menuStyles = css`
  .tool {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: max(2.667em, 24px);
    padding: 0.25em 0.75em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_action);
    font-size: max(0.9375em, 14px);
    font-weight: 600;
    line-height: 1.4;
    white-space: nowrap;
    cursor: pointer;
    list-style: none;
  }
  .tool::-webkit-details-marker {
    display: none;
  }
  .tool:hover {
    background: var(--_action-soft);
  }
  .menu {
    position: relative;
    margin: 0;
  }
  .menu > summary {
    min-block-size: max(2.667em, 24px);
  }
  .menu > summary > .icon:last-child {
    --_icon: 1.1em;
  }
  .unfolded {
    position: absolute;
    z-index: 4;
    inset-block-start: calc(100% + 0.25em);
    inset-inline-end: 0;
    display: grid;
    min-inline-size: 15em;
    max-inline-size: min(24em, 80vw);
    max-block-size: 24em;
    overflow-y: auto;
    padding-block: 0.35em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow-overlay);
    color: var(--_text);
  }
  .up > .unfolded {
    inset-block: auto calc(100% + 0.25em);
  }
  .item {
    display: flex;
    align-items: center;
    gap: 0.6em;
    inline-size: 100%;
    min-block-size: 2.5em;
    padding: 0.3em 0.9em;
    border: 0;
    background: none;
    font-size: max(0.9375em, 14px);
    line-height: 1.4;
    text-align: start;
  }
  :is(button, label).item {
    cursor: pointer;
  }
  :is(button, label).item:hover {
    background: var(--_action-soft);
  }
`;
