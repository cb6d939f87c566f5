/** A Tenable Security Center in memory: invented data, no network unless asked for. */
import type { ApiKeys } from '../../connection/api-keys.js';
import { systemClock } from '../../transport/clock.js';
import type { Clock } from '../../transport/clock.js';
import { createAccountControls, createControls, toCount } from '../controls.js';
import type { SimulatedLogIn, SimulatorControls } from '../controls.js';
import type { RefusalReason } from '../product.js';
import type { AnswerParts } from '../simulated-exchange.js';
import { toInvalid, toScRefusal } from './answers.js';
import { authenticate, findByName } from './authentication.js';
import { createAccount, scUsernames } from './records/users.js';
import { toRouteTable } from '../route.js';
import { openScRoutes, scRoutes } from './routes/all-routes.js';
import { createScWorld, isFrom } from './world.js';

export interface ScSimulatorOptions {
  /** Keys of the administrator. Default: keys that are the same in every run. */
  readonly accessKey?: string;
  readonly secretKey?: string;
  /** Time, for delays, running scans and the end of sessions. Default: the system's. */
  readonly clock?: Clock;
  /**
   * Such as `5.8.0`. Before 5.13 there are no API keys; before 5.20 everybody is told the version; before 6.5 a client
   * certificate opens a session, later it needs none. Default `6.4.0`.
   */
  readonly version?: string;
  /** Findings that an analysis is about, four for each host. Default 200. */
  readonly vulns?: number;
  /** Whether new passwords must be strong. Default `true`. */
  readonly hasPasswordComplexity?: boolean;
  /** Seconds after which a session that is not used ends. Default 3600. */
  readonly sessionTimeoutS?: number;
  /** Sessions that a user may have at once; a log-in beyond them gets none, unless it releases one. Default 10. */
  readonly maxSessions?: number;
}

export interface ScSimulator extends SimulatorControls {
  /** Where it pretends to be: in process, nothing is sent there. */
  readonly url: string;
  /** The administrator's keys. */
  readonly accessKey: string;
  readonly secretKey: string;
  /** The keys of a user, by login name; `null` where there is no such user. */
  readonly keysOf: (username: string) => ApiKeys | null;
  /** What a user logs in with; `null` where there is no such user. */
  readonly logInOf: (username: string) => SimulatedLogIn | null;
  /** How many sessions are open. */
  readonly sessions: () => number;
  /** Ends all sessions, as if nobody had used them for too long. */
  readonly expireSessions: () => void;
}

const routes = toRouteTable(scRoutes);
const openRoutes = toRouteTable(openScRoutes);

/** A simulator with a Security Center of its own. `createScClient(createScSimulator())` is a client of it. */
export function createScSimulator(options: ScSimulatorOptions = {}): ScSimulator {
  const { clock = systemClock, hasPasswordComplexity = true, version = '6.4.0' } = options;
  const keys = createAccount(scUsernames.administrator);
  const { accessKey = keys.accessKey, secretKey = keys.secretKey } = options;
  const world = createScWorld({
    version,
    vulns: toCount(options.vulns, 200, 0),
    hasPasswordComplexity,
    sessionTimeoutS: toCount(options.sessionTimeoutS, 3600, 1),
    maxSessions: toCount(options.maxSessions, 10, 1),
    administratorKeys: { accessKey, secretKey },
  }, clock.now());
  const controls = createControls({
    world,
    clock,
    basePath: '/rest',
    routes,
    openRoutes,
    authenticate: (request) => authenticate(world, request, clock.now()),
    toInterim: () => null,
    refuse,
    toHeaders: () => (isFrom(world, 5, 20) ? {} : { securitycenter: version }), // that is all: no request has an id
    chunkDelayMs: 0,
  });
  return Object.freeze({
    ...controls,
    url: 'https://security-center.example.com',
    accessKey,
    secretKey,
    ...createAccountControls((username) => world.accounts.get(findByName(world, username)?.id ?? '')),
    sessions: () => world.sessions.count(clock.now()),
    expireSessions: world.sessions.closeAll,
  });
}

/** No answer to an unknown path was recorded: it is the page of the web server. */
function refuse(reason: RefusalReason, nowMs: number): AnswerParts {
  if (reason === 'unknown-path') return { status: 404, headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: '<html><head><title>404 Not Found</title></head></html>\n' };
  return reason === 'broken-json' ? toInvalid('Invalid parameters specified. The body is no JSON.', nowMs) : toScRefusal(-1, 'The simulator failed: please report it.', nowMs);
}
