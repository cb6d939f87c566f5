/** The text of a scan's export files: small, and in the form of the real ones. */
import { toCsvFile, toNessusFile } from '../../records/nessus-file.js';
import type { SimulatedScan } from './scans.js';

/** Machines that every scan finds. */
export const hostsPerScan = 3;

/** The numbers of a scan's machines. */
export function toScanHosts(scan: SimulatedScan): readonly number[] {
  return Array.from({ length: hostsPerScan }, (_, at) => (scan.id - 101) * 8 + at);
}

/** A file in a format: a table for `csv`, else the `.nessus` form. */
export function toScanFileText(scan: SimulatedScan, format: string): string {
  const hosts = toScanHosts(scan);
  return format === 'csv' ? toCsvFile({ hosts }) : toNessusFile({ name: scan.name, targets: scan.targets, hosts });
}
