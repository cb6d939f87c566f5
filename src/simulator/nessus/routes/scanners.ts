/** Scanners: the server's own. */
import { details, list } from '../../../api/nessus/scanners.js';
import { toJsonAnswer } from '../../answers.js';
import { toUuid } from '../../invented-ids.js';
import { toScanStatus } from '../records/scans.js';
import { withItem } from '../route.js';
import type { NessusRequest, NessusRoute } from '../route.js';

function toScanners({ nowMs, world }: NessusRequest): readonly { readonly id: number }[] {
  const running = world.scans.filter((scan) => toScanStatus(scan, nowMs) === 'running').length;
  return [{
    id: 1, ...{
      uuid: toUuid('local scanner'), name: 'Local Scanner', type: 'local', status: 'on', platform: 'LINUX', engine_version: world.version,
      loaded_plugin_set: '202601010000', scan_count: running, ui_version: world.version, linked: 1,
    },
  }];
}

export const scannersRoutes: readonly NessusRoute[] = [
  { operation: list, answer: (request) => toJsonAnswer({ scanners: toScanners(request) }) },
  { operation: details, answer: (request) => withItem(toScanners(request), request.params['scanner_id'], toJsonAnswer) },
];
