/** Scans: how they are set up, their runs and results, and their export files. https://docs.tenable.com/nessus/Content/BasicSettings.htm */
import { defineOperation } from '../../operation/define-operation.js';
import { empty, json } from '../../operation/output.js';
import {
  configureInput, copyInput, createInput, detailsInput, exportFile, exportRequestInput, idInput, launchInput, listInput,
  scanCopied, scanCreated, scanDetails, scanLaunched, scanList,
} from './scan-schemas.js';
import type { ScanCopied, ScanCreated, ScanDetails, ScanExportFile, ScanLaunch, ScanList } from './scan-types.js';

export type * from './scan-types.js';
export type { EditorPart, NewScanSettings, ScanSettings } from './editor-shapes.js';

/** Scans with their last status. `scans` is `null` where there are none. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'scans.list',
  product: 'nessus',
  method: 'GET',
  path: '/scans',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: listInput,
  output: /* @__PURE__ */ json<ScanList>(scanList),
  query: ['folder_id', 'last_modification_date'],
});

/** The results of a scan: the latest, or those of a run of its history. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'scans.details',
  product: 'nessus',
  method: 'GET',
  path: '/scans/{scan_id}',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: detailsInput,
  output: /* @__PURE__ */ json<ScanDetails>(scanDetails),
  query: ['history_id'],
});

/** Creates a scan from a template. A server whose licence has no `scan_api` gives an `UnsupportedError`. */
export const create = /* @__PURE__ */ defineOperation({
  id: 'scans.create',
  product: 'nessus',
  method: 'POST',
  path: '/scans',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: createInput,
  output: /* @__PURE__ */ json<ScanCreated>(scanCreated),
});

/** Changes how a scan is set up. A server whose licence has no `scan_api` gives an `UnsupportedError`. */
export const configure = /* @__PURE__ */ defineOperation({
  id: 'scans.configure',
  product: 'nessus',
  method: 'PUT',
  path: '/scans/{scan_id}',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: configureInput,
  output: empty,
});

/** Copies a scan. A server whose licence has no `scan_api` gives an `UnsupportedError`. */
export const copy = /* @__PURE__ */ defineOperation({
  id: 'scans.copy',
  product: 'nessus',
  method: 'POST',
  path: '/scans/{scan_id}/copy',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: copyInput,
  output: /* @__PURE__ */ json<ScanCopied>(scanCopied),
});

/** Starts a scan. A server whose licence has no `scan_api` gives an `UnsupportedError`. */
export const launch = /* @__PURE__ */ defineOperation({
  id: 'scans.launch',
  product: 'nessus',
  method: 'POST',
  path: '/scans/{scan_id}/launch',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: launchInput,
  output: /* @__PURE__ */ json<ScanLaunch>(scanLaunched),
});

/** Pauses a scan that runs. */
export const pause = /* @__PURE__ */ defineOperation({
  id: 'scans.pause',
  product: 'nessus',
  method: 'POST',
  path: '/scans/{scan_id}/pause',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: idInput,
  output: empty,
});

/** Goes on with a scan that is paused. */
export const resume = /* @__PURE__ */ defineOperation({
  id: 'scans.resume',
  product: 'nessus',
  method: 'POST',
  path: '/scans/{scan_id}/resume',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: idInput,
  output: empty,
});

/** Stops a scan that runs or is paused. */
export const stop = /* @__PURE__ */ defineOperation({
  id: 'scans.stop',
  product: 'nessus',
  method: 'POST',
  path: '/scans/{scan_id}/stop',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: idInput,
  output: empty,
});

/** Asks for an export file; `tokens.status` tells when it is ready. A scan that runs gives an `UnsupportedError`. */
export const exportRequest = /* @__PURE__ */ defineOperation({
  id: 'scans.exportRequest',
  product: 'nessus',
  method: 'POST',
  path: '/scans/{scan_id}/export',
  docs: 'https://docs.tenable.com/nessus/Content/ScanReportFormats.htm',
  input: exportRequestInput,
  output: /* @__PURE__ */ json<ScanExportFile>(exportFile),
  query: ['history_id'],
  secrets: ['password'],
});

/** Deletes a scan with its results. One that runs gives an `UnsupportedError`. */
const deleteScan = /* @__PURE__ */ defineOperation({
  id: 'scans.delete',
  product: 'nessus',
  method: 'DELETE',
  path: '/scans/{scan_id}',
  docs: 'https://docs.tenable.com/nessus/Content/BasicSettings.htm',
  input: idInput,
  output: empty,
});

export { deleteScan as delete };
