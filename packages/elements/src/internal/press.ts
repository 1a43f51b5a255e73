/**
 * A click goes to what lies under the pointer when it is pressed *and* when it is released. What would move in between –
 * above all an error that appears because the pressed button took the focus from a field – would take the click away.
 */
let pressed: Promise<void> | undefined;
let letGo = (): void => {};
let watching = false;

/** Resolves when the click that is under way has arrived; `undefined` while nothing is pressed. */
export function clickUnderWay(): Promise<void> | undefined {
  return pressed;
}

/** To be called once there is something on the page that could move. */
export function watchPress(): void {
  if (watching) return;
  watching = true;
  const on = (types: readonly string[], listen: (event: Event) => void, capture = true) => {
    for (const type of types) window.addEventListener(type, listen, { capture, passive: true });
  };
  on(['pointerdown', 'mousedown'], (event) => {
    if ((event as MouseEvent).button === 0) pressed ??= new Promise((resolve) => (letGo = resolve));
  });
  // After the listeners of what was clicked.
  on(['click'], end, false);
  // A click, if there is one, follows in the same task.
  on(['pointerup', 'mouseup', 'pointercancel', 'dragend', 'contextmenu'], () => setTimeout(end));
  // The release was swallowed, e.g. by the list of a native select, or happened outside the window.
  on(['pointermove', 'mousemove'], (event) => {
    if (event.isTrusted && (event as MouseEvent).buttons === 0) end();
  });
  on(['keydown', 'input'], (event) => {
    if (event.isTrusted) end();
  });
  on(['blur'], (event) => {
    if (event.target === window) end();
  });
}

function end(): void {
  pressed = undefined;
  letGo();
}
