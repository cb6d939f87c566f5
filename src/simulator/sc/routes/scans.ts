/** Scans: what is scanned. A launch makes a result, which goes on by the clock. */
import * as operations from '../../../api/sc/scans.js';
import { ownValue } from '../../../internal/is-record.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toText } from '../../text-member.js';
import { toInvalid, toMissing, toScAnswer } from '../answers.js';
import { toCreation } from '../creation.js';
import { createObjectRoutes, withObject } from '../object-routes.js';
import { toSummary, toUserSummary } from '../objects.js';
import { toBlankScan, toBlankScanResult } from '../records/blanks.js';
import { forEditors } from '../route.js';
import type { ScRequest, ScRoute } from '../route.js';
import { createScanRun } from '../scan-runs.js';

function answerCopy(request: ScRequest): AnswerParts {
  const { body, nowMs, world } = request;
  return withObject('scan', request, (scan) => {
    const id = ownValue(ownValue(body, 'targetUser'), 'id');
    const owner = world.objects.user.find(id);
    if (owner === undefined) return toMissing('User', String(id), nowMs);
    const nowS = String(Math.floor(nowMs / 1000));
    const copy = { ...scan, id: world.objects.scan.nextId(), name: toText(body, 'name'), owner: toUserSummary(owner), createdTime: nowS, modifiedTime: nowS };
    world.objects.scan.put(copy);
    return toScAnswer({ scan: copy }, nowMs);
  });
}

function answerLaunch(request: ScRequest): AnswerParts {
  const { nowMs, user, world } = request;
  return withObject('scan', request, (scan) => {
    const policyName = toText(scan['policy'], 'name');
    if (policyName === '') return toInvalid(`Scan #${scan.id} has no policy.`, nowMs);
    const id = world.objects.scanResult.nextId();
    const name = String(scan['name']);
    const result = { ...toBlankScanResult(id, toCreation(request)), name, details: policyName, scan: toSummary(scan), repository: scan['repository'] };
    world.objects.scanResult.put(result);
    world.runs.set(id, createScanRun(nowMs));
    const scanResult = {
      initiatorID: user.id, ownerID: user.id, scanID: scan.id, resultsSyncID: -1, jobID: `10${id}`, repositoryID: String(ownValue(scan['repository'], 'id')),
      name, description: '', details: policyName, status: 'Queued', downloadFormat: 'v2', dataFormat: 'IPv4', resultType: 'active', id,
    };
    return toScAnswer({ scanID: scan.id, scanResult }, nowMs);
  });
}

export const scansRoutes: readonly ScRoute[] = [
  ...createObjectRoutes({
    kind: 'scan',
    operations,
    listFields: ['name', 'description', 'status'],
    isParted: true,
    rules: {
      plain: [
        'name', 'description', 'type', 'ipList', 'reports', 'schedule', 'emailOnLaunch', 'emailOnFinish', 'dhcpTracking', 'scanningVirtualHosts',
        'timeoutAction', 'rolloverType', 'maxScanTime', 'inactivityTimeout', 'classifyMitigatedAge', 'zone',
      ],
      one: { repository: 'repository', policy: 'policy' },
      many: { assets: 'asset', credentials: 'credential' },
    },
    toBlank: (id, request) => toBlankScan(id, toCreation(request)),
  }),
  { operation: operations.copy, answer: forEditors('the Scan', answerCopy) },
  { operation: operations.launch, answer: forEditors('the Scan', answerLaunch) },
];
