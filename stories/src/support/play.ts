import { userEvent } from 'storybook/test';

/** What a story's `play` does with a page: what a person does – read, type, choose, press –, through shadow roots. */

type Field = HTMLElementTagNameMap['dvk-text-field'];
const user = userEvent.setup({ delay: null });
/** Long enough for a machine that does other things too; nothing waits that long when all is well. */
const patience = 20_000;

/** All elements below a place, through shadow roots. */
function* below(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* below(element.shadowRoot);
  }
}

/** Clicks, and lets the page draw what was held back for the click: nobody's next action comes in the same task. */
async function click(target: Element): Promise<void> {
  await user.click(target);
  await new Promise((done) => setTimeout(done));
}

const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
const isThere = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });

/** Waits until something is there. */
export async function until<T>(find: () => T | null | undefined | false, what: string): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** The shadow root of a widget, once a part of it is there. */
export async function opened(
  canvas: HTMLElement,
  tag: keyof HTMLElementTagNameMap,
  selector: string,
): Promise<ShadowRoot> {
  const root = await until(() => canvas.querySelector(tag)?.shadowRoot, tag);
  await seen(root, selector);
  return root;
}

/** Waits until a part is there. */
export function seen(root: ParentNode, selector: string): Promise<HTMLElement> {
  return until(() => root.querySelector<HTMLElement>(selector), selector);
}

const says = (root: ParentNode, text: string) =>
  [...below(root)].some((element) => plain(element.textContent).includes(text) && isThere(element));

/** Waits until a sentence can be read (or is read out). */
export async function reads(root: ParentNode, ...texts: string[]): Promise<void> {
  for (const text of texts) await until(() => says(root, plain(text)), `“${text}”`);
}

/** Waits until a sentence is gone. */
export async function readsNoLonger(root: ParentNode, text: string): Promise<void> {
  await until(() => !says(root, plain(text)), `the end of “${text}”`);
}

/** The field with a label. */
export async function field(root: ParentNode, label: string): Promise<Field> {
  const isIt = (element: HTMLElement) => (element as Field).displayName === label && isThere(element);
  return until(() => [...below(root)].find(isIt) as Field | undefined, `the field “${label}”`);
}

/** The native control of a field. */
export const boxOf = (at: HTMLElement) => at.shadowRoot!.querySelector<HTMLInputElement>('input, textarea, select')!;

/** Puts a text into a box at one stroke, as a paste over everything does. Typing letter by letter takes too long here. */
export async function paste(box: HTMLInputElement, text: string): Promise<void> {
  await click(box);
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
}

/** Writes into a field in place of what stands there, and leaves it. */
export async function write(root: ParentNode, label: string, text: string): Promise<void> {
  const box = boxOf(await field(root, label));
  await paste(box, text);
  box.dispatchEvent(new Event('change', { bubbles: true }));
  box.blur();
}

/** Chooses one line of a field with options. */
export async function choose(root: ParentNode, label: string, option: string): Promise<void> {
  const at = await field(root, label);
  const options = await until(
    () =>
      [...at.shadowRoot!.querySelectorAll<HTMLElement>('option, .option')].find((each) =>
        plain(each.textContent).startsWith(option),
      ),
    `“${option}”`,
  );
  if (options instanceof HTMLOptionElement) await user.selectOptions(boxOf(at), options);
  else await click(options.querySelector('input')!);
}

/** Types into a field with a list and takes the line that begins so. */
export async function pick(root: ParentNode, label: string, typed: string, line: string): Promise<void> {
  const at = await field(root, label);
  await paste(boxOf(at), typed);
  const item = await until(
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
  await until(() => at.files.length > before, name);
}

/** Presses a button or link by what it says. */
export async function press(root: ParentNode, name: string): Promise<void> {
  const isIt = (element: HTMLElement) =>
    element.matches('button:enabled, a[href], summary, label:has(input)') &&
    isThere(element) &&
    [element.getAttribute('aria-label'), plain(element.textContent)].includes(plain(name));
  await click(await until(() => [...below(root)].find(isIt), `the button “${name}”`));
}

/** All that has been entered below a place, field by field. */
export function entered(root: ParentNode): Record<string, string> {
  const isField = (element: HTMLElement): element is Field => 'restorableState' in element;
  return Object.fromEntries([...below(root)].filter(isField).map((each) => [each.name, each.restorableState]));
}

/** Nothing that was entered is lost. */
export async function keeps(root: ParentNode, before: Record<string, string>): Promise<void> {
  const differing = () => {
    const now = entered(root);
    return Object.keys(before).filter((name) => now[name] !== before[name]);
  };
  await until(() => differing().length === 0, `what was entered in ${differing().join(', ')}`);
}

/** A section of the catalogue in the language that a widget speaks. */
export function textsOf<T extends object>(widget: Element, section: T): T {
  return (widget as unknown as { locale: { texts: (section: T) => T } }).locale.texts(section);
}

/** Takes a widget off the page and, once it has let go of its draft, puts it back, as a reload does. */
export async function reload(widget: Element): Promise<void> {
  const place = widget.parentElement!;
  widget.remove();
  await new Promise((done) => setTimeout(done));
  place.append(widget);
}

/** Forgets the drafts of earlier stories: for `beforeEach`. */
export function forgetDrafts(): Promise<void> {
  return new Promise((done) => {
    const forgetting = indexedDB.deleteDatabase('dvk-drafts');
    forgetting.onsuccess = forgetting.onerror = () => done();
  });
}
