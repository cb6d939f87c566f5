/** Every route of the simulated Tenable VM. Where an area has no file here, its routes follow from its description. */
import { vmCatalogue } from '../../../api/vm/catalogue.js';
import { plainJson } from '../../plain-objects/plain-answers.js';
import type { PlainAnswers } from '../../plain-objects/plain-answers.js';
import { createPlainRoutes } from '../../plain-objects/plain-routes.js';
import { toNamedRefusal } from '../answers.js';
import { toListPage } from '../list-page.js';
import type { Route, RouteRequest } from '../route.js';
import { agentsRoutes } from './agents.js';
import { assetsExportRoutes, assetsV2ExportRoutes } from './assets-export.js';
import { complianceExportRoutes } from './compliance-export.js';
import { foldersRoutes } from './folders.js';
import { remediationScansRoutes } from './remediation-scans.js';
import { scanFilesRoutes } from './scan-files.js';
import { scanRunsRoutes } from './scan-runs.js';
import { scansRoutes } from './scans.js';
import { serverRoutes } from './server.js';
import { sessionRoutes } from './session.js';
import { tagsRoutes } from './tags.js';
import { usersRoutes } from './users.js';
import { vulnsExportRoutes } from './vulns-export.js';
import { wasExportRoutes } from './was-export.js';

const ownRoutes: readonly Route[] = [
  ...agentsRoutes, ...assetsExportRoutes, ...assetsV2ExportRoutes, ...complianceExportRoutes, ...foldersRoutes,
  ...remediationScansRoutes, ...scanFilesRoutes, ...scanRunsRoutes, ...scansRoutes, ...serverRoutes,
  ...sessionRoutes, ...tagsRoutes, ...usersRoutes, ...vulnsExportRoutes, ...wasExportRoutes,
];

const plainAnswers: PlainAnswers<RouteRequest> = {
  ...plainJson,
  toMissing: () => toNamedRefusal(404, 'Object not found'),
  toPage: (items, { query }) => toListPage(items, query, 50).map(({ items: found, ...page }) => ({ items: found, beside: { pagination: page, total: page.total } })),
};

export const allRoutes: readonly Route[] = [...ownRoutes, ...createPlainRoutes(vmCatalogue, ownRoutes, plainAnswers)];
