/** The export file of a scan of Tenable Vulnerability Management. */
import { vmAreas } from '../api/vm/areas.js';
import type { ScanExportFile, ScanExportRequestInput } from '../api/vm/scans.js';
import { deferOperation } from '../operation/area.js';
import type { FileExport } from './file-export.js';

interface ScanFile {
  readonly scan_id: ScanExportRequestInput['scan_id'];
  readonly file_id: string;
  readonly type?: 'web-app' | undefined;
}

export const scanExport: FileExport<ScanExportRequestInput, ScanExportFile, ScanFile> = {
  id: 'scans.export',
  pollIntervalMs: 2_500,
  request: deferOperation(vmAreas.scans, 'exportRequest'),
  status: deferOperation(vmAreas.scans, 'exportStatus'),
  download: deferOperation(vmAreas.scans, 'exportDownload'),
  toFile: ({ scan_id, type }, { file }) => ({ scan_id, file_id: file, type }),
  toNames: ({ scan_id }, { file_id }) => ({ resource: 'scans', resourceId: String(scan_id), filename: file_id }),
};
