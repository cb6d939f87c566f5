/** The shapes of scan requests and answers. Members that servers are known to leave out are optional. */
import type { EditorPart, NewScanSettings, ScanSettings } from './editor-shapes.js';
import type { Folder } from './folder.js';

export interface Scan {
  readonly id: number;
  readonly name: string;
  /** `completed`, `running`, `empty`, `imported`, `aborted`, `canceled`, `paused` and others. */
  readonly status: string;
  /** The last run; `null` where there is none. */
  readonly uuid?: string | null;
  readonly folder_id?: number | null;
  /** `local`, `remote`, `agent` and others. */
  readonly type?: string | null;
  readonly owner?: string | null;
  /** Whether the schedule is in force. */
  readonly enabled?: boolean | null;
  /** Unix time in seconds. */
  readonly creation_date?: number | null;
  /** Unix time in seconds. */
  readonly last_modification_date?: number | null;
  readonly starttime?: string | null;
  readonly rrules?: string | null;
  readonly timezone?: string | null;
}

export interface ScanList {
  readonly folders: readonly Folder[] | null;
  readonly scans: readonly Scan[] | null;
  /** Unix time in seconds: for the next `last_modification_date`. */
  readonly timestamp: number;
}

export interface ScanListInput {
  readonly folder_id?: number | undefined;
  /** Only scans changed since then. Unix time in seconds. */
  readonly last_modification_date?: number | undefined;
}

export interface ScanInfo {
  readonly name: string;
  readonly status: string;
  readonly uuid?: string | null;
  readonly object_id?: number | null;
  readonly folder_id?: number | null;
  readonly policy?: string | null;
  readonly targets?: string | null;
  readonly scanner_name?: string | null;
  readonly hostcount?: number | null;
  /** Unix time in seconds. */
  readonly scan_start?: number | null;
  /** Unix time in seconds. */
  readonly scan_end?: number | null;
}

/** A host of the results, with its findings counted by severity. */
export interface ScanHost {
  readonly host_id: number;
  readonly hostname: string;
  readonly critical?: number | null;
  readonly high?: number | null;
  readonly medium?: number | null;
  readonly low?: number | null;
  readonly info?: number | null;
}

export interface ScanVulnerability {
  readonly plugin_id: number;
  readonly plugin_name: string;
  readonly plugin_family?: string | null;
  /** 0 info to 4 critical. */
  readonly severity: number;
  readonly count: number;
}

export interface ScanRun {
  readonly history_id: number;
  readonly uuid?: string | null;
  readonly status: string;
  /** Unix time in seconds. */
  readonly creation_date: number;
  /** Unix time in seconds. */
  readonly last_modification_date: number;
}

export interface ScanDetails {
  readonly info: ScanInfo;
  readonly hosts?: readonly ScanHost[] | null;
  readonly vulnerabilities?: readonly ScanVulnerability[] | null;
  readonly history?: readonly ScanRun[] | null;
}

export interface ScanIdInput {
  readonly scan_id: number;
}

export interface ScanDetailsInput extends ScanIdInput {
  /** A run of the scan's history; the latest where it is left out. */
  readonly history_id?: number | undefined;
}

export interface ScanCreateInput {
  /** The template's, from `editor.listTemplates`. */
  readonly uuid: string;
  readonly settings: NewScanSettings;
  readonly plugins?: EditorPart | undefined;
  readonly compliance?: EditorPart | undefined;
}

export interface ScanConfigureInput extends ScanIdInput {
  readonly uuid?: string | undefined;
  readonly settings?: ScanSettings | undefined;
  readonly plugins?: EditorPart | undefined;
  readonly compliance?: EditorPart | undefined;
}

export interface ScanCreated {
  readonly scan: { readonly id: number; readonly name?: string | null; readonly uuid?: string | null };
}

export interface ScanCopyInput extends ScanIdInput {
  readonly folder_id?: number | undefined;
  /** The copy's name; the server's choice where it is left out. */
  readonly name?: string | undefined;
}

export interface ScanCopied {
  readonly id: number;
  readonly name?: string | null;
}

export interface ScanLaunchInput extends ScanIdInput {
  /** Targets for this run instead of the configured ones. */
  readonly alt_targets?: readonly string[] | undefined;
}

export interface ScanLaunch {
  /** The run that was started. */
  readonly scan_uuid: string;
}

/** Parts of a report by name: `true` puts one in. */
export type ReportParts = Readonly<Record<string, boolean>>;

export interface ScanReportContents {
  /** For `csv`: `id`, `cve`, `risk`, `hostname`, `plugin_output` and others. */
  readonly csvColumns?: ReportParts | undefined;
  /** For `html` and `pdf`. */
  readonly vulnerabilitySections?: ReportParts | undefined;
  /** For `html` and `pdf`. */
  readonly hostSections?: ReportParts | undefined;
  /** For `html` and `pdf`. */
  readonly formattingOptions?: ReportParts | undefined;
}

export interface ScanExportRequestInput extends ScanIdInput {
  readonly format: 'nessus' | 'html' | 'pdf' | 'csv' | 'db';
  /** A run of the scan's history; the latest where it is left out. */
  readonly history_id?: number | undefined;
  /** For `db`: encrypts the file. */
  readonly password?: string | undefined;
  /** For `html` and `pdf`: the template of the report. */
  readonly template_id?: number | undefined;
  /** For `html` and `pdf` of older servers: vuln_hosts_summary, vuln_by_host and others, joined by `;`. */
  readonly chapters?: string | undefined;
  readonly reportContents?: ScanReportContents | undefined;
  /** Filters: `'filter.0.filter': 'plugin.id'`, `'filter.0.quality': 'eq'`, `'filter.0.value': '19506'`. */
  readonly [filter: `filter.${string}`]: string;
}

export interface ScanExportFile {
  /** For `tokens.status` and `tokens.download`. */
  readonly token: string;
  readonly file?: string;
}
