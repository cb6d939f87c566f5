/** Sessions of Security Center: a token in a header of its own, and the cookie that goes with it. https://docs.tenable.com/security-center/api/Token.htm */
import { ownValue } from '../internal/is-record.js';
import { parseJson } from '../internal/parse-json.js';
import { toEnvelope } from '../errors/classification/security-center-envelope.js';
import type { SessionProof, SessionScheme, TextAnswer } from '../connection/session-exchange.js';
import type { LogIn } from './session-plan.js';

const jsonHeaders = { accept: 'application/json', 'content-type': 'application/json' };

/** A session by user name and password. `releaseSession` ends another one of the user where there are too many. */
export function toScPasswordScheme({ origin, password, username }: LogIn, releaseSession: boolean): SessionScheme {
  return {
    ...shared(origin),
    logIn: { method: 'POST', url: `${origin}/rest/token`, headers: jsonHeaders, body: JSON.stringify({ username, password, ...(releaseSession ? { releaseSession } : {}) }) },
    toProof: (answer) => {
      const token = toToken(answer);
      return token === null ? null : toProof(token, answer);
    },
  };
}

/** A session by client certificate: older versions hand out a token with the system's description, newer ones need none. */
export function toScCertificateScheme(origin: string): SessionScheme {
  return {
    ...shared(origin),
    logIn: { method: 'GET', url: `${origin}/rest/system`, headers: { accept: 'application/json' }, body: null },
    toProof: (answer) => (toEnvelope(parseJson(answer.text)) === null ? null : toProof(toToken(answer), answer)),
  };
}

function shared(origin: string): Pick<SessionScheme, 'isLost' | 'logOutUrl' | 'product'> {
  return {
    product: 'sc',
    logOutUrl: `${origin}/rest/token`,
    isLost: ({ status, text }) => status === 403 && toEnvelope(parseJson(text))?.errorCode === 12,
  };
}

function toToken({ text }: TextAnswer): string | null {
  const token = ownValue(toEnvelope(parseJson(text))?.response, 'token');
  const word = typeof token === 'number' ? String(token) : token;
  return typeof word === 'string' && /^[\x21-\x7e]{1,512}$/.test(word) ? word : null;
}

/** A server may set the cookie twice in one answer, to drop the old session and to begin the new one: the last holds. */
const sessionCookie = /(?:^|[\s,;])TNS_SESSIONID=([\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]{1,512})/gi;

function toProof(token: string | null, { headers }: TextAnswer): SessionProof {
  const cookie = [...(headers['set-cookie'] ?? '').matchAll(sessionCookie)].at(-1)?.[1] ?? null;
  return {
    headers: { ...(token === null ? {} : { 'x-securitycenter': token }), ...(cookie === null ? {} : { cookie: `TNS_SESSIONID=${cookie}` }) },
    secrets: [token, cookie].filter((secret) => secret !== null),
  };
}
