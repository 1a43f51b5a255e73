/** The catalogues say “quý vị”; some offices write “ông/bà”. */
const forms: Readonly<Record<string, string>> = { 'quý vị': 'ông/bà', 'Quý vị': 'Ông/Bà' };
const quyVi = /quý vị/gi;

const addressed = new WeakMap<object, object>();

/** A section of the catalogue – or any text, list or function in it – that says “ông/bà” for “quý vị”. */
export function sayOngBa<T>(texts: T): T {
  return say(texts) as T;
}

function say(texts: unknown): unknown {
  if (typeof texts === 'string') return texts.replace(quyVi, (written) => forms[written] ?? written);
  if (typeof texts === 'function')
    return (...values: unknown[]): unknown => {
      const text: unknown = texts(...values);
      // What people have written themselves stays as it is.
      return values.some((value) => String(value).match(quyVi)) ? text : say(text);
    };
  if (typeof texts !== 'object' || texts === null) return texts;
  let made = addressed.get(texts);
  if (!made) {
    made = Array.isArray(texts)
      ? texts.map(say)
      : Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, say(text)]));
    addressed.set(texts, made);
  }
  return made;
}
