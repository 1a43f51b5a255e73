/**
 * Scripts of before form-associated elements gather a form from its `input`, `select` and `textarea` – jQuery's `serialize()`, the
 * UpdatePanel of ASP.NET WebForms – and leave out ours. In a form with this attribute each field keeps hidden inputs of what it submits.
 */
export const plainInputs = 'data-dvk-inputs';

const own = 'data-dvk-input';

/** Makes the hidden inputs in a field those of its entries. */
export function putPlainInputs(field: Element, entries: Iterable<readonly [name: string, value: string]>): void {
  const unused = [...field.querySelectorAll<HTMLInputElement>(`:scope > input[${own}]`)];
  const form = field.getAttribute('form');
  for (const [name, value] of entries) {
    const input = unused.shift() ?? field.appendChild(hiddenInput());
    if (input.name !== name) input.name = name;
    if (input.value !== value) input.value = value;
    if (form !== null) input.setAttribute('form', form);
    else input.removeAttribute('form');
  }
  for (const input of unused) input.remove();
}

function hiddenInput(): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'hidden';
  input.setAttribute(own, '');
  return input;
}
