/** Every route of the simulated Nessus. Where an area has no file here, its routes follow from its description. */
import { nessusCatalogue } from '../../../api/nessus/catalogue.js';
import { toReasonRefusal } from '../../answers.js';
import { plainJson, toWholeList } from '../../plain-objects/plain-answers.js';
import type { PlainAnswers } from '../../plain-objects/plain-answers.js';
import { createPlainRoutes } from '../../plain-objects/plain-routes.js';
import type { NessusRequest, NessusRoute, OpenNessusRoute } from '../route.js';
import { agentsRoutes } from './agents.js';
import { editorRoutes } from './editor.js';
import { foldersRoutes } from './folders.js';
import { groupUsersRoutes } from './group-users.js';
import { logInRoutes } from './log-in.js';
import { pluginsRoutes } from './plugins.js';
import { policiesRoutes } from './policies.js';
import { scannersRoutes } from './scanners.js';
import { scanResultsRoutes } from './scan-results.js';
import { scansRoutes } from './scans.js';
import { serverRoutes } from './server.js';
import { severalRoutes } from './several.js';
import { tokensRoutes } from './tokens.js';
import { usersRoutes } from './users.js';

const ownRoutes: readonly NessusRoute[] = [
  ...agentsRoutes, ...editorRoutes, ...foldersRoutes, ...groupUsersRoutes, ...pluginsRoutes, ...policiesRoutes, ...scannersRoutes, ...scansRoutes, ...scanResultsRoutes, ...severalRoutes, ...tokensRoutes, ...usersRoutes,
];

/** For everybody. */
export const openNessusRoutes: readonly OpenNessusRoute[] = [...logInRoutes, ...serverRoutes];

const plainAnswers: PlainAnswers<NessusRequest> = {
  ...plainJson,
  toMissing: () => toReasonRefusal(404, 'The requested file was not found.'),
  toPage: toWholeList,
};

/** For those who are known. */
export const nessusRoutes: readonly NessusRoute[] = [...ownRoutes, ...createPlainRoutes(nessusCatalogue, [...ownRoutes, ...openNessusRoutes], plainAnswers)];
