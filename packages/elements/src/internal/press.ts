/**
 * A browser dispatches a click only if the same element is under the pointer at press and at release. Whatever moves the
 * layout in between – an error that appears because the pressed button took the focus from a field – makes the click vanish.
 */
let click: Promise<void> | undefined;
let resolveClick = (): void => {};
let endTimer: ReturnType<typeof setTimeout> | undefined;
let isWatching = false;

/** Resolves when the click that is under way has been dispatched; `undefined` if there is none. */
export function clickUnderWay(): Promise<void> | undefined {
  return click;
}

/** Starts to listen for clicks, the first time an element is on the page. */
export function watchPress(): void {
  if (isWatching) return;
  isWatching = true;
  const on = (types: readonly string[], listen: (event: Event) => void) => {
    for (const type of types) window.addEventListener(type, listen, { capture: true, passive: true });
  };
  on(['pointerdown', 'mousedown'], (event) => {
    if ((event as MouseEvent).button === 0) begin();
  });
  // A key clicks without a press. A click by script is dispatched at once and needs no protection.
  on(['click'], (event) => {
    if (event.isTrusted) begin();
    endSoon();
  });
  // A click, if there is one, follows in the same task.
  on(['pointerup', 'mouseup', 'pointercancel', 'dragend', 'contextmenu'], endSoon);
  // The release was swallowed, e.g. by the list of a native select, or happened outside the window.
  on(['pointermove', 'mousemove'], (event) => {
    if (event.isTrusted && (event as MouseEvent).buttons === 0) endSoon();
  });
  on(['keydown', 'input'], (event) => {
    if (event.isTrusted) endSoon();
  });
  on(['blur'], (event) => {
    if (event.target === window) endSoon();
  });
}

function begin(): void {
  clearTimeout(endTimer);
  click ??= new Promise((resolve) => (resolveClick = resolve));
}

/**
 * Not within an event: a browser checks a radio button or checkbox before it dispatches the event, and an update in between
 * would uncheck it.
 */
function endSoon(): void {
  clearTimeout(endTimer);
  endTimer = setTimeout(() => {
    click = undefined;
    resolveClick();
  });
}
