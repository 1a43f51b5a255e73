/**
 * What Vietnamese keyboards send. macOS, Android and Linux compose (Telex in an input method); UniKey on Windows sends
 * no composition at all: it deletes with Backspace and inserts the letter with its marks.
 */

function inside(field: Element): HTMLInputElement | HTMLTextAreaElement {
  return field.shadowRoot!.querySelector('input, textarea')!;
}

function put(control: HTMLInputElement | HTMLTextAreaElement, value: string, type: string, composing: boolean): void {
  control.value = value;
  control.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: type, isComposing: composing }),
  );
}

/** Telex through an input method: `d`, `d` → `đ`; the text under composition is replaced at each key. */
export function compose(field: Element, before: string, steps: readonly string[]): void {
  const control = inside(field);
  control.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true, composed: true }));
  for (const step of steps) {
    control.dispatchEvent(new CompositionEvent('compositionupdate', { bubbles: true, composed: true, data: step }));
    put(control, before + step, 'insertCompositionText', true);
  }
  control.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true, data: steps.at(-1)! }));
}

/** Telex through UniKey: each correction is a Backspace and new letters, without composition events. */
export function replaceLetters(field: Element, states: readonly string[]): void {
  const control = inside(field);
  for (const state of states) {
    const shorter = state.length < control.value.length;
    put(control, state, shorter ? 'deleteContentBackward' : 'insertText', false);
  }
}

/** The text in the native control, as the person sees it. */
export function visibleText(field: Element): string {
  return inside(field).value;
}
