/** What a host knows about a request besides the request itself. */
export interface RequestInfo {
  /** The address of the peer, for rate limits. A host that cannot tell it has to limit signed-out visitors itself. */
  remoteAddress?: string | undefined;
}

/** What handlers of a request find in its context. */
export type AppEnvironment = {
  Bindings: RequestInfo;
  Variables: { requestId: string; route: string; reason?: string };
};
