/** Sessions of Nessus: a token in a header that is called a cookie. */
import { ownValue } from '../internal/is-record.js';
import { parseJson } from '../internal/parse-json.js';
import type { SessionScheme } from '../connection/session-exchange.js';
import type { LogIn } from './session-plan.js';

/** A session by user name and password. */
export function toNessusScheme({ origin, password, username }: LogIn): SessionScheme {
  return {
    product: 'nessus',
    logIn: {
      method: 'POST',
      url: `${origin}/session`,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    },
    logOutUrl: `${origin}/session`,
    isLost: ({ status }) => status === 401,
    toProof: ({ text }) => {
      const token = ownValue(parseJson(text), 'token');
      return typeof token === 'string' && /^[\x21-\x7e]{1,512}$/.test(token) ? { headers: { 'x-cookie': `token=${token}` }, secrets: [token] } : null;
    },
  };
}
