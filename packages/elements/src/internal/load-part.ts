/** A part of this package that is loaded on demand could not be loaded. */
export class PartError extends Error {
  override readonly name = 'PartError';
}

/** Loads a part on demand; what fails is told in words, as a failed request is. */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new PartError('A file of @dvk/elements cannot be loaded: is the folder complete, and the network there?', {
      cause,
    });
  }
}
