/**
 * Calls a function that the caller passed to be notified. If it throws, the call goes on, and the error is reported like that
 * of an event listener.
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
