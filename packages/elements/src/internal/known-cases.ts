import { readTrackingLink, trackingLink, type CaseKeys, type CaseStatus } from '@dvk/sdk/cases';

/** A case whose codes this machine keeps, because its sender asked for it. */
export interface KnownCase extends CaseKeys {
  title: string;
  /** RFC 3339 instant. */
  receivedAt: string;
  /** As it was last seen. */
  status?: CaseStatus;
}

/** In `localStorage`: the cases that senders have asked to be remembered, newest first. */
const rememberedKey = 'dvk-remembered-cases';
/** In `sessionStorage`: the case that the tracker of this tab shows. */
const openKey = 'dvk-open-case';
const mostRemembered = 20;
/** How long a case waits for the tracker on a shared device, where the next page is the sender's and the one after may not be. */
const sharedLifetime = 60_000;

/** Storage that the browser refuses (private windows, blocked cookies, full) holds nothing. */
function readJson(storage: () => Storage, key: string): unknown {
  try {
    return JSON.parse(storage().getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** False where nothing can be stored. */
function writeJson(storage: () => Storage, key: string, value: unknown): boolean {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

const local = () => localStorage;
const session = () => sessionStorage;

const isKeys = (value: unknown): value is CaseKeys => {
  const { code, secret } = (value ?? {}) as Partial<CaseKeys>;
  return typeof code === 'string' && typeof secret === 'string';
};

const isKnown = (value: unknown): value is KnownCase => {
  const { title, receivedAt } = (value ?? {}) as Partial<KnownCase>;
  return isKeys(value) && typeof title === 'string' && typeof receivedAt === 'string';
};

/** The cases that this machine remembers, newest first. */
export function rememberedCases(): KnownCase[] {
  const stored = readJson(local, rememberedKey);
  return Array.isArray(stored) ? stored.filter(isKnown) : [];
}

/**
 * Remembers a case until somebody forgets it: only when its sender has asked for it.
 * @returns false where the browser keeps nothing
 */
export function rememberCase({ code, secret, title, receivedAt, status }: KnownCase): boolean {
  const others = rememberedCases().filter((each) => each.code !== code);
  const all = [{ code, secret, title, receivedAt, status }, ...others];
  return writeJson(local, rememberedKey, all.slice(0, mostRemembered));
}

/** Forgets a case that was remembered; without a code, all of them. */
export function forgetCase(code?: string): void {
  const left = code === undefined ? [] : rememberedCases().filter((each) => each.code !== code);
  writeJson(local, rememberedKey, left.length > 0 ? left : undefined);
}

/**
 * The case that the tracker of this tab opens, now and after a reload. It is in the tab's storage: in no address, no request.
 * @param isSharedDevice whether it is for the next page only
 * @returns false where the browser keeps nothing
 */
export function openCase({ code, secret }: CaseKeys, isSharedDevice = false): boolean {
  const until = isSharedDevice ? { until: Date.now() + sharedLifetime } : {};
  return writeJson(session, openKey, { code, secret, ...until });
}

/** Closes the case of this tab's tracker. */
export function closeCase(): void {
  writeJson(session, openKey, undefined);
}

/**
 * The case that this tab's tracker opens: the one in the fragment of the address – of a QR code or a shared link –, else the one
 * that was open or comes from a receipt. The codes are taken out of the address, so that no log, bookmark or history has them.
 */
export function openedCase(): CaseKeys | undefined {
  const linked = readTrackingLink(location.href);
  if (linked) {
    history.replaceState(history.state, '', withoutKeys(location.href));
    return linked;
  }
  const stored = readJson(session, openKey);
  if (!isKeys(stored)) return undefined;
  const { until } = stored as { until?: number };
  if (until !== undefined) closeCase();
  if (until !== undefined && until < Date.now()) return undefined;
  return { code: stored.code, secret: stored.secret };
}

/** An address without the part of its fragment that {@link trackingLink} adds. */
function withoutKeys(address: string): string {
  const at = address.indexOf('#');
  const others = address
    .slice(at + 1)
    .split('&')
    .filter((part) => !readTrackingLink(`#${part}`));
  const fragment = others.join('&');
  return address.slice(0, at) + (fragment && `#${fragment}`);
}

/** The link to the page with the tracker that opens a case, for QR codes, other machines and other tabs. */
export function linkToCase(trackerUrl: string, keys: CaseKeys): string {
  return trackingLink(new URL(trackerUrl, document.baseURI).href, keys);
}
