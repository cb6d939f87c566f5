/** Every route of the simulated Tenable VM. */
import type { Route } from '../route.js';
import { agentsRoutes } from './agents.js';
import { assetsExportRoutes, assetsV2ExportRoutes } from './assets-export.js';
import { complianceExportRoutes } from './compliance-export.js';
import { scansRoutes } from './scans.js';
import { serverRoutes } from './server.js';
import { sessionRoutes } from './session.js';
import { tagsRoutes } from './tags.js';
import { usersRoutes } from './users.js';
import { vulnsExportRoutes } from './vulns-export.js';
import { wasExportRoutes } from './was-export.js';

export const allRoutes: readonly Route[] = [
  ...agentsRoutes, ...assetsExportRoutes, ...assetsV2ExportRoutes, ...complianceExportRoutes, ...scansRoutes, ...serverRoutes,
  ...sessionRoutes, ...tagsRoutes, ...usersRoutes, ...vulnsExportRoutes, ...wasExportRoutes,
];
