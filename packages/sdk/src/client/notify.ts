/**
 * Tells a listener of the caller's. An error of the listener changes nothing here: it is reported as the platform reports those of
 * event listeners.
 */
export function notify<T>(listener: ((event: T) => void) | undefined, event: T): void {
  try {
    listener?.(event);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
