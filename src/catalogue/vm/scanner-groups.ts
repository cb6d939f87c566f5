/** Scanner groups: scanners that share the work of a scan. https://developer.tenable.com/reference/scanner-groups */
import { answerText, count, flag, get, list, nonEmpty, number, oneOf, post, put, remove, text, time, z } from '../language/index.js';
import { Scanner } from './parts/scanner.js';

export const page = 'https://developer.tenable.com/reference/';

export const ScannerGroup = z.object({
  creation_date: time.nullish(),
  last_modification_date: time.nullish(),
  owner_id: number.nullish(),
  owner: text.nullish(),
  owner_uuid: answerText.nullish(),
  default_permissions: number.nullish(),
  user_permissions: number.nullish(),
  shared: number.nullish(),
  scan_count: number.nullish(),
  scanner_count: answerText.nullish(),
  uuid: text,
  type: text.nullish(),
  name: text,
  id: number,
  scanner_id: number.nullish(),
  scanner_uuid: text.nullish(),
  owner_name: text.nullish(),
  token: text.nullish(),
  flag: text.nullish(),
  network_name: text.nullish(),
  supports_webapp: flag.nullish(),
});

export const ScannerGroupList = z.object({ scanner_pools: list(ScannerGroup) });

export const ScannerGroupScanners = z.object({ scanners: list(Scanner) });

export const EditedScannerGroup = z.object({
  owner_uuid: text.nullish(),
  created: number.nullish().describe('Unix time in milliseconds.'),
  modified: number.nullish().describe('Unix time in milliseconds.'),
  container_uuid: text.nullish(),
  uuid: text,
  id: number,
  name: text,
  type: text.nullish(),
  distributed: flag.nullish(),
  default_permissions: number.nullish(),
  environment_name: text.nullish(),
  shared: number.nullish(),
  user_permissions: number.nullish(),
  created_in_seconds: time.nullish(),
  modified_in_seconds: time.nullish(),
  network_name: text.nullish(),
  supports_webapp: flag.nullish(),
});

export const ScannerGroupRoute = z.object({ route: text });

const group_id = count.describe("The group's number.");
const scanner_id = count.describe("The scanner's number.");

export const operations = {
  list: get('/scanner-groups', { doc: 'All scanner groups.', output: ScannerGroupList, never: ['NotFoundError'], pyTenable: 'tio.scanner_groups.list' }),
  details: get('/scanner-groups/{group_id}', { doc: 'One scanner group.', input: { group_id }, output: ScannerGroup, pyTenable: 'tio.scanner_groups.details' }),
  create: post('/scanner-groups', {
    doc: 'Creates a scanner group.',
    input: { name: nonEmpty, type: oneOf('load_balancing').optional() },
    output: ScannerGroup,
    pyTenable: 'tio.scanner_groups.create',
  }),
  update: put('/scanner-groups/{group_id}', {
    doc: 'Gives a scanner group another name.',
    input: { group_id, name: nonEmpty },
    output: EditedScannerGroup,
    page: 'scanner-groups-edit',
    pyTenable: 'tio.scanner_groups.edit',
  }),
  delete: remove('/scanner-groups/{group_id}', { doc: 'Deletes a scanner group. Its scanners stay.', input: { group_id }, pyTenable: 'tio.scanner_groups.delete' }),
  listScanners: get('/scanner-groups/{group_id}/scanners', {
    doc: 'The scanners of a group.',
    input: { group_id },
    output: ScannerGroupScanners,
    pyTenable: 'tio.scanner_groups.list_scanners',
  }),
  addScanner: post('/scanner-groups/{group_id}/scanners/{scanner_id}', {
    doc: 'Adds a scanner to a group.',
    input: { group_id, scanner_id },
    idempotent: true,
    pyTenable: 'tio.scanner_groups.add_scanner',
  }),
  removeScanner: remove('/scanner-groups/{group_id}/scanners/{scanner_id}', {
    doc: 'Takes a scanner out of a group.',
    input: { group_id, scanner_id },
    page: 'scanner-groups-delete-scanner',
    pyTenable: 'tio.scanner_groups.delete_scanner',
  }),
  listRoutes: get('/scanner-groups/{group_id}/routes', {
    doc: 'The targets that are scanned by the group, where routing is on.',
    input: { group_id },
    output: list(ScannerGroupRoute),
    page: 'io-scanner-groups-list-routes',
    pyTenable: 'tio.scanner_groups.list_routes',
  }),
  editRoutes: put('/scanner-groups/{group_id}/routes', {
    doc: 'Replaces the targets that are scanned by the group.',
    input: { group_id, routes: list(nonEmpty).describe('Names, addresses, ranges and CIDR blocks.') },
    page: 'io-scanner-groups-update-routes',
    pyTenable: 'tio.scanner_groups.edit_routes',
  }),
};
