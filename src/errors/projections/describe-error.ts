import { toAdvice } from './advice.js';
import { withAnyError } from '../model/any-error.js';
import { describeLostChunks } from './describe-lost-chunks.js';
import { errorGroups, isExportError, isResponseError } from '../model/error-group.js';
import { describeIssue } from '../model/issue.js';
import type { KnownError } from '../model/known-error.js';

/** How many issues are told one by one. */
const maxIssueLines = 5;

/** The error for a person, in a few lines: what happened, the words of whoever refused, each issue, what to do. */
export function describeError(error: KnownError): string {
  return withAnyError(error, errorGroups, describe);
}

function describe(error: KnownError): string {
  return [error.message, ...toForeignWords(error), ...toIssueLines(error), toAdvice(error)].join('\n');
}

/** What the service, the platform or foreign code said. */
function toForeignWords(error: KnownError): readonly string[] {
  if (error._tag === 'OutputFileError') return [];
  if (error._tag === 'FileDownloadError' || error._tag === 'ScanRunError') return error.cause === null || error.cause.message === '' ? [] : [`Cause: ${error.cause.message}`];
  if ((isResponseError(error) || isExportError(error)) && error.detail !== '') return [`Tenable says: ${error.detail}`];
  if (error._tag === 'ConnectionError' && error.cause !== null && error.cause.message !== '') return [`The platform says: ${error.cause.message}`];
  return error._tag === 'TenableException' && error.defect.message !== '' ? [`It threw: ${error.defect.message}`] : [];
}

/** Issues or lost chunks, a line each; a single issue stands in the message. */
function toIssueLines(error: KnownError): readonly string[] {
  if (error._tag === 'TioExportsError') return describeLostChunks(error);
  if (!('issues' in error) || error.issues.length < 2) return [];
  const lines = error.issues.slice(0, maxIssueLines).map((issue) => `- ${describeIssue(issue, 'the whole')}`);
  const more = error.issues.length - lines.length;
  return more === 0 ? lines : [...lines, `- and ${more} more`];
}
