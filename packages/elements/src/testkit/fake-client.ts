import { getResponse } from 'msw';
import { api } from '@dvk/sdk/api';
import { createClient, type Client } from '@dvk/sdk/client';
import { toMsw, type MockHandlers } from '@dvk/sdk/testing';

/** A client over a faked network, and what went out through it. */
export interface FakeClient {
  client: Client;
  /** Every request that went out, in order. */
  requests: Request[];
  /** Replaces the answers. */
  answer: (handlers: MockHandlers<typeof api>) => void;
}

/**
 * The real client, whose network is answered by mock handlers made from the contract: malformed requests are refused as the
 * server refuses them, and an answer that does not keep to the contract fails the test.
 */
export function fakeClient(handlers: MockHandlers<typeof api>): FakeClient {
  const baseUrl = 'https://dvk.test';
  let http = toMsw(api, baseUrl, handlers);
  const requests: Request[] = [];
  const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    requests.push(request.clone());
    const response = await getResponse(http, request);
    if (!response) throw new TypeError(`nothing answers ${request.method} ${request.url}`);
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
  return {
    client: createClient({ baseUrl, fetch: send, maxRetries: 0 }),
    requests,
    answer: (next) => {
      http = toMsw(api, baseUrl, next);
    },
  };
}
