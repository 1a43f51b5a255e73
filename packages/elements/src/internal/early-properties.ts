/**
 * Gives an element the properties that were set before its class was there, which hide its accessors. Lit takes care of its own
 * properties only.
 */
export function takeEarlyProperties(element: object, names: readonly string[]): void {
  const properties = element as Record<string, unknown>;
  for (const name of names) {
    if (!Object.hasOwn(properties, name)) continue;
    const value = properties[name];
    delete properties[name];
    properties[name] = value;
  }
}
