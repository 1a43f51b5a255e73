/** Environment variables, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error for what is no whole number of up to five digits */
export function wholeNumber(environment: Environment, name: string, fallback: number): number {
  const value = environment[name];
  if (value === undefined || value === '') return fallback;
  if (!/^\d{1,5}$/.test(value)) throw new Error(`${name} is "${value}"; it must be a whole number`);
  return Number(value);
}

/** The parts of a comma-separated setting. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((part) => part.trim() || []);
}

/** @throws Error for no time at all */
export function minutes(environment: Environment, name: string, fallback: number): number {
  const value = wholeNumber(environment, name, fallback);
  if (value === 0) throw new Error(`${name} is "0"; it must be at least one minute`);
  return value;
}
