import type { ExportKind } from '../index.js';

/** The columns of each kind where none are named: paths into a record. */
export const standardColumns: Readonly<Record<ExportKind, readonly string[]>> = {
  vulns: [
    'asset.uuid', 'asset.hostname', 'asset.ipv4', 'asset.fqdn', 'plugin.id', 'plugin.name', 'plugin.family', 'plugin.cve', 'severity', 'state',
    'plugin.cvss3_base_score', 'plugin.vpr.score', 'port.port', 'port.protocol', 'first_found', 'last_found', 'last_fixed', 'output',
  ],
  assets: [
    'id', 'hostnames', 'fqdns', 'ipv4s', 'ipv6s', 'mac_addresses', 'operating_systems', 'system_types', 'network_name', 'has_agent',
    'created_at', 'updated_at', 'first_seen', 'last_seen', 'last_authenticated_scan_date', 'terminated_at', 'deleted_at',
  ],
  'assets-v2': [
    'id', 'types', 'network.hostnames', 'network.fqdns', 'network.ipv4s', 'network.ipv6s', 'network.network_name', 'is_licensed',
    'timestamps.created_at', 'timestamps.updated_at', 'timestamps.first_seen', 'timestamps.last_seen', 'ratings.acr.score', 'ratings.aes.score',
  ],
  compliance: [
    'asset_uuid', 'check_id', 'check_name', 'audit_file', 'status', 'expected_value', 'actual_value', 'plugin_id', 'plugin_name', 'state',
    'first_seen', 'last_seen', 'last_observed', 'solution',
  ],
  was: [
    'finding_id', 'asset.uuid', 'asset.fqdn', 'url', 'plugin.id', 'plugin.name', 'severity', 'state', 'http_method', 'input_type', 'input_name',
    'first_found', 'last_found', 'last_fixed', 'proof',
  ],
};
