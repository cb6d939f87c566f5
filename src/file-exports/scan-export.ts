/** The export file of a scan of Tenable Vulnerability Management. */
import { vmAreas } from '../api/vm/areas.js';
import type { ScanExportFile, ScanExportRequestInput } from '../api/vm/scans.js';
import { deferOperation } from '../operation/area.js';
import { toFileSteps } from './file-export.js';
import type { FileExport, FileOperations } from './file-export.js';

interface ScanFile {
  readonly scan_id: ScanExportRequestInput['scan_id'];
  readonly file_id: string;
  readonly type?: 'web-app' | undefined;
}

const byFile: FileOperations<ScanFile> = {
  status: deferOperation(vmAreas.scans, 'exportStatus'),
  download: deferOperation(vmAreas.scans, 'exportDownload'),
};

export const scanExport: FileExport<ScanExportRequestInput, ScanExportFile> = {
  id: 'scans.export',
  pollIntervalMs: 2_500,
  request: deferOperation(vmAreas.scans, 'exportRequest'),
  toSteps: ({ scan_id, type }, { file }) =>
    toFileSteps(byFile, { scan_id, file_id: file, type }, { resource: 'scans', resourceId: String(scan_id), filename: file }),
};
