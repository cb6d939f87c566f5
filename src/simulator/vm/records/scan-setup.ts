/** How a scan is set up: what requests change of it, and how creating, changing and copying it are answered. */
import { isRecord, ownValue } from '../../../internal/is-record.js';
import { toUuid } from '../../invented-ids.js';
import { canConfigure, toChangedAtS, toSchedule, toScanSummary } from './scan-answers.js';
import type { SimulatedScan } from './scans.js';
import { container } from './users.js';

/** What the settings of a body change. The rest of them is kept as it came. */
export function toScanChanges(body: unknown, before: SimulatedScan['settings'], nowMs: number): Partial<SimulatedScan> {
  const given = ownValue(body, 'settings');
  const settings = isRecord(given) ? given : {};
  const { enabled, folder_id: folderId, name, text_targets: targets } = settings;
  return {
    modifiedAtS: Math.floor(nowMs / 1000),
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    ...(typeof targets === 'string' ? { targets } : {}),
    ...(typeof folderId === 'number' ? { folderId } : {}),
    ...(typeof enabled === 'boolean' ? { isEnabled: enabled } : {}),
    settings: { ...before, ...settings },
  };
}

/** A scan as creating and changing it are answered. */
export function toScanSetup(scan: SimulatedScan): object {
  const { description = null, emails = null, policy_id = scan.id + 1000, scan_time_window = null, scanner_id = null, target_network_uuid = null } = scan.settings;
  return {
    tag_type: null,
    container_id: container.uuid,
    owner_uuid: toUuid('user', 1),
    uuid: scan.scheduleUuid,
    name: scan.name,
    description,
    policy_id: Number(policy_id),
    scanner_id,
    scanner_uuid: '00000000-0000-0000-0000-00000000000000000000000000001',
    emails,
    sms: '',
    enabled: scan.isEnabled,
    include_aggregate: scan.settings['include_aggregate'] !== false,
    scan_time_window,
    custom_targets: scan.targets,
    target_network_uuid,
    auto_routed: scanner_id === 'AUTO-ROUTED' ? 1 : 0,
    remediation: scan.isRemediation ? 1 : 0,
    ...toSchedule(scan),
    notification_filters: null,
    shared: 0,
    user_permissions: canConfigure,
    default_permissions: 0,
    owner: scan.owner,
    owner_id: 1,
    last_modification_date: toChangedAtS(scan),
    creation_date: scan.createdAtS,
    type: 'public',
    id: scan.id,
  };
}

/** An entry of the list of remediation scans. */
export function toRemediationSummary(scan: SimulatedScan, nowMs: number): object {
  return { ...toScanSummary(scan, nowMs), remediation: 1, scan_creation_date: scan.createdAtS };
}

/** A copy as it is answered: its `uuid` is that of its schedule. */
export function toCopyAnswer(copy: SimulatedScan, nowMs: number): object {
  return { ...toScanSummary(copy, nowMs), uuid: copy.scheduleUuid, read: false };
}
