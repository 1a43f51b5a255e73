/**
 * A click goes to what lies under the pointer when it is pressed *and* when it is released. What would move in between –
 * above all an error that appears because the pressed button took the focus from a field – would take the click away.
 */
let pressed: Promise<void> | undefined;
let letGo = (): void => {};
let ending: ReturnType<typeof setTimeout> | undefined;
let watching = false;

/** Resolves when the click that is under way has arrived; `undefined` while nothing is pressed. */
export function clickUnderWay(): Promise<void> | undefined {
  return pressed;
}

/** To be called once there is something on the page that could move. */
export function watchPress(): void {
  if (watching) return;
  watching = true;
  const on = (types: readonly string[], listen: (event: Event) => void) => {
    for (const type of types) window.addEventListener(type, listen, { capture: true, passive: true });
  };
  on(['pointerdown', 'mousedown'], (event) => {
    if ((event as MouseEvent).button === 0) begin();
  });
  // A key clicks without pressing. A script's click runs to its end undisturbed.
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
  clearTimeout(ending);
  pressed ??= new Promise((resolve) => (letGo = resolve));
}

/**
 * Never while an event is on its way: a browser marks a radio or checkbox before it tells of it, and drawing the field anew
 * in between would take the mark away.
 */
function endSoon(): void {
  clearTimeout(ending);
  ending = setTimeout(() => {
    pressed = undefined;
    letGo();
  });
}
