/** What to do about an answer that is no success: by its status, by what it asks for, and by what the request may have done. */
import { parseJson } from '../../internal/parse-json.js';
import type { Issue } from '../model/issue.js';
import type { APIError, ResponseFields, RetryError, ServerError, UnknownError } from '../model/response-errors.js';

/** What an answer that is not of its documented form comes to, by what the form lacks. */
export function adviseOnAnswer(error: APIError): string {
  switch (error.reason) {
    case 'unexpected-body': return adviseOnBody(error);
    case 'unexpected-status': return 'This status stands for a part of an answer. A proxy or cache in between is the usual cause.';
    case 'empty-body': return 'Check the address. A proxy in between that drops bodies is the usual cause.';
    case 'body-too-large': return 'Ask for less at once, or raise maxBodyBytes.';
    case 'error-code': return error.detail === '' ? 'Look the code up in the documentation of Security Center.' : 'Security Center says why in these words.';
    case 'other': return 'Look at response.body, which is what came.';
  }
}

function adviseOnBody({ issues, response }: APIError): string {
  if (/^\s*</.test(response.body)) return 'A web page came in place of data: check the address, and for a proxy or log-in page in between.';
  if (!response.truncated && response.body !== '' && parseJson(response.body) === undefined) return 'What came is no JSON: check the address, and for a proxy in between.';
  return issues.length > 0 && issues.every(isOfSchema)
    ? 'If the address is right, the service has changed its answers: please report it. Until then, onUnexpectedBody: "pass" hands such answers over as they come.'
    : 'If the address is right, the service has changed its answers: please report it.';
}

/** The words for types of values, which are what the catalogue's schemas find; other misfits are found before them. */
const typeWords: readonly string[] = ['string', 'number', 'boolean', 'object', 'array', 'null', 'undefined'];

function isOfSchema({ expected, received }: Issue): boolean {
  return typeWords.includes(received) && expected !== 'an object with error_code and response' && expected !== 'nothing or an object';
}

export function adviseOnServerError({ response, uuid }: ServerError): string {
  const report = uuid === '' ? "If it stays so, report it to Tenable's support." : `If it stays so, report it to Tenable's support with the id of the request, ${uuid}.`;
  return `An id of something that does not exist can cause it. ${isReading(response) ? '' : `${fate} `}${report}`;
}

/** When to try again; and after a request that may have been carried out, what to do before. */
export function adviseOnRetry({ code, reason, response, retryAfterMs }: RetryError): string {
  const moment = retryAfterMs === null ? 'later' : `in ${Math.ceil(retryAfterMs / 1000)} s`;
  switch (reason) {
    case 'rate-limit': return `Try again ${moment}, and send fewer requests side by side.`;
    case 'concurrency-limit': return `Tenable allows no more of these at a time: wait until one has ended, and try again ${moment}.`;
    case 'duplicate-export': return 'The same export runs already: wait until it has ended, or go on with it.';
    case 'unavailable': return isReading(response) || isSurelyRefused(code, response) ? `Try again ${moment}.` : `${fate} Then try again ${moment}.`;
  }
}

const fate = 'The request may have been carried out: find out before you send it again.';

/** Whether sending it again does no harm. Where the method is not known, it may. */
function isReading({ method }: ResponseFields['response']): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** As the repetitions of a call see it: a service that says when to come back has done nothing. */
function isSurelyRefused(code: number, { headers }: ResponseFields['response']): boolean {
  return code === 429 || (code === 503 && headers['retry-after'] !== undefined);
}

/** Statuses that explain themselves only to those who know them. */
const statusAdvice: Readonly<Record<number, string>> = {
  402: 'Check the licence.',
  405: 'Check the address: a proxy, or a product of another version, may not know this call.',
  407: 'A proxy in between wants a user name and password: put them into proxyUrl or HTTPS_PROXY.',
  408: 'The service waited too long for the request. A slow connection or a proxy in between is the usual cause.',
  410: 'The object is gone.',
  413: 'Ask for less at once, or send less.',
  414: 'Shorten the query.',
  431: 'Send fewer or shorter headers.',
};

export function adviseOnStatus({ code }: UnknownError): string {
  if (code >= 300 && code < 400) return 'The answer points elsewhere, and is not followed: keys go to one address only. Check that address, and whether it is http or https.';
  return statusAdvice[code] ?? 'Look at response.body, which is what came. A proxy in between is a frequent cause.';
}
