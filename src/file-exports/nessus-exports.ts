/** The files that Nessus prepares. A token names each, and whoever has the token may have the file: errors do not tell it. */
import { nessusAreas } from '../api/nessus/areas.js';
import type { PolicyExportFile, PolicyIdInput } from '../api/nessus/policies.js';
import type { ScanExportFile, ScanExportRequestInput } from '../api/nessus/scans.js';
import type { TokenInput } from '../api/nessus/tokens.js';
import { deferOperation } from '../operation/area.js';
import type { FileExport } from './file-export.js';

const byToken = {
  pollIntervalMs: 500,
  status: deferOperation(nessusAreas.tokens, 'status'),
  download: deferOperation(nessusAreas.tokens, 'download'),
  toFile: (_input: unknown, { token }: TokenInput): TokenInput => ({ token }),
};

export const nessusScanExport: FileExport<ScanExportRequestInput, ScanExportFile, TokenInput> = {
  ...byToken,
  id: 'scans.export',
  request: deferOperation(nessusAreas.scans, 'exportRequest'),
  toNames: ({ format, scan_id }) => ({ resource: 'scans', resourceId: String(scan_id), filename: format }),
};

export const nessusPolicyExport: FileExport<PolicyIdInput, PolicyExportFile, TokenInput> = {
  ...byToken,
  id: 'policies.export',
  request: deferOperation(nessusAreas.policies, 'exportRequest'),
  toNames: ({ policy_id }) => ({ resource: 'policies', resourceId: String(policy_id), filename: 'nessus' }),
};
