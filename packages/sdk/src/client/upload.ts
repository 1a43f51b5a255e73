import { notify } from './notify.ts';

/** How much of a file has been sent, in bytes. */
export interface Progress {
  sent: number;
  total: number;
}

/**
 * Sends a file and reports the progress: with XMLHttpRequest where it exists, because `fetch` cannot report progress in
 * most browsers; elsewhere with `send`, which reports only the start and the end.
 */
export function sendWithProgress(
  body: Blob,
  send: (request: Request) => Promise<Response>,
  onProgress: (progress: Progress) => void,
): (request: Request) => Promise<Response> {
  const total = body.size;
  return async (request) => {
    notify(onProgress, { sent: 0, total });
    // XMLHttpRequest always sends the cookies of the page's own origin.
    const byXhr = globalThis.XMLHttpRequest && request.credentials !== 'omit';
    const response = await (byXhr ? sendByXhr(request, body, onProgress) : send(request));
    notify(onProgress, { sent: total, total });
    return response;
  };
}

async function sendByXhr(request: Request, body: Blob, onProgress: (progress: Progress) => void): Promise<Response> {
  const xhr = new XMLHttpRequest();
  await new Promise<unknown>((resolve, reject) => {
    xhr.open(request.method, request.url);
    xhr.responseType = 'arraybuffer';
    xhr.withCredentials = request.credentials === 'include';
    request.headers.forEach((value, name) => xhr.setRequestHeader(name, value));
    xhr.upload.addEventListener('progress', ({ loaded }) => onProgress({ sent: loaded, total: body.size }));
    xhr.addEventListener('load', resolve);
    xhr.addEventListener('error', () => reject(new TypeError('The connection broke during the upload')));
    xhr.addEventListener('abort', () => reject(request.signal.reason));
    request.signal.addEventListener('abort', () => xhr.abort());
    xhr.send(body);
  });
  // XMLHttpRequest always follows redirects, where `exchange` tells `fetch` not to.
  if (xhr.responseURL && xhr.responseURL !== request.url) return new Response(null, { status: 302 });
  const headers = new Headers();
  for (const line of xhr.getAllResponseHeaders().split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  const { status } = xhr;
  // Throws for an invalid status, as `fetch` does.
  return new Response([204, 205, 304].includes(status) ? null : xhr.response, { status, headers });
}
