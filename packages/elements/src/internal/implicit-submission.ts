/** What of a form's elements matters for sending it with Enter. */
interface FormElement extends Element {
  readonly form?: HTMLFormElement | null;
  readonly type?: string;
  /** Ours: a box of one line. */
  readonly isLine?: boolean;
}

const lines = /^(?:text|search|tel|url|email|password|date|month|week|time|datetime-local|number)$/;

/**
 * What Enter in a line does to its form, as in the HTML standard (“implicit submission”): it presses the first submit button, does
 * nothing if that is disabled, and sends a form without one only if it has no more than one line.
 */
export function submitImplicitly(form: HTMLFormElement): void {
  const elements = [...form.elements] as FormElement[];
  const button = firstInTree([...elements, ...imageButtons(form)].filter(isSubmit));
  if (button) {
    if (!button.matches(':disabled')) (button as HTMLElement).click();
  } else if (elements.filter(isLine).length <= 1) form.requestSubmit();
}

/** They belong to the form, but not to its `elements`. */
function imageButtons(form: HTMLFormElement): FormElement[] {
  const root = form.getRootNode() as Document | ShadowRoot;
  return [...root.querySelectorAll<HTMLInputElement>('input[type=image]')].filter((button) => button.form === form);
}

function isSubmit({ type }: FormElement): boolean {
  return type === 'submit' || type === 'image';
}

function isLine(element: FormElement): boolean {
  return element.isLine ?? (element instanceof HTMLInputElement && lines.test(element.type));
}

function firstInTree(elements: readonly Element[]): Element | undefined {
  return [...elements].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
}
