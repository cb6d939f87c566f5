/** The files that Nessus prepares. A token names each, and whoever has the token may have the file: errors do not tell it. */
import type { PolicyExportFile, PolicyIdInput } from '../api/nessus/policies.js';
import { exportRequest as requestPolicy } from '../api/nessus/policies.js';
import type { ScanExportFile, ScanExportRequestInput } from '../api/nessus/scan-types.js';
import { exportRequest as requestScan } from '../api/nessus/scans.js';
import { download, status } from '../api/nessus/tokens.js';
import type { TokenInput } from '../api/nessus/tokens.js';
import type { FileExport } from './file-export.js';

const byToken = {
  pollIntervalMs: 500,
  status,
  download,
  toFile: (_input: unknown, { token }: TokenInput): TokenInput => ({ token }),
};

export const nessusScanExport: FileExport<ScanExportRequestInput, ScanExportFile, TokenInput> = {
  ...byToken,
  id: 'scans.export',
  request: requestScan,
  toNames: ({ format, scan_id }) => ({ resource: 'scans', resourceId: String(scan_id), filename: format }),
};

export const nessusPolicyExport: FileExport<PolicyIdInput, PolicyExportFile, TokenInput> = {
  ...byToken,
  id: 'policies.export',
  request: requestPolicy,
  toNames: ({ policy_id }) => ({ resource: 'policies', resourceId: String(policy_id), filename: 'nessus' }),
};
