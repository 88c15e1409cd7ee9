/**
 * `api(path, { body?, bytes?, patience?, signal? })`: the answer's JSON, or an `ApiError` with a code from the table of
 * refusals (`offline` when the server was not reached, or its answer not there within `patience` ms) and, where the server
 * says so, after how many seconds to ask again. A body makes it a POST; for the bytes of a file, which may take long to
 * send, there is no limit unless one is given. Whoever gives up by `signal` gets an `offline`, too.
 */
import { wellFormed } from './wellformed.js';

/** A node that hangs would keep a button pressed for minutes. */
const PATIENCE = 30_000;

export class ApiError extends Error {
  constructor(code, { message = code, detail, status, retryAfter } = {}) {
    super(message);
    this.code = code;
    this.detail = detail;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export async function api(path, { body, bytes, patience = bytes === undefined ? PATIENCE : 0, signal } = {}) {
  const post = body !== undefined || bytes !== undefined;
  let response;
  try {
    response = await fetch(path, {
      method: post ? 'POST' : 'GET',
      credentials: 'same-origin',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      signal: signal ?? (patience ? AbortSignal.timeout(patience) : undefined),
      body: body === undefined ? bytes : JSON.stringify(wellFormed(body)),
    });
  } catch {
    throw new ApiError('offline');
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer;
  if (response.ok) throw new ApiError('offline');
  throw new ApiError(answer?.code ?? (response.status === 401 ? 'signedOut' : 'unavailable'), {
    message: answer?.message,
    detail: answer?.detail ?? (answer?.limit ? { limit: answer.limit } : undefined),
    status: response.status,
    retryAfter: Number(response.headers?.get('retry-after')) || undefined,
  });
}
