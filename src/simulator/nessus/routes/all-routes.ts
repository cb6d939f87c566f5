/** Every route of the simulated Nessus. */
import type { NessusRoute, OpenNessusRoute } from '../route.js';
import { agentsRoutes } from './agents.js';
import { editorRoutes } from './editor.js';
import { foldersRoutes } from './folders.js';
import { logInRoutes } from './log-in.js';
import { pluginsRoutes } from './plugins.js';
import { policiesRoutes } from './policies.js';
import { scannersRoutes } from './scanners.js';
import { scansRoutes } from './scans.js';
import { serverRoutes } from './server.js';
import { tokensRoutes } from './tokens.js';
import { usersRoutes } from './users.js';

/** For those who are known. */
export const nessusRoutes: readonly NessusRoute[] = [
  ...agentsRoutes, ...editorRoutes, ...foldersRoutes, ...pluginsRoutes, ...policiesRoutes, ...scannersRoutes, ...scansRoutes, ...tokensRoutes, ...usersRoutes,
];

/** For everybody. */
export const openNessusRoutes: readonly OpenNessusRoute[] = [...logInRoutes, ...serverRoutes];
