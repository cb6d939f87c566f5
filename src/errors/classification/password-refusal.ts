/**
 * Whether a refused password change was refused for the password's weakness. No product documents the wording,
 * so the rule rests on two things: words about quality, and (VM) whether the password broke the documented rule.
 */
import { ownValue } from '../../internal/is-record.js';
import type { RequestContext, SentPassword } from './request-context.js';

const quality =
  /complex|weak|strength|strong|short|length|least|character|upper-?\s?case|lower-?\s?case|digit|number|special|symbol|requirement|policy|re-?use|previous/i;

const aboutCurrentPassword =
  /\b(?:current|old|existing)[ _]?password\b.{0,40}\b(?:wrong|incorrect|invalid|mismatch|match|required|missing)\b/i;

/** Whether the request sets a new password for an existing user. Creating a user does not count. */
export function isPasswordChange(request: RequestContext): boolean {
  if (request.product !== 'sc') return request.method === 'PUT' && request.path.endsWith('/chpasswd');
  return request.method === 'PATCH' && /\/(?:user\/[^/]+|currentUser)$/.test(request.path) && (request.sentPassword ?? null) !== null;
}

/** Whether the refusal is about how weak the new password is. */
export function isWeakPassword(request: RequestContext, detail: string, json: unknown): boolean {
  if (aboutCurrentPassword.test(detail)) return false;
  if (/password/i.test(detail) && quality.test(detail)) return true;
  return request.product === 'vm' && request.sentPassword === 'breaks-rule' && !namesAnotherField(detail, json);
}

function namesAnotherField(detail: string, json: unknown): boolean {
  const keys = ownValue(ownValue(json, 'validation'), 'keys');
  const fields = Array.isArray(keys) ? keys : [/child "([^"]{1,60})" fails/.exec(detail)?.[1]];
  return fields.some((field) => typeof field === 'string' && field !== 'password');
}

/**
 * How a password stands to Tenable VM's documented rule: at least 12 characters with an upper-case letter, a
 * lower-case letter, a digit and a special character. Only used to read the answer; the service decides.
 * Source: https://developer.tenable.com/reference/users-password
 */
export function checkVmPassword(password: unknown): SentPassword {
  if (typeof password !== 'string') return 'unchecked';
  const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];
  return [...password].length >= 12 && classes.every((one) => one.test(password)) ? 'keeps-rule' : 'breaks-rule';
}
