/** How many checks are under way that must show nothing. */
let silentChecks = 0;

/** Runs a check that only asks whether a form or field is valid: no field shows its error or takes the focus. */
export function checkSilently<T>(check: () => T): T {
  silentChecks++;
  try {
    return check();
  } finally {
    silentChecks--;
  }
}

export function isCheckedSilently(): boolean {
  return silentChecks > 0;
}

/** Makes `checkValidity()` of a form silent: a native one sends `invalid` to every field, as an attempt to submit does. */
export function silenceCheckValidity(form: HTMLFormElement): void {
  const check = form.checkValidity;
  Object.defineProperty(form, 'checkValidity', {
    configurable: true,
    writable: true,
    value: () => checkSilently(() => check.call(form)),
  });
}
