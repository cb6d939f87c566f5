/** All operations of Tenable Vulnerability Management: area, then name. `createVmClient` walks it. */
import * as agents from './agents.js';
import * as assetsExport from './assets-export.js';
import * as assetsV2Export from './assets-v2-export.js';
import * as complianceExport from './compliance-export.js';
import * as scans from './scans.js';
import * as server from './server.js';
import * as session from './session.js';
import * as tags from './tags.js';
import * as users from './users.js';
import * as vulnsExport from './vulns-export.js';
import * as wasExport from './was-export.js';

export const vmCatalogue = {
  agents, assetsExport, assetsV2Export, complianceExport, scans, server, session, tags, users, vulnsExport, wasExport,
} as const;

export type VmCatalogue = typeof vmCatalogue;
