/** The files that Nessus prepares. A token names each, and whoever has the token may have the file: errors do not tell it. */
import { nessusAreas } from '../api/nessus/areas.js';
import type { PolicyExportFile, PolicyIdInput } from '../api/nessus/policies.js';
import type { ScanExportFile, ScanExportFileInput, ScanExportRequestInput } from '../api/nessus/scans.js';
import type { TokenInput } from '../api/nessus/tokens.js';
import { deferOperation } from '../operation/area.js';
import type { FileNames } from '../operation/output.js';
import { toFileSteps } from './file-export.js';
import type { FileExport, FileOperations } from './file-export.js';

const byToken: FileOperations<TokenInput> = {
  status: deferOperation(nessusAreas.tokens, 'status'),
  download: deferOperation(nessusAreas.tokens, 'download'),
};

/** Version 6 gives no token: there, the scan and a number name the file. */
const byNumber: FileOperations<ScanExportFileInput> = {
  status: deferOperation(nessusAreas.scans, 'exportStatus'),
  download: deferOperation(nessusAreas.scans, 'exportDownload'),
};

export const nessusScanExport: FileExport<ScanExportRequestInput, ScanExportFile> = {
  id: 'scans.export',
  pollIntervalMs: 500,
  request: deferOperation(nessusAreas.scans, 'exportRequest'),
  toSteps: ({ format, scan_id }, { file = '', token }) => {
    const names: FileNames = { resource: 'scans', resourceId: String(scan_id), filename: format };
    return typeof token === 'string' ? toFileSteps(byToken, { token }, names) : toFileSteps(byNumber, { scan_id, file_id: file }, names);
  },
};

export const nessusPolicyExport: FileExport<PolicyIdInput, PolicyExportFile> = {
  id: 'policies.export',
  pollIntervalMs: 500,
  request: deferOperation(nessusAreas.policies, 'exportRequest'),
  toSteps: ({ policy_id }, { token }) => toFileSteps(byToken, { token }, { resource: 'policies', resourceId: String(policy_id), filename: 'nessus' }),
};
