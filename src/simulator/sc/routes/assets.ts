/** Assets: lists of hosts. */
import * as operations from '../../../api/sc/assets.js';
import { ownValue } from '../../../internal/is-record.js';
import type { AnswerParts } from '../../simulated-exchange.js';
import { toScAnswer, toScFile } from '../answers.js';
import { toCreation } from '../creation.js';
import { createObjectRoutes, withObject } from '../object-routes.js';
import { toBlankAsset } from '../records/blanks.js';
import { forAdministrators } from '../route.js';
import type { ScRequest, ScRoute } from '../route.js';

/** What was asked for comes back, with the id. */
function answerRefresh(request: ScRequest): AnswerParts {
  const { body, nowMs } = request;
  return withObject('asset', request, ({ id }) => toScAnswer({ orgID: ownValue(body, 'orgID'), repIDs: ownValue(body, 'repIDs'), id }, nowMs));
}

function answerExport(request: ScRequest): AnswerParts {
  return withObject('asset', request, (asset) => toScFile(
    `asset-${asset.id}.xml`,
    'text/xml;charset=UTF-8',
    `<?xml version="1.0" encoding="UTF-8"?>\n<asset><id>${asset.id}</id><type>${String(asset['type'])}</type></asset>\n`,
  ));
}

export const assetsRoutes: readonly ScRoute[] = [
  ...createObjectRoutes({
    kind: 'asset',
    operations,
    listFields: ['name', 'description', 'type', 'status'],
    isParted: true,
    rules: {
      plain: ['name', 'description', 'type', 'context', 'tags', 'assetDataFields'],
      many: { groups: 'group' },
      typeFields: ['definedIPs', 'definedDNSNames', 'excludeManagedIPs', 'definedLDAPQuery', 'rules', 'combinations', 'filters', 'tool', 'sourceType', 'filename'],
    },
    toBlank: (id, request) => toBlankAsset(id, toCreation(request)),
  }),
  { operation: operations.refresh, answer: forAdministrators('the Asset', answerRefresh) },
  { operation: operations.exportFile, answer: answerExport },
];
