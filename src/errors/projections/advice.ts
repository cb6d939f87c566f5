/** What to do about each error. What the error knows decides which words are said, so that nobody has to look it up. */
import { adviseOnConnection } from './connection-advice.js';
import { adviseOnLostChunks } from './describe-lost-chunks.js';
import type { ExportFailure, FileFailure } from '../model/job-errors.js';
import type { KnownError, KnownErrorByTag, KnownErrorTag } from '../model/known-error.js';
import type { OutputFileReason } from '../model/output-file-error.js';
import type { ScanRunFailure } from '../model/scan-run-error.js';
import { adviseOnAnswer, adviseOnRetry, adviseOnServerError, adviseOnStatus } from './response-advice.js';

/** What to do about a file that was to be written, complete by its type. */
const outputAdvice: { readonly [P in OutputFileReason]: string } = {
  io: 'Make sure that this place can be written to. What came is kept: an export with resume goes on with it.',
  'not-a-file': 'Give the export a name of its own.',
  'bad-name': 'Choose a name of visible characters.',
  'not-ours': 'Find out who put it there, and remove it; or choose a folder that only you can write to.',
  'in-use': 'Wait until that run has ended. One that was killed is noticed within half a minute.',
  'taken-over': 'Let the other run finish. If both were started by one schedule, start them further apart.',
  'other-export': 'Ask for the same again, or start anew without resuming.',
  'part-missing': 'Start anew without resuming.',
  'checkpoint-unreadable': 'Start anew without resuming.',
};

/** What to do about a file that did not come, complete by its type. */
const fileAdvice: { readonly [P in FileFailure]: string } = {
  'not-prepared': 'Ask for the file again. If it stays so, check in Tenable whether there is anything to put into it.',
  'too-large': 'Raise maxBytes if you called toBytes, else maxBodyBytes; or read the file piece by piece.',
  'broken-off': 'Ask for the file again. If it stays so, a proxy or firewall in between ends long transfers.',
  checksum: 'Ask for the file again. If it stays so, something in between changes it.',
  timeout: 'Allow more time: deadlineMs covers the reading of a file, too.',
  aborted: 'Ask for the file again when it is wanted.',
  'unexpected-content': 'Check the address: a proxy or log-in page in between may have answered in place of Tenable.',
  'already-read': 'Keep what the first reading gave, or ask for the file again.',
  other: 'Ask for the file again.',
};

/** What to do about an export that is not complete, complete by its type. */
const exportAdvice: { readonly [R in ExportFailure]: string } = {
  error: "Keep the chunks that were delivered, and export again for the rest. If it stays so, report the job to Tenable's support.",
  cancelled: 'Somebody cancelled it at Tenable. Keep the chunks that were delivered, and export again for the rest.',
  'chunks-failed': 'Tenable could not make these chunks. Keep the others, and export again for the rest; in smaller chunks (num_assets or chunk_size) if it stays so.',
  'chunks-missing': 'Go on from the checkpoint, which fetches what is missing only, or export again.',
  'chunk-unreadable': 'Go on from the checkpoint, which fetches what is missing only. If it stays so, export again in smaller chunks: num_assets or chunk_size.',
  'too-many-chunks': 'Narrow the filters, or ask for larger chunks: num_assets or chunk_size.',
  other: 'Keep the chunks that were delivered, and export again for the rest.',
};

/** What to do about a scan without results, complete by its type. */
const scanAdvice: { readonly [R in ScanRunFailure]: string } = {
  'not-completed': "Look at the scan's notes in Tenable for the cause, and launch it again. What it found until then is in scans.details.",
  timeout: 'Go on waiting with scans.waitForRun, or stop the scan with scans.stop: it may still run.',
  aborted: 'Stop the scan with scans.stop if it is not wanted: it may still run.',
  unreadable: 'Mend the cause, then go on waiting with scans.waitForRun.',
};

/** Complete by its type. */
const adviceByTag: { readonly [Tag in KnownErrorTag]: (error: KnownErrorByTag[Tag]) => string } = {
  APIError: adviseOnAnswer,
  InvalidInputError: ({ detail }) =>
    detail === '' ? 'Tenable does not say which input. Compare what was sent with the documentation of the operation.' : 'Correct the input that these words name.',
  PermissionError: ({ reason }) => reason === 'forbidden'
    ? 'Ask an administrator for the permission that this call needs.'
    : 'Check that the credentials are complete, belong to this address and are still valid: a new pair of keys makes the old one invalid.',
  NotFoundError: () => 'Check the id. The object may have been deleted, may have expired, or may not be visible to this user.',
  UnsupportedError: ({ activeJobId, code }) => {
    if (activeJobId !== null) return `Use the job ${activeJobId}, which runs already, or wait until it has ended.`;
    return code === 412 ? 'This Nessus does not offer that through its API: its licence decides.' : 'Look at the state of the object. It may exist already, or have to change before this can be done.';
  },
  ServerError: adviseOnServerError,
  RetryError: adviseOnRetry,
  UnknownError: adviseOnStatus,
  ImpersonationError: () => 'Check the login name, and that the keys belong to an administrator.',
  PasswordComplexityError: () =>
    'Choose a stronger one. Tenable Vulnerability Management wants at least 12 characters with upper case, lower case, a digit and a special character.',
  ConnectionError: adviseOnConnection,
  UnexpectedValueError: ({ issues }) => (issues.length > 1 ? 'Correct these values, and call again.' : 'Correct that value, and call again.'),
  PackageMissingError: ({ feature }) => `Or do without ${feature}.`,
  FileDownloadError: ({ reason }) => fileAdvice[reason],
  TioExportsError: (error) => adviseOnLostChunks(error) ?? exportAdvice[error.reason],
  TioExportsTimeout: () => 'Allow more time with timeoutMs, or narrow the filters.',
  TenableException: () => 'This is a bug: of a hook, schema, callback or transport that was passed in, or else of this package. Its stack says where; please report it.',
  OutputFileError: ({ reason }) => outputAdvice[reason],
  ScanRunError: ({ reason }) => scanAdvice[reason],
};

/** What to do about an error, in one or two sentences. */
export function toAdvice(error: KnownError): string {
  const advise = adviceByTag[error._tag] as (error: KnownError) => string; // of this very tag
  return advise(error);
}
