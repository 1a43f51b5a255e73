/** The faults of a server, as data: a page can ask for them too. */

/** What came in. */
export interface Received {
  method: string;
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
  /** `Date.now()` of arrival. */
  at: number;
}

/** One way to answer, or not to. */
export interface Step {
  /** Missing: no head is sent. */
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** What comes then: `stall` sends nothing more, `cut` resets the connection; missing, the answer ends as it should. */
  after?: 'stall' | 'cut';
}

export const text = (body: string, code = 200, headers: Record<string, string> = {}): Step => ({
  status: code,
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

export const json = (body: unknown, code = 200, headers: Record<string, string> = {}): Step =>
  text(JSON.stringify(body), code, headers);

export const problem = (code: string, status: number, more: object = {}, headers: Record<string, string> = {}): Step =>
  json({ type: `urn:dvk:problem:${code}`, title: code, status, ...more }, status, {
    'content-type': 'application/problem+json',
    ...headers,
  });

/** A bare status, as a load balancer gives it. */
export const status = (code: number, headers: Record<string, string> = {}): Step => ({ status: code, headers });

/** An error page of something in between. */
export const html = (code: number): Step =>
  text(`<html><h1>${code} Bad Gateway</h1></html>`, code, { 'content-type': 'text/html' });

/** Cuts the connection before any answer. */
export const reset: Step = { after: 'cut' };

/** Never answers. */
export const stallHeaders: Step = { after: 'stall' };

const half: Step = {
  status: 200,
  headers: { 'content-type': 'application/json', 'content-length': '100' },
  body: '{"name":"',
};

/** Sends the head and half of the body, then nothing more. */
export const stallBody: Step = { ...half, after: 'stall' };

/** Sends the head and half of the body, then cuts the connection. */
export const breakBody: Step = { ...half, after: 'cut' };
