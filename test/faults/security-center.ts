/** Security Center says what it means inside of an envelope, also with 200; and the envelope can be broken. */
import { answers } from './bench.js';
import { getSc } from './calls.js';
import { keys, unexpectedBody } from './fault.js';
import type { Expected, Fault } from './fault.js';

type Row = readonly [name: string, status: number, body: unknown, expected: Expected];

const envelope = (code: unknown, message = '', response: unknown = ''): unknown =>
  ({ type: 'regular', response, error_code: code, error_msg: message, warnings: [], timestamp: 1 });
const apiError = (reason: string): Expected => ({ tag: 'APIError', reason });
const unauthenticated: Expected = { tag: 'PermissionError', reason: 'unauthenticated' };

const rows: readonly Row[] = [
  ['is good', 200, envelope(0, '', { id: 1 }), { tag: 'Ok' }],
  ['has the code 0 in text', 200, envelope('0', '', { id: 1 }), { tag: 'Ok' }],
  ['has no code but null', 200, envelope(null, '', { id: 1 }), apiError('error-code')],
  ['has the code 146 with 200', 200, envelope(146, 'Invalid'), apiError('error-code')],
  ['has the code 12 with 200', 200, envelope(12, 'Session expired'), apiError('error-code')],
  ['has a code and data', 200, envelope(1, 'half', { id: 1 }), apiError('error-code')],
  ['has a code in text', 200, envelope('146', 'Invalid', { id: 1 }), apiError('error-code')],
  ['has a code of words', 200, envelope('broken', '', { id: 1 }), apiError('error-code')],
  ['has a negative code', 200, envelope(-1, '', { id: 1 }), apiError('error-code')],
  ['has a code that is true', 200, envelope(true, '', { id: 1 }), apiError('error-code')],
  ['has a code that is a list', 200, envelope([0], '', { id: 1 }), apiError('error-code')],
  ['has a message that is no text', 200, { ...Object(envelope(5)), error_msg: { deep: [1] } }, apiError('error-code')],
  ['is null', 200, null, unexpectedBody],
  ['is a list', 200, [envelope(0, '', { id: 1 })], unexpectedBody],
  ['is a text', 200, 'ok', unexpectedBody],
  ['has no error_code', 200, { response: { id: 1 } }, unexpectedBody],
  ['has no response', 200, { error_code: 0 }, unexpectedBody],
  ['has an empty response', 200, envelope(0), unexpectedBody],
  ['has a list for a response', 200, envelope(0, '', [{ id: 1 }]), unexpectedBody],
  ['has its members in __proto__', 200, '{"__proto__":{"error_code":0,"response":{"id":1}}}', unexpectedBody],
  ['is a page of HTML', 200, '<html></html>', unexpectedBody],
  ['is empty', 200, '', apiError('empty-body')],
  ['is 403 with the code 12', 403, envelope(12, 'Session expired'), unauthenticated],
  ['is 403 with the code 147', 403, envelope(147, 'Not found'), { tag: 'NotFoundError' }],
  ['is 403 with the code 0', 403, envelope(0), unauthenticated],
  ['is 403 with the code 0 and words', 403, envelope(0, 'No'), apiError('unexpected-status')],
  ['is 403 with the code 146', 403, envelope(146, 'Invalid'), apiError('error-code')],
  ['is 403 with the keys in its message', 403, envelope(146, `${keys.accessKey} ${keys.secretKey}`), apiError('error-code')],
  ['is 403 and HTML', 403, '<html>Forbidden</html>', apiError('unexpected-status')],
  ['is 403 and empty', 403, '', apiError('unexpected-status')],
  ['is 206 with a good envelope', 206, envelope(0, '', { id: 1 }), apiError('unexpected-status')],
];

export const securityCenter: readonly Fault[] = rows.map(([name, status, body, expected]) => ({
  group: 'security center',
  name,
  serve: answers(status, typeof body === 'string' && body !== 'ok' ? body : JSON.stringify(body)),
  call: getSc,
  expected: { requests: 1, ...expected },
}));
