/** What is wrong with how a page uses the elements: each hint once, on the console, for developers only. */
const said = new Set<string>();

export function hint(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  console.warn(text);
}

/** Milliseconds in which a `<dvk-context>` or a script may still come. */
const delay = 1000;

/** Says what is missing where an element still has no connection after a while. */
export function hintIfUnconnected(element: Element & { readonly connection: unknown }, advice: string): void {
  setTimeout(() => {
    if (element.isConnected && !element.connection) hint(`<${element.localName}>: no base-url. ${advice}`);
  }, delay);
}

/** Says what is evidently wrong with an address before anything is asked there. */
export function hintAtBaseUrl(who: string, baseUrl: string): void {
  const [before, , after] = baseUrl.split(/(\/v1)(?=[/?#]|$)/);
  if (after !== undefined)
    hint(`${who}: base-url="${baseUrl}" holds /v1, which is added to it. Write base-url="${before || '/'}".`);
  else if (/^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:\/|$)/.test(baseUrl))
    hint(
      `${who}: base-url="${baseUrl}" is read as a folder beside the page. Write base-url="https://${baseUrl}" for a host.`,
    );
}

/** `fetch` that says why nothing comes of a request, as far as a page can find out. */
export function hintingFetch(who: string, baseUrl: string): typeof fetch {
  return async (input, init) => {
    try {
      const response = await fetch(input, init);
      if (response.headers.get('content-type')?.startsWith('text/html'))
        hint(
          `${who}: at base-url="${baseUrl}" a web page answers (status ${response.status}), not the API. base-url is the address in front of /v1: does ${fullAddress(baseUrl)}/v1/openapi.json show the API?`,
        );
      return response;
    } catch (error) {
      const { signal } = input instanceof Request ? input : (init ?? {});
      if (!signal?.aborted && navigator.onLine) void hintAtFailedRequest(who, baseUrl);
      throw error;
    }
  };
}

const checkedAddresses = new Set<string>();

/** Why a request failed. A browser does not say; but a second request in `no-cors` mode shows whether there is a server. */
async function hintAtFailedRequest(who: string, baseUrl: string): Promise<void> {
  const address = fullAddress(baseUrl);
  if (checkedAddresses.has(address)) return;
  checkedAddresses.add(address);
  const { origin, protocol } = new URL(address);
  const { origin: own } = location;
  if (origin === own)
    return hint(`${who}: nothing answers at ${address}. Is the server running, and is this its path?`);
  if (protocol === 'http:' && location.protocol === 'https:')
    return hint(`${who}: a page under https may ask nothing of ${origin}. Serve the API under https.`);
  const responds = await fetch(address, { mode: 'no-cors', credentials: 'omit' }).then(
    () => true,
    () => false,
  );
  hint(
    responds
      ? `${who}: ${origin} answers, but pages of ${own} may not read it (CORS). Add ${own} to DVK_ORIGINS of the server, or serve the API under the page’s own origin.`
      : `${who}: nothing answers at ${address}. Is the server running, and does connect-src of the page’s Content-Security-Policy name ${origin}?`,
  );
}

function fullAddress(baseUrl: string): string {
  return new URL(baseUrl, document.baseURI).href.replace(/\/$/, '');
}
