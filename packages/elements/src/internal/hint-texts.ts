/** What is wrong with the address of an API, in words for developers. Loaded when something is. */
import { hint } from './hint.ts';

/** Says what is missing where an element has no connection. */
export function hintAtMissingBaseUrl({ localName }: Element): void {
  const isContext = localName === 'dvk-context';
  const elsewhere = isContext ? '' : ', or put the widget into a <dvk-context base-url="/api">';
  hint(
    `<${localName}>: no base-url. Set base-url to the address in front of /v1 of the API, e.g. base-url="/api"${elsewhere}.`,
  );
}

/** Says that the token of a widget is not asked for. */
export function hintAtUnaskedToken({ localName }: Element): void {
  hint(`<${localName}>: getToken is not asked: the <dvk-context> around it has the connection. Set it there.`);
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

/** Says that something else than the API has answered. */
export function hintAtWebPage(who: string, baseUrl: string, status: number): void {
  hint(
    `${who}: at base-url="${baseUrl}" a web page answers (status ${status}), not the API. base-url is the address in front of /v1: does ${fullAddress(baseUrl)}/v1/openapi.json show the API?`,
  );
}

const checkedAddresses = new Set<string>();

/** Says why a request failed. A browser does not say; but a second request in `no-cors` mode shows whether there is a server. */
export async function hintAtFailedRequest(who: string, baseUrl: string): Promise<void> {
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
