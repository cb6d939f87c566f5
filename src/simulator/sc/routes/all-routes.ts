/** Every route of the simulated Security Center. */
import type { OpenScRoute, ScRoute } from '../route.js';
import { analysisRoutes } from './analysis.js';
import { assetsRoutes } from './assets.js';
import { credentialsRoutes } from './credentials.js';
import { feedsRoutes } from './feeds.js';
import { groupsRoutes } from './groups.js';
import { pluginsRoutes } from './plugins.js';
import { policiesRoutes } from './policies.js';
import { repositoriesRoutes } from './repositories.js';
import { scanResultsRoutes } from './scan-results.js';
import { scansRoutes } from './scans.js';
import { statusRoutes } from './status.js';
import { openSystemRoutes, systemRoutes } from './system.js';
import { tokenRoutes } from './token.js';
import { usersRoutes } from './users.js';

/** For those who are known. */
export const scRoutes: readonly ScRoute[] = [
  ...analysisRoutes, ...assetsRoutes, ...credentialsRoutes, ...feedsRoutes, ...groupsRoutes, ...pluginsRoutes, ...policiesRoutes, ...repositoriesRoutes,
  ...scanResultsRoutes, ...scansRoutes, ...statusRoutes, ...systemRoutes, ...usersRoutes,
];

/** For everybody. */
export const openScRoutes: readonly OpenScRoute[] = [...openSystemRoutes, ...tokenRoutes];
