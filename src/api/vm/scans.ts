/** Scans: configured scans, their results and their export files. https://developer.tenable.com/reference/scans */
import * as v from 'valibot';

import { defineOperation } from '../../operation/define-operation.js';
import { file, json } from '../../operation/output.js';
import { answerId, answerIdAsText, optionalAnswerId, patternObject, scanId, unixSeconds, uuid } from '../../schema/shapes.js';
import type {
  Scan, ScanDetails, ScanDetailsInput, ScanExportFile, ScanExportRequestInput,
  ScanExportState, ScanExportFileInput, ScanLaunch, ScanLaunchInput, ScanList, ScanListInput,
} from './scan-types.js';

export type * from './scan-types.js';

const scan: v.GenericSchema<unknown, Scan> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  name: v.string(),
  status: v.string(),
  uuid: v.nullable(v.union([v.literal(''), answerId])),
  schedule_uuid: optionalAnswerId,
  type: v.nullable(v.string()),
  owner: v.exactOptional(v.nullable(v.string())),
  enabled: v.boolean(),
  read: v.exactOptional(v.boolean()),
  shared: v.exactOptional(v.boolean()),
  creation_date: v.number(),
  last_modification_date: v.number(),
  user_permissions: v.exactOptional(v.number()),
  starttime: v.exactOptional(v.nullable(v.string())),
  rrules: v.exactOptional(v.nullable(v.string())),
  timezone: v.exactOptional(v.nullable(v.string())),
});

const folder = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  name: v.string(),
  type: v.string(),
});

const scanList: v.GenericSchema<unknown, ScanList> = /* @__PURE__ */ v.looseObject({
  folders: v.nullable(v.array(folder)),
  scans: v.nullable(v.array(scan)),
  timestamp: v.number(),
});

const scanDetails: v.GenericSchema<unknown, ScanDetails> = /* @__PURE__ */ v.looseObject({
  info: v.looseObject({
    name: v.string(),
    status: v.string(),
    uuid: optionalAnswerId,
    object_id: v.exactOptional(v.number()),
    owner: v.exactOptional(v.nullable(v.string())),
    policy: v.exactOptional(v.nullable(v.string())),
    targets: v.exactOptional(v.nullable(v.string())),
    scanner_name: v.exactOptional(v.nullable(v.string())),
    hostcount: v.exactOptional(v.number()),
    scan_start: v.exactOptional(v.nullable(v.number())),
    scan_end: v.exactOptional(v.nullable(v.number())),
  }),
  hosts: v.exactOptional(v.nullable(v.array(v.looseObject({ host_id: v.number(), hostname: v.string() })))),
  vulnerabilities: v.exactOptional(v.nullable(v.array(v.looseObject({
    plugin_id: v.number(),
    plugin_name: v.string(),
    plugin_family: v.string(),
    severity: v.number(),
    count: v.number(),
  })))),
  history: v.exactOptional(v.nullable(v.array(v.looseObject({
    history_id: v.number(),
    uuid: answerId,
    status: v.string(),
    creation_date: v.number(),
    last_modification_date: v.number(),
  })))),
});

const listInput: v.GenericSchema<ScanListInput> = /* @__PURE__ */ v.strictObject({
  folder_id: v.optional(v.number()),
  last_modification_date: v.optional(unixSeconds),
});

const detailsInput: v.GenericSchema<ScanDetailsInput> = /* @__PURE__ */ v.strictObject({
  scan_id: scanId,
  history_id: v.optional(v.number()),
  history_uuid: v.optional(uuid),
});

const launchInput: v.GenericSchema<ScanLaunchInput> = /* @__PURE__ */ v.strictObject({
  scan_id: scanId,
  alt_targets: v.optional(v.array(v.string())),
  rollover: v.optional(v.boolean()),
});

