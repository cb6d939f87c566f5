/** All operations of Nessus: area, then name. */
import * as agents from './agents.js';
import * as editor from './editor.js';
import * as folders from './folders.js';
import * as plugins from './plugins.js';
import * as policies from './policies.js';
import * as scanners from './scanners.js';
import * as scans from './scans.js';
import * as server from './server.js';
import * as session from './session.js';
import * as tokens from './tokens.js';
import * as users from './users.js';

export const nessusCatalogue = {
  agents, editor, folders, plugins, policies, scanners, scans, server, session, tokens, users,
} as const;

export type NessusCatalogue = typeof nessusCatalogue;
