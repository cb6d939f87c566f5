/** A Nessus in memory: invented data, no network unless asked for. */
import type { ApiKeys } from '../../connection/api-keys.js';
import { systemClock } from '../../transport/clock.js';
import type { Clock } from '../../transport/clock.js';
import { toReasonRefusal } from '../answers.js';
import { createAccountControls, createControls, toCount } from '../controls.js';
import type { SimulatedLogIn, SimulatorControls } from '../controls.js';
import type { RefusalReason } from '../product.js';
import type { AnswerParts } from '../simulated-exchange.js';
import { authenticate } from './authentication.js';
import { createNessusUser, nessusUsernames } from './records/users.js';
import { missing } from './route.js';
import { toRouteTable } from '../route.js';
import { nessusRoutes, openNessusRoutes } from './routes/all-routes.js';
import { createNessusWorld } from './world.js';
import type { NessusEdition, NessusReadiness } from './world.js';

export interface NessusSimulatorOptions {
  /** Keys of the administrator. Default: keys that are the same in every run. */
  readonly accessKey?: string;
  readonly secretKey?: string;
  /** Time, for delays, running scans and the end of sessions. Default: the system's. */
  readonly clock?: Clock;
  /** Default `10.8.3`. Before 8, export files have no token. */
  readonly version?: string;
  /** Whether the version is told before a log-in. Default `false`, as with most real ones. */
  readonly tellsVersion?: boolean;
  /**
   * `professional`, `expert` and `essentials` refuse to create, configure, copy and launch scans (412) and have no agents. Default
   * `manager`.
   */
  readonly edition?: NessusEdition;
  /** Whether new passwords must be strong. Default `false`, as with a real one. */
  readonly hasPasswordComplexity?: boolean;
  /** Seconds after which a session that is not used ends. Default 1800. */
  readonly sessionTimeoutS?: number;
  /** Bad log-ins after which a user is locked out. Default 5. */
  readonly maxFailedLogIns?: number;
  /** The status request at which a file is ready. Default 4; 1 is ready at once. */
  readonly pollsUntilReady?: number;
  /** Agents of a `manager`. Default 30. */
  readonly agents?: number;
}

export interface NessusSimulator extends SimulatorControls {
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
  /** How ready the server is from now on. While it is `loading`, everything but `/server/…` is 503. */
  readonly setReadiness: (readiness: NessusReadiness) => void;
}

const routes = toRouteTable(nessusRoutes);
const openRoutes = toRouteTable(openNessusRoutes);

/** A simulator with a Nessus of its own. `createNessusClient(createNessusSimulator())` is a client of it. */
export function createNessusSimulator(options: NessusSimulatorOptions = {}): NessusSimulator {
  const { clock = systemClock, edition = 'manager', hasPasswordComplexity = false, tellsVersion = false, version = '10.8.3' } = options;
  const keys = createNessusUser(1, nessusUsernames.administrator, 128);
  const { accessKey = keys.accessKey, secretKey = keys.secretKey } = options;
  const world = createNessusWorld({
    version,
    tellsVersion,
    edition,
    hasPasswordComplexity,
    sessionTimeoutS: toCount(options.sessionTimeoutS, 1800, 1),
    maxFailedLogIns: toCount(options.maxFailedLogIns, 5, 1),
    pollsUntilReady: toCount(options.pollsUntilReady, 4, 1),
    agents: toCount(options.agents, 30, 0),
    administratorKeys: { accessKey, secretKey },
  });
  const controls = createControls({
    world,
    clock,
    basePath: '',
    routes,
    openRoutes,
    authenticate: (request) => authenticate(world, request, clock.now()),
    toInterim: () => (world.readiness.status === 'loading' ? toReasonRefusal(503, 'Nessus is loading') : null),
    refuse: (reason) => refusals[reason],
    toHeaders: () => ({ server: 'NessusWWW', 'cache-control': 'must-revalidate' }),
    chunkDelayMs: 0,
  });
  return Object.freeze({
    ...controls,
    accessKey,
    secretKey,
    ...createAccountControls((username) => world.users.find((user) => user.username === username)),
    sessions: () => world.sessions.count(clock.now()),
    expireSessions: world.sessions.closeAll,
    setReadiness: (readiness: NessusReadiness) => {
      world.readiness = readiness;
    },
  });
}

const refusals: Readonly<Record<RefusalReason, AnswerParts>> = {
  'unknown-path': missing,
  'broken-json': toReasonRefusal(400, 'Invalid JSON'),
  failure: toReasonRefusal(500, 'The simulator failed: please report it.'),
};
