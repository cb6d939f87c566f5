/** tenable-result/node: what needs a file system. */
export { exportToFile } from './export-to-file.js';
export type { ExportToFileOptions, RecordEncoder, WrittenExport } from './export-to-file.js';
export type { ExportWindow } from './export-window.js';
export type { ReplacedExport } from './part-file.js';
export { OutputFileError } from '../errors/model/output-file-error.js';
export type { OutputFileReason } from '../errors/model/output-file-error.js';
