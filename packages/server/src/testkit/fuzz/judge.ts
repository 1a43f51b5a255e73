import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { Problem, problems, problemType, type Endpoint, type ProblemCode } from '@dvk/sdk/contract';
import * as z from 'zod/mini';
import { describeApi } from '../../create-server.ts';

/** A record as an answer showed it. */
export interface SeenRecord extends Record<string, unknown> {
  id: string;
  etag?: string;
}

const knownTypes = new Map<string, ProblemCode>(
  (Object.keys(problems) as ProblemCode[]).map((code) => [problemType(code), code]),
);
const document = describeApi();

/**
 * A refusal: a problem document of a known type, with pointers where fields are wrong.
 *
 * @param described whether the request was the operation's own, so that the API's document must name the status
 * @returns the problem's code
 */
export function judgeProblem(response: Response, text: string, described: boolean, endpoint: Endpoint): string {
  assert.equal(response.headers.get('content-type'), 'application/problem+json; charset=utf-8', text.slice(0, 300));
  const problem = z.parse(Problem, JSON.parse(text));
  const code = knownTypes.get(problem.type);
  assert.ok(code, `unknown type ${problem.type}`);
  assert.equal(problem.status, response.status);
  assert.equal(problems[code].status, response.status);
  assert.equal(problem.instance, `urn:uuid:${response.headers.get('x-request-id')}`);
  assert.ok(problem.title.length > 0);
  if (code === 'validation-failed') {
    assert.ok(problem.errors && problem.errors.length > 0, 'names the fields');
    for (const { pointer, code: reason, detail } of problem.errors) {
      assert.match(pointer, /^(\/([^~/]|~[01])*)*$/u);
      assert.ok(reason && detail, `${pointer}: says what is wrong`);
    }
  }
  if (described) {
    const operation = document.paths[endpoint.path]![endpoint.method.toLowerCase()]!;
    assert.ok(
      String(response.status) in (operation['responses'] as object),
      `${response.status} is not in the document`,
    );
  }
  return code;
}

/** A success: the contract's status and body, and nothing beyond it. @returns the body, where there is one */
export function judgeSuccess(
  endpoint: Endpoint,
  request: Request,
  response: Response,
  text: string,
): SeenRecord | undefined {
  if (response.status === 304) {
    assert.ok(request.headers.has('if-none-match') && endpoint.method === 'GET');
    return undefined;
  }
  assert.equal(response.status, endpoint.status ?? 200);
  if (endpoint.response === 'binary') {
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment;/);
    return undefined;
  }
  if (!endpoint.response || request.method === 'HEAD') return undefined;
  const body = JSON.parse(text) as SeenRecord;
  const parsed = z.safeParse(endpoint.response as unknown as z.ZodMiniType, body);
  assert.ok(parsed.success, `outside the contract: ${JSON.stringify(parsed.error?.issues)}`);
  assert.ok(isDeepStrictEqual(parsed.data, body), 'more than the contract names');
  if (endpoint.etag) assert.equal(response.headers.get('etag'), body.etag);
  return body;
}