const exportRequestInput = /* @__PURE__ */ patternObject(
  {
    scan_id: scanId,
    format: v.picklist(['nessus', 'html', 'pdf', 'csv', 'db']),
    history_id: v.optional(v.number()),
    history_uuid: v.optional(uuid),
    type: v.optional(v.literal('web-app')),
    chapters: v.optional(v.string()),
    password: v.optional(v.string()),
    asset_id: v.optional(v.string()),
  },
  /^filter\.(?:search_type|\d{1,3}\.(?:filter|quality|value))$/,
  'filter.<n>.filter, .quality or .value',
  v.string(),
) as v.GenericSchema<ScanExportRequestInput>; // the pattern is what the template-literal keys of the interface say

const exportFileInput: v.GenericSchema<ScanExportFileInput> = /* @__PURE__ */ v.strictObject({
  scan_id: scanId,
  file_id: answerId,
  type: v.optional(v.literal('web-app')),
});

const exportFile: v.GenericSchema<unknown, ScanExportFile> = /* @__PURE__ */ v.looseObject({
  file: answerIdAsText,
});

const exportState: v.GenericSchema<unknown, ScanExportState> = /* @__PURE__ */ v.looseObject({ status: v.string() });

const launched: v.GenericSchema<unknown, ScanLaunch> = /* @__PURE__ */ v.looseObject({ scan_uuid: answerId });

/** Configured scans with their last status. `scans` is `null` where there are none. */
export const list = /* @__PURE__ */ defineOperation({
  id: 'scans.list',
  product: 'vm',
  method: 'GET',
  path: '/scans',
  docs: 'https://developer.tenable.com/reference/scans-list',
  input: listInput,
  query: ['folder_id', 'last_modification_date'],
  output: /* @__PURE__ */ json<ScanList>(scanList),
  removes: ['NotFoundError', 'UnsupportedError'],
});

/** The results of a scan: the latest, or those of a run of its history. */
export const details = /* @__PURE__ */ defineOperation({
  id: 'scans.details',
  product: 'vm',
  method: 'GET',
  path: '/scans/{scan_id}',
  docs: 'https://developer.tenable.com/reference/scans-details',
  input: detailsInput,
  query: ['history_id', 'history_uuid'],
  output: /* @__PURE__ */ json<ScanDetails>(scanDetails),
  removes: ['UnsupportedError'],
});

/** Starts a scan. More than 25 active scans are a `RetryError` with `reason: 'concurrency-limit'`. */
export const launch = /* @__PURE__ */ defineOperation({
  id: 'scans.launch',
  product: 'vm',
  method: 'POST',
  path: '/scans/{scan_id}/launch',
  docs: 'https://developer.tenable.com/reference/scans-launch',
  input: launchInput,
  output: /* @__PURE__ */ json<ScanLaunch>(launched),
});

/** Asks for an export file of a scan; `exportStatus` tells when it is ready. */
export const exportRequest = /* @__PURE__ */ defineOperation({
  id: 'scans.exportRequest',
  product: 'vm',
  method: 'POST',
  path: '/scans/{scan_id}/export',
  docs: 'https://developer.tenable.com/reference/scans-export-request',
  input: exportRequestInput,
  query: ['history_id', 'history_uuid', 'type'],
  secrets: ['password'],
  output: /* @__PURE__ */ json<ScanExportFile>(exportFile),
});

/** Whether an export file is ready: `ready`, `loading` or `error`. */
export const exportStatus = /* @__PURE__ */ defineOperation({
  id: 'scans.exportStatus',
  product: 'vm',
  method: 'GET',
  path: '/scans/{scan_id}/export/{file_id}/status',
  docs: 'https://developer.tenable.com/reference/scans-export-status',
  input: exportFileInput,
  query: ['type'],
  output: /* @__PURE__ */ json<ScanExportState>(exportState),
  removes: ['UnsupportedError'],
});

/** Downloads an export file that is ready. */
export const exportDownload = /* @__PURE__ */ defineOperation({
  id: 'scans.exportDownload',
  product: 'vm',
  method: 'GET',
  path: '/scans/{scan_id}/export/{file_id}/download',
  docs: 'https://developer.tenable.com/reference/scans-export-download',
  input: exportFileInput,
  query: ['type'],
  output: /* @__PURE__ */ file({ resource: 'scans', resourceId: 'scan_id', filename: 'file_id' }),
  adds: ['FileDownloadError'],
  removes: ['UnsupportedError'],
});
