/** All operations of Tenable Security Center: area, then name. `createScClient` walks it. */
import * as analysis from './analysis.js';
import * as assets from './assets.js';
import * as credentials from './credentials.js';
import * as currentUser from './current-user.js';
import * as feeds from './feeds.js';
import * as groups from './groups.js';
import * as plugins from './plugins.js';
import * as policies from './policies.js';
import * as repositories from './repositories.js';
import * as scanResults from './scan-results.js';
import * as scans from './scans.js';
import * as status from './status.js';
import * as system from './system.js';
import * as users from './users.js';

export const scCatalogue = {
  analysis, assets, credentials, currentUser, feeds, groups, plugins, policies, repositories, scanResults, scans, status, system, users,
} as const;

export type ScCatalogue = typeof scCatalogue;
