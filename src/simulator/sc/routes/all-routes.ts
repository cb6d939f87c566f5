/** Every route of the simulated Security Center. Where an area has no file here, its routes follow from its description. */
import { scCatalogue } from '../../../api/sc/catalogue.js';
import { toWholeList } from '../../plain-objects/plain-answers.js';
import type { PlainAnswers } from '../../plain-objects/plain-answers.js';
import { createPlainRoutes } from '../../plain-objects/plain-routes.js';
import { toInvalid, toMissing, toScAnswer } from '../answers.js';
import type { OpenScRoute, ScRequest, ScRoute } from '../route.js';
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

/** Of operations with behaviour of their own. */
export const ownRoutes: readonly ScRoute[] = [
  ...analysisRoutes, ...assetsRoutes, ...credentialsRoutes, ...feedsRoutes, ...groupsRoutes, ...pluginsRoutes, ...policiesRoutes, ...repositoriesRoutes,
  ...scanResultsRoutes, ...scansRoutes, ...statusRoutes, ...systemRoutes, ...usersRoutes,
];

/** For everybody. */
export const openScRoutes: readonly OpenScRoute[] = [...openSystemRoutes, ...tokenRoutes];

const plainAnswers: PlainAnswers<ScRequest> = {
  toAnswer: (value, { nowMs }) => toScAnswer(value ?? '', nowMs),
  toMissing: ({ nowMs, params }) => toMissing('Object', Object.values(params).at(-1) ?? '', nowMs),
  toInvalid: (slip, { nowMs }) => toInvalid(slip, nowMs),
  toPage: toWholeList,
};

/** For those who are known. */
export const scRoutes: readonly ScRoute[] = [...ownRoutes, ...createPlainRoutes(scCatalogue, [...ownRoutes, ...openScRoutes], plainAnswers)];
