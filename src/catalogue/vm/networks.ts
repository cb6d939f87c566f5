/** Networks: what keeps assets with the same addresses apart. https://developer.tenable.com/reference/networks */
import { byOffset, count, flag, get, list, nonEmpty, number, pageLimit, pageOffset, pathText, post, put, remove, text, uuid, z } from '../language/index.js';
import { SortedPagination } from '../parts/pagination.js';
import { listFilters } from './parts/list-filters.js';
import { Scanner } from './parts/scanner.js';

export const page = 'https://developer.tenable.com/reference/';

export const Network = z.object({
  uuid: text,
  name: text,
  description: text.nullish(),
  is_default: flag.nullish().describe('Whether it is the network of all that belongs to no other.'),
  owner_uuid: text.nullish(),
  created: number.nullish().describe('Unix time in milliseconds.'),
  created_by: text.nullish().describe('The UUID of a user.'),
  created_in_seconds: number.nullish().describe('Unix time in seconds.'),
  modified: number.nullish().describe('Unix time in milliseconds.'),
  modified_by: text.nullish().describe('The UUID of a user.'),
  modified_in_seconds: number.nullish().describe('Unix time in seconds.'),
  deleted: number.nullish().describe('Unix time in milliseconds.'),
  deleted_by: text.nullish().describe('The UUID of a user.'),
  scanner_count: number.nullish(),
  assets_ttl_days: number.nullish().describe('Days after which assets that were not seen again are deleted.'),
});

export const NetworkPage = z.object({ networks: list(Network), pagination: SortedPagination.nullish() });

export const ScannerList = z.object({ scanners: list(Scanner) });

export const NetworkAssetCount = z.object({
  numAssetsTotal: number.nullish().describe('Assets of the network.'),
  numAssetsNotSeen: number.nullish().describe('Those that were not seen in these days.'),
});

const network_id = uuid.describe("The network's UUID. That of the default network is all zeros.");
const settings = {
  name: nonEmpty,
  description: text.optional(),
  assets_ttl_days: z.int().min(14).max(365).nullable().optional().describe('Days after which assets that were not seen again are deleted, 14 to 365; some containers take no less than 90.'),
};

export const operations = {
  list: get('/networks', {
    doc: 'Networks, page by page.',
    input: {
      ...listFilters,
      f: listFilters.f.describe('Filters of the form `name:operator:value` with the operators `eq`, `neq` and `match`.'),
      limit: pageLimit.optional().describe('Networks a page. Default 50.'),
      offset: pageOffset.optional(),
      includeDeleted: flag.optional().describe('Whether deleted networks are listed, too.'),
    },
    output: NetworkPage,
    paging: byOffset('networks'),
    pyTenable: 'tio.networks.list',
  }),
  create: post('/networks', { doc: 'Creates a network.', input: settings, output: Network, pyTenable: 'tio.networks.create' }),
  details: get('/networks/{network_id}', { doc: 'One network.', input: { network_id }, output: Network, pyTenable: 'tio.networks.details' }),
  update: put('/networks/{network_id}', {
    doc: 'Changes a network. What is left out of `description` and `assets_ttl_days` is reset.',
    input: { network_id, ...settings },
    output: Network,
    pyTenable: 'tio.networks.edit',
  }),
  delete: remove('/networks/{network_id}', { doc: 'Deletes a network. Its scanners and assets go to the default network.', input: { network_id }, pyTenable: 'tio.networks.delete' }),
  assetCount: get('/networks/{network_id}/counts/assets-not-seen-in/{num_days}', {
    doc: 'How many assets a network has, and how many of them were not seen lately.',
    input: { network_id, num_days: count.describe('So many days back.').meta({ example: 30 }) },
    output: NetworkAssetCount,
    page: 'io-networks-asset-count-details',
    pyTenable: 'tio.networks.network_asset_count',
  }),
  listScanners: get('/networks/{network_id}/scanners', { doc: 'The scanners of a network.', input: { network_id }, output: ScannerList, pyTenable: 'tio.networks.list_scanners' }),
  listAssignableScanners: get('/networks/{network_id}/assignable-scanners', {
    doc: 'The scanners that may be assigned to a network.',
    input: { network_id },
    output: ScannerList,
    pyTenable: 'tio.networks.unassigned_scanners',
  }),
  assignScanner: post('/networks/{network_id}/scanners/{scanner_uuid}', {
    doc: 'Assigns a scanner or a scanner group to a network.',
    input: { network_id, scanner_uuid: pathText.describe('The UUID of a scanner or scanner group; it may be longer than 36 characters.') },
    idempotent: true,
    pyTenable: 'tio.networks.assign_scanners',
  }),
  assignScanners: post('/networks/{network_id}/scanners', {
    doc: 'Assigns several scanners or scanner groups to a network.',
    input: { network_id, scanner_uuids: list(nonEmpty).min(1).describe('UUIDs of scanners and scanner groups.') },
    idempotent: true,
    page: 'networks-assign-scanner-bulk',
    pyTenable: 'tio.networks.assign_scanners',
  }),
};
