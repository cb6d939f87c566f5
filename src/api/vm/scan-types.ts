/** The shapes of scan requests and answers, as recorded; members that no recording lacked are required. */

/** A scan's number, or the UUID of its schedule. */
export type ScanId = number | string;

export interface Scan {
  readonly id: number;
  readonly name: string;
  /** `completed`, `running`, `empty`, `imported`, `aborted`, `canceled`, `paused` and others. */
  readonly status: string;
  readonly uuid: string | null;
  readonly schedule_uuid?: string | null;
  readonly type: string | null;
  readonly owner?: string | null;
  readonly enabled: boolean;
  readonly read?: boolean;
  readonly shared?: boolean;
  /** Unix time in seconds. */
  readonly creation_date: number;
  /** Unix time in seconds. */
  readonly last_modification_date: number;
  readonly user_permissions?: number;
  readonly starttime?: string | null;
  readonly rrules?: string | null;
  readonly timezone?: string | null;
}

export interface ScanFolder {
  readonly id: number;
  readonly name: string;
  /** `main`, `trash` or `custom`. */
  readonly type: string;
}

export interface ScanList {
  readonly folders: readonly ScanFolder[] | null;
  readonly scans: readonly Scan[] | null;
  /** Unix time in seconds. */
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
  readonly object_id?: number;
  readonly owner?: string | null;
  readonly policy?: string | null;
  readonly targets?: string | null;
  readonly scanner_name?: string | null;
  readonly hostcount?: number;
  /** Unix time in seconds. */
  readonly scan_start?: number | null;
  /** Unix time in seconds. */
  readonly scan_end?: number | null;
}

export interface ScanHost {
  readonly host_id: number;
  readonly hostname: string;
}

export interface ScanVulnerability {
  readonly plugin_id: number;
  readonly plugin_name: string;
  readonly plugin_family: string;
  /** 0 info to 4 critical. */
  readonly severity: number;
  readonly count: number;
}

export interface ScanRun {
  readonly history_id: number;
  readonly uuid: string;
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

export interface ScanDetailsInput {
  readonly scan_id: ScanId;
  /** A run of the scan's history; the latest where it is left out. */
  readonly history_id?: number | undefined;
  readonly history_uuid?: string | undefined;
}

export interface ScanLaunchInput {
  readonly scan_id: ScanId;
  /** Targets for this run instead of the configured ones. */
  readonly alt_targets?: readonly string[] | undefined;
  readonly rollover?: boolean | undefined;
}

export interface ScanLaunch {
  /** The run that was started. */
  readonly scan_uuid: string;
}

export interface ScanExportRequestInput {
  readonly scan_id: ScanId;
  /** Results older than 60 days are to be had as `nessus` and `csv` only. */
  readonly format: 'nessus' | 'html' | 'pdf' | 'csv' | 'db';
  readonly history_id?: number | undefined;
  readonly history_uuid?: string | undefined;
  readonly type?: 'web-app' | undefined;
  /** For `html` and `pdf`: vuln_hosts_summary, vuln_by_host, vuln_by_plugin and others, joined by `;`. */
  readonly chapters?: string | undefined;
  /** For `db`: encrypts the file. */
  readonly password?: string | undefined;
  readonly asset_id?: string | undefined;
  /** Filters: `'filter.0.filter': 'plugin.id'`, `'filter.0.quality': 'eq'`, `'filter.0.value': '19506'`. */
  readonly [filter: `filter.${string}`]: string;
}

export interface ScanExportFile {
  /** The file's id, for `exportStatus` and `exportDownload`. */
  readonly file: string;
}

/** Names an export file: for its status and for its download. */
export interface ScanExportFileInput {
  readonly scan_id: ScanId;
  readonly file_id: string;
  readonly type?: 'web-app' | undefined;
}

export interface ScanExportState {
  /** `ready`, `loading` or `error`. */
  readonly status: string;
}
