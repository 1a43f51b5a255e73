import { userEvent } from 'storybook/test';

/** Helpers for the `play` of a story: read, type, choose and press as a person does, through shadow roots. */

type Field = HTMLElementTagNameMap['dvk-text-field'];
const user = userEvent.setup({ delay: null });
/** Milliseconds; long enough for a busy machine. */
const timeout = 20_000;

/** All elements below a root, through shadow roots. */
export function* descendants(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* descendants(element.shadowRoot);
  }
}

/** Clicks and waits one task, so that the page renders before the next action. */
async function click(target: Element): Promise<void> {
  await user.click(target);
  await new Promise((done) => setTimeout(done));
}

const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
export const isVisible = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });

/** Waits until `find` finds something. */
export async function waitFor<T>(find: () => T | null | undefined | false, what: string): Promise<T> {
  const end = performance.now() + timeout;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`Timed out waiting for ${what}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** The shadow root of a widget, once a part of it is rendered. */
export async function openWidget(
  canvas: HTMLElement,
  tag: keyof HTMLElementTagNameMap,
  selector: string,
): Promise<ShadowRoot> {
  const root = await waitFor(() => canvas.querySelector(tag)?.shadowRoot, tag);
  await findPart(root, selector);
  return root;
}

/** Waits until a part is rendered. */
export function findPart(root: ParentNode, selector: string): Promise<HTMLElement> {
  return waitFor(() => root.querySelector<HTMLElement>(selector), selector);
}

const showsText = (root: ParentNode, text: string) =>
  [...descendants(root)].some((element) => plain(element.textContent).includes(text) && isVisible(element));

/** Waits until each text is visible. */
export async function expectText(root: ParentNode, ...texts: string[]): Promise<void> {
  for (const text of texts) await waitFor(() => showsText(root, plain(text)), `“${text}”`);
}

/** Waits until a text is no longer visible. */
export async function expectNoText(root: ParentNode, text: string): Promise<void> {
  await waitFor(() => !showsText(root, plain(text)), `the end of “${text}”`);
}

/** The field with a label. */
export async function field(root: ParentNode, label: string): Promise<Field> {
  const isIt = (element: HTMLElement) => (element as Field).displayName === label && isVisible(element);
  return waitFor(() => [...descendants(root)].find(isIt) as Field | undefined, `the field “${label}”`);
}

/** The native control of a field. */
export const controlOf = (at: HTMLElement) =>
  at.shadowRoot!.querySelector<HTMLInputElement>('input, textarea, select')!;

/** Replaces the text of a control, as a paste does; typing letter by letter is too slow. */
export async function paste(box: HTMLInputElement, text: string): Promise<void> {
  await click(box);
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
}

/** Replaces the text of a field and leaves it. */
export async function write(root: ParentNode, label: string, text: string): Promise<void> {
  const box = controlOf(await field(root, label));
  await paste(box, text);
  box.dispatchEvent(new Event('change', { bubbles: true }));
  box.blur();
}

/** Chooses an option of a field. */
export async function choose(root: ParentNode, label: string, option: string): Promise<void> {
  const at = await field(root, label);
  const options = await waitFor(
    () =>
      [...at.shadowRoot!.querySelectorAll<HTMLElement>('option, .option')].find((each) =>
        plain(each.textContent).startsWith(option),
      ),
    `“${option}”`,
  );
  if (options instanceof HTMLOptionElement) await user.selectOptions(controlOf(at), options);
  else await click(options.querySelector('input')!);
}

/** Types into a field with a list and chooses the item that begins with `line`. */
export async function chooseFromList(root: ParentNode, label: string, typed: string, line: string): Promise<void> {
  const at = await field(root, label);
  await paste(controlOf(at), typed);
  const item = await waitFor(
    () =>
      [...at.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]')].find((each) =>
        plain(each.textContent).startsWith(line),
      ),
    `“${line}”`,
  );
  await click(item);
}

/** Chooses a file and waits until it is uploaded. */
export async function attach(root: ParentNode, label: string, name: string): Promise<void> {
  const at = (await field(root, label)) as unknown as HTMLElementTagNameMap['dvk-file-field'];
  const before = at.files.length;
  await user.upload(
    at.shadowRoot!.querySelector<HTMLInputElement>('[type=file]')!,
    new File(['%PDF-1.7'], name, { type: 'application/pdf' }),
  );
  await waitFor(() => at.files.length > before, name);
}

/** Presses a button or link by its label. */
export async function press(root: ParentNode, name: string): Promise<void> {
  const isIt = (element: HTMLElement) =>
    element.matches('button:enabled, a[href], summary, label:has(input)') &&
    isVisible(element) &&
    [element.getAttribute('aria-label'), plain(element.textContent)].includes(plain(name));
  await click(await waitFor(() => [...descendants(root)].find(isIt), `the button “${name}”`));
}

/** The value of each field below a root, by name. */
export function entered(root: ParentNode): Record<string, string> {
  const isField = (element: HTMLElement): element is Field => 'restorableState' in element;
  return Object.fromEntries([...descendants(root)].filter(isField).map((each) => [each.name, each.restorableState]));
}

/** Waits until all fields have the values they had before. */
export async function expectEntered(root: ParentNode, before: Record<string, string>): Promise<void> {
  const differing = () => {
    const now = entered(root);
    return Object.keys(before).filter((name) => now[name] !== before[name]);
  };
  await waitFor(() => differing().length === 0, `what was entered in ${differing().join(', ')}`);
}

/** A section of the catalogue in the language that a widget speaks. */
export function textsOf<T extends object>(widget: Element, section: T): T {
  return (widget as unknown as { locale: { texts: (section: T) => T } }).locale.texts(section);
}

/** Removes a widget and, once it has closed its draft, adds it again, as a reload does. */
export async function reload(widget: Element): Promise<void> {
  const place = widget.parentElement!;
  widget.remove();
  await new Promise((done) => setTimeout(done));
  place.append(widget);
}

/** Deletes the drafts of earlier stories: for `beforeEach`. */
export function forgetDrafts(): Promise<void> {
  return new Promise((done) => {
    const forgetting = indexedDB.deleteDatabase('dvk-drafts');
    forgetting.onsuccess = forgetting.onerror = () => done();
  });
}
