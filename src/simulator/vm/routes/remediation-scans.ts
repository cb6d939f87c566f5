/** Remediation scans: scans like any other, in a list of their own. */
import { create, list } from '../../../api/vm/remediation-scans.js';
import { toJsonAnswer } from '../../answers.js';
import { toListPage } from '../list-page.js';
import { toRemediationSummary } from '../records/scan-setup.js';
import { forOperators } from '../route.js';
import type { Route } from '../route.js';
import { answerCreate } from './scans.js';

export const remediationScansRoutes: readonly Route[] = [
  {
    operation: list,
    answer: ({ nowMs, query, world }) => toListPage(world.scans.filter(({ isRemediation }) => isRemediation).map((scan) => toRemediationSummary(scan, nowMs)), query, 50)
      .match(({ items, ...pagination }) => toJsonAnswer({ scans: items, pagination }), (refusal) => refusal),
  },
  { operation: create, answer: forOperators((request) => answerCreate(request, true)) },
];
