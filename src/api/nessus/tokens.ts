/** Tokens: files that the server prepares, such as exports. https://docs.tenable.com/nessus/Content/ScanReportFormats.htm */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { file, json } from '../../operation/output.js';
import { answerId } from '../../schema/shapes.js';

/** Names a file under preparation. */
export interface TokenInput {
  /** From `scans.exportRequest` or `policies.exportRequest`. Some servers let whoever has it download the file. */
  readonly token: string;
}

export interface TokenStatus {
  /** `ready`, `pending` (or `loading`) or `error`. */
  readonly status: string;
  /** What the server says of an error. */
  readonly message?: string | null;
}

const tokenInput: v.GenericSchema<TokenInput> = /* @__PURE__ */ v.strictObject({ token: answerId });

const tokenStatus: v.GenericSchema<unknown, TokenStatus> = /* @__PURE__ */ v.looseObject({
  status: v.string(),
  message: v.exactOptional(v.nullable(v.string())),
});

/** Whether a file is ready. */
export const status = /* @__PURE__ */ defineOperation({
  id: 'tokens.status',
  product: 'nessus',
  method: 'GET',
  path: '/tokens/{token}/status',
  docs: 'https://docs.tenable.com/nessus/Content/ScanReportFormats.htm',
  input: tokenInput,
  secrets: ['token'],
  output: /* @__PURE__ */ json<TokenStatus>(tokenStatus),
});

/** Downloads a file that is ready. */
export const download = /* @__PURE__ */ defineOperation({
  id: 'tokens.download',
  product: 'nessus',
  method: 'GET',
  path: '/tokens/{token}/download',
  docs: 'https://docs.tenable.com/nessus/Content/ScanReportFormats.htm',
  input: tokenInput,
  secrets: ['token'],
  output: /* @__PURE__ */ file({ resource: 'tokens', resourceId: '', filename: '' }), // a token is no name that may be told
  adds: ['FileDownloadError'],
});
