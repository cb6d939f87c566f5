import type { TlsProblem } from './connection-error.js';
import { adviseOnLostChunks, describeLostChunks } from './describe-lost-chunks.js';
import { isExportError, isResponseError } from './error-group.js';
import { describeIssue } from './issue.js';
import type { KnownError } from './known-error.js';
import type { OutputFileReason } from './output-file-error.js';
import type { TenableError, TenableErrorTag } from './tenable-error.js';

/** What to do about each, complete by its type. */
const advice: { readonly [Tag in TenableErrorTag]: string } = {
  APIError: 'Look at response.body and issues. If the service has changed its answers, onUnexpectedBody: "pass" lets them through.',
  InvalidInputError: "Mend the input that the service's words name.",
  PermissionError: 'Check the keys if reason is "unauthenticated"; ask an administrator for the permission if it is "forbidden".',
  NotFoundError: 'Check the id. It may have been deleted, may have expired, or may not be visible to this user.',
  UnsupportedError: 'Wait until the state has changed, or use the running job that activeJobId names.',
  ServerError: "Report uuid to Tenable's support if it stays. An object that does not exist can cause it, too.",
  RetryError: 'Try again after retryAfterMs, and send fewer requests side by side.',
  UnknownError: 'Look at code and response. A redirect or a proxy in between is a frequent cause.',
  ImpersonationError: 'Check the login name, and that the keys belong to an administrator.',
  PasswordComplexityError: 'Choose at least 12 characters with upper case, lower case, a digit and a special character.',
  ConnectionError: 'Check address, network, proxy and certificate. If delivery is "unknown", find out whether the request was carried out before repeating it.',
  UnexpectedValueError: 'Mend the parameter that issues names. Nothing was sent.',
  PackageMissingError: 'Run the command in install.',
  FileDownloadError: 'Look at reason and cause. Ask for the file again, unless it would come the same: raise maxBytes or maxBodyBytes if reason is "too-large".',
  TioExportsError: 'Keep the chunks that were delivered and submit the export again for the rest.',
  TioExportsTimeout: 'Allow more time, or narrow the filters.',
  TenableException: 'This is a bug: of the hook, schema, callback or transport that defect.stack names, or else of this package. Please report it.',
};

/** What to do about a certificate, complete by its type. */
const tlsAdvice: { readonly [P in TlsProblem]: string } = {
  'self-signed': 'Pass the authority that signed it as tls.ca, or the fingerprint of this certificate as tls.fingerprint256.',
  'unknown-authority': 'Pass the authority that signed it as tls.ca; if it is a public one, let the server send the certificates in between.',
  expired: 'Renew the certificate of the server. If it is new, check the clock of this machine.',
  'not-yet-valid': 'Check the clocks of the server and of this machine.',
  'wrong-host': 'Use the host name that the certificate is for, or have one issued for this name.',
  fingerprint: 'Find out why the certificate has changed before you pin the new one: somebody may be in between.',
  handshake: 'Check that this port speaks TLS, and that both sides know a common version.',
};

/** What to do about a file, complete by its type. */
const fileAdvice: { readonly [P in OutputFileReason]: string } = {
  io: 'See to it that this place can be written to. What came is kept: an export with resume goes on with it.',
  'not-a-file': 'Give the export a name of its own.',
  'bad-name': 'Choose a name of visible characters.',
  'not-ours': 'Find out who put it there, and remove it; or choose a folder that only you can write to.',
  'in-use': 'Wait until that run has ended. One that was killed is noticed within half a minute.',
  'taken-over': 'Let the other run finish. If both were started by one schedule, start them further apart.',
  'other-export': 'Ask for the same again, or start anew without resuming.',
  'part-missing': 'Start anew without resuming.',
  'checkpoint-unreadable': 'Start anew without resuming.',
};

/** What to do about a proxy that refuses. */
const proxyAdvice = {
  credentials: 'Put the user name and password that the proxy wants into proxyUrl or HTTPS_PROXY.',
  refusal: 'Ask whoever runs the proxy to let this host through. If it is reached without a proxy, name it in NO_PROXY.',
} as const;

/** How many issues are told one by one. */
const maxIssueLines = 5;

/** The error for a person, in a few lines: what happened, the service's own words, each issue, what to do. */
export function describeError(error: KnownError): string {
  if (error._tag === 'OutputFileError') return `${error.message}\n${fileAdvice[error.reason]}`;
  const words = (isResponseError(error) || isExportError(error)) && error.detail !== '' ? [`Tenable says: ${error.detail}`] : [];
  const issues = 'issues' in error && error.issues.length > 1 ? error.issues.slice(0, maxIssueLines) : [];
  const lines = issues.map((issue) => `- ${describeIssue(issue, 'the whole')}`);
  const lost = error._tag === 'TioExportsError' ? describeLostChunks(error) : [];
  return [error.message, ...words, ...lines, ...lost, toAdvice(error)].join('\n');
}

function toAdvice(error: TenableError): string {
  if (error._tag === 'TioExportsError') return adviseOnLostChunks(error) ?? advice.TioExportsError;
  if (error._tag !== 'ConnectionError') return advice[error._tag];
  if (error.reason === 'proxy') return error.proxy?.status === 407 ? proxyAdvice.credentials : proxyAdvice.refusal;
  if (error.reason === 'transport') return 'Bundle undici with the program, or install it beside the bundle; cause says what could not be loaded.';
  return error.tlsProblem === null ? advice[error._tag] : tlsAdvice[error.tlsProblem];
}
