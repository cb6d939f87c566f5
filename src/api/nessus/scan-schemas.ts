/** What scan requests must be and what answers are read as. */
import * as v from 'valibot';

import { answerId, answerIdAsText, numericId, optionalAnswerId, pathText, patternObject, unixSeconds } from '../../schema/shapes.js';
import { editorPart, newScanSettings, scanSettings } from './editor-shapes.js';
import { folder } from './folder.js';
import type {
  Scan, ScanConfigureInput, ScanCopied, ScanCopyInput, ScanCreated, ScanCreateInput, ScanDetails, ScanDetailsInput, ScanExportFile,
  ScanExportRequestInput, ScanIdInput, ScanLaunch, ScanLaunchInput, ScanList, ScanListInput, ScanReportContents,
} from './scan-types.js';

const text = /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.nullable(/* @__PURE__ */ v.string()));
const number = /* @__PURE__ */ v.exactOptional(/* @__PURE__ */ v.nullable(/* @__PURE__ */ v.number()));

const scan: v.GenericSchema<unknown, Scan> = /* @__PURE__ */ v.looseObject({
  id: v.number(),
  name: v.string(),
  status: v.string(),
  uuid: optionalAnswerId,
  folder_id: number,
  type: text,
  owner: text,
  enabled: v.exactOptional(v.nullable(v.boolean())),
  creation_date: number,
  last_modification_date: number,
  starttime: text,
  rrules: text,
  timezone: text,
});

export const scanList: v.GenericSchema<unknown, ScanList> = /* @__PURE__ */ v.looseObject({
  folders: v.nullable(v.array(folder)),
  scans: v.nullable(v.array(scan)),
  timestamp: v.number(),
});

export const scanDetails: v.GenericSchema<unknown, ScanDetails> = /* @__PURE__ */ v.looseObject({
  info: v.looseObject({
    name: v.string(),
    status: v.string(),
    uuid: optionalAnswerId,
    object_id: number,
    folder_id: number,
    policy: text,
    targets: text,
    scanner_name: text,
    hostcount: number,
    scan_start: number,
    scan_end: number,
  }),
  hosts: v.exactOptional(v.nullable(v.array(v.looseObject({
    host_id: v.number(), hostname: v.string(), critical: number, high: number, medium: number, low: number, info: number,
  })))),
  vulnerabilities: v.exactOptional(v.nullable(v.array(v.looseObject({
    plugin_id: v.number(),
    plugin_name: v.string(),
    plugin_family: text,
    severity: v.number(),
    count: v.number(),
  })))),
  history: v.exactOptional(v.nullable(v.array(v.looseObject({
    history_id: v.number(),
    uuid: optionalAnswerId,
    status: v.string(),
    creation_date: v.number(),
    last_modification_date: v.number(),
  })))),
});

export const scanCreated: v.GenericSchema<unknown, ScanCreated> = /* @__PURE__ */ v.looseObject({
  scan: v.looseObject({ id: v.number(), name: text, uuid: text }),
});

export const scanCopied: v.GenericSchema<unknown, ScanCopied> = /* @__PURE__ */ v.looseObject({ id: v.number(), name: text });

export const scanLaunched: v.GenericSchema<unknown, ScanLaunch> = /* @__PURE__ */ v.looseObject({ scan_uuid: answerId });

export const exportFile: v.GenericSchema<unknown, ScanExportFile> = /* @__PURE__ */ v.looseObject({
  token: answerId,
  file: v.exactOptional(answerIdAsText),
});

export const listInput: v.GenericSchema<ScanListInput> = /* @__PURE__ */ v.strictObject({
  folder_id: v.optional(numericId),
  last_modification_date: v.optional(unixSeconds),
});

export const idInput: v.GenericSchema<ScanIdInput> = /* @__PURE__ */ v.strictObject({ scan_id: numericId });

export const detailsInput: v.GenericSchema<ScanDetailsInput> = /* @__PURE__ */ v.strictObject({
  scan_id: numericId,
  history_id: v.optional(numericId),
});

const parts = {
  plugins: /* @__PURE__ */ v.optional(editorPart),
  compliance: /* @__PURE__ */ v.optional(editorPart),
};

export const createInput: v.GenericSchema<ScanCreateInput> = /* @__PURE__ */ v.strictObject({
  uuid: pathText,
  settings: newScanSettings,
  ...parts,
});

export const configureInput: v.GenericSchema<ScanConfigureInput> = /* @__PURE__ */ v.strictObject({
  scan_id: numericId,
  uuid: v.optional(pathText),
  settings: v.optional(scanSettings),
  ...parts,
});

export const copyInput: v.GenericSchema<ScanCopyInput> = /* @__PURE__ */ v.strictObject({
  scan_id: numericId,
  folder_id: v.optional(numericId),
  name: v.optional(v.pipe(v.string(), v.minLength(1))),
});

export const launchInput: v.GenericSchema<ScanLaunchInput> = /* @__PURE__ */ v.strictObject({
  scan_id: numericId,
  alt_targets: v.optional(v.array(v.string())),
});

const reportParts = /* @__PURE__ */ v.record(/* @__PURE__ */ v.string(), /* @__PURE__ */ v.boolean());

const reportContents: v.GenericSchema<ScanReportContents> = /* @__PURE__ */ v.strictObject({
  csvColumns: v.optional(reportParts),
  vulnerabilitySections: v.optional(reportParts),
  hostSections: v.optional(reportParts),
  formattingOptions: v.optional(reportParts),
});

export const exportRequestInput = /* @__PURE__ */ patternObject(
  {
    scan_id: numericId,
    format: v.picklist(['nessus', 'html', 'pdf', 'csv', 'db']),
    history_id: v.optional(numericId),
    password: v.optional(v.pipe(v.string(), v.minLength(1))),
    template_id: v.optional(numericId),
    chapters: v.optional(v.string()),
    reportContents: v.optional(reportContents),
  },
  /^filter\.(?:search_type|\d{1,3}\.(?:filter|quality|value))$/,
  'filter.<n>.filter, .quality or .value',
  v.string(),
) as v.GenericSchema<ScanExportRequestInput>; // the pattern is what the template-literal keys of the interface say
