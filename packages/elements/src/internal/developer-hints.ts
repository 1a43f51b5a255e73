/** Milliseconds in which a `<dvk-context>` or a script may still come. */
const delay = 1000;

/** Says what is missing where an element still has no connection after a while. */
export function hintIfUnconnected(element: Element & { readonly connection: unknown }): void {
  setTimeout(() => {
    if (element.isConnected && !element.connection) void explain((texts) => texts.hintAtMissingBaseUrl(element));
  }, delay);
}

/** Says that the token of a widget is not asked for. */
export function hintAtUnaskedToken(element: Element): void {
  void explain((texts) => texts.hintAtUnaskedToken(element));
}

/** Says something at length; without the words for it, nothing. */
async function explain(say: (texts: typeof import('./hint-texts.ts')) => unknown): Promise<void> {
  try {
    await say(await import('./hint-texts.ts'));
  } catch {
    // It is only advice.
  }
}

/** Says what is evidently wrong with an address before anything is asked there. */
export function hintAtBaseUrl(who: string, baseUrl: string): void {
  const looksRight = /^(?:\/|\w+:\/\/)/.test(baseUrl) && !baseUrl.includes('/v1');
  if (!looksRight) void explain((texts) => texts.hintAtBaseUrl(who, baseUrl));
}

/** `fetch` that says why nothing comes of a request, as far as a page can find out. */
export function hintingFetch(who: string, baseUrl: string): typeof fetch {
  return async (input, init) => {
    try {
      const response = await fetch(input, init);
      if (response.headers.get('content-type')?.startsWith('text/html'))
        void explain((texts) => texts.hintAtWebPage(who, baseUrl, response.status));
      return response;
    } catch (error) {
      const { signal } = input instanceof Request ? input : (init ?? {});
      if (!signal?.aborted && navigator.onLine) void explain((texts) => texts.hintAtFailedRequest(who, baseUrl));
      throw error;
    }
  };
}
