/** A Tenable Vulnerability Management in memory: one container, invented data, no network unless asked for. */
import type { ApiKeys } from '../../connection/api-keys.js';
import { systemClock } from '../../transport/clock.js';
import type { Clock } from '../../transport/clock.js';
import { createControls, toCount } from '../controls.js';
import type { SimulatorControls } from '../controls.js';
import { toHexId } from '../invented-ids.js';
import type { RefusalReason } from '../product.js';
import { toRouteTable } from '../route.js';
import type { AnswerParts } from '../simulated-exchange.js';
import { toNamedRefusal } from './answers.js';
import { authenticate } from './authentication.js';
import type { ExportOutcome } from './chunk-plan.js';
import type { SimulatedUser } from './records/users.js';
import { allRoutes } from './routes/all-routes.js';
import { createWorld } from './world.js';
import type { DuplicateAnswer, World } from './world.js';

export interface SimulatorOptions {
  /** Keys of the administrator. Default: keys that are the same in every run. */
  readonly accessKey?: string;
  readonly secretKey?: string;
  /** Time, for delays, running scans and the expiry of exports. Default: the system's. */
  readonly clock?: Clock;
  /**
   * Findings in the vulns export, four for each asset. Default 200. They are made when fetched: a million is fine. They
   * were last found on days of December 2025, and all come where no filter of times is given.
   */
  readonly vulns?: number;
  /** Records in each chunk of an export, whatever size is asked for. Default 50. */
  readonly recordsPerChunk?: number;
  /** The status request at which an export job or a scan's file is ready. Default 4; 1 is ready at once. */
  readonly pollsUntilReady?: number;
  /** How export jobs go and end. Default `finished`. */
  readonly exportOutcome?: ExportOutcome;
  /**
   * Bytes of JSON that each record of the vulns export is filled up to, by long plugin outputs; at most 1,048,576.
   * Default: records of a kilobyte or so, as they are. 1,000 records a chunk of 5,000 bytes make chunks of 5 MB.
   */
  readonly recordBytes?: number;
  /** How long each chunk of an export is in coming, in milliseconds. Default 0. */
  readonly chunkDelayMs?: number;
  /**
   * How a second export with the filters of one that runs is refused: `conflict` is the 409 of today, `rate-limit` the
   * 429 of before 2024 whose message names the job. Compliance exports never are. Default `conflict`.
   */
  readonly duplicateAnswer?: DuplicateAnswer;
  /** Whether a server compresses chunks for clients that accept gzip. Default `false`. */
  readonly isGzipped?: boolean;
}

export interface Simulator extends SimulatorControls {
  /** What clients must send. */
  readonly accessKey: string;
  readonly secretKey: string;
  /** How export jobs end that are created from now on. */
  readonly setExportOutcome: (outcome: ExportOutcome) => void;
  /** The keys of a user, by login name; `null` where there is no such user. */
  readonly keysOf: (username: string) => ApiKeys | null;
}

const routes = toRouteTable(allRoutes);
const noRoutes = toRouteTable<World, SimulatedUser | null>([]);

/** Tenable cuts plugin outputs off at this size. */
const maxRecordBytes = 1_048_576;

/** A simulator with a container of its own. Two with the same options answer the same. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { accessKey = toHexId('access key') + toHexId('access'), clock = systemClock, secretKey = toHexId('secret key') + toHexId('secret') } = options;
  const world = createWorld({
    clock,
    vulns: toCount(options.vulns, 200, 0),
    recordsPerChunk: toCount(options.recordsPerChunk, 50, 1),
    recordBytes: Math.min(toCount(options.recordBytes, 0, 0), maxRecordBytes),
    chunkDelayMs: toCount(options.chunkDelayMs, 0, 0),
    duplicateAnswer: options.duplicateAnswer ?? 'conflict',
    pollsUntilReady: toCount(options.pollsUntilReady, 4, 1),
    administratorKeys: { accessKey, secretKey },
  }, options.exportOutcome ?? 'finished');
  const controls = createControls({
    world,
    clock,
    basePath: '',
    routes,
    openRoutes: noRoutes,
    authenticate: ({ headers }) => authenticate(world, headers),
    toInterim: () => null,
    refuse: (reason) => refusals[reason],
    toHeaders,
    chunkDelayMs: world.chunkDelayMs,
  }, options.isGzipped);
  return Object.freeze({
    ...controls,
    accessKey,
    secretKey,
    setExportOutcome: (outcome: ExportOutcome) => {
      world.exportOutcome = outcome;
    },
    keysOf: (username: string) => {
      const user = world.users.find((one) => one.username === username);
      return user === undefined ? null : { accessKey: user.accessKey, secretKey: user.secretKey };
    },
  });
}

const refusals: Readonly<Record<RefusalReason, AnswerParts>> = {
  'unknown-path': toNamedRefusal(404),
  'broken-json': toNamedRefusal(400, 'Invalid request payload JSON format'),
  failure: toNamedRefusal(500, 'The simulator failed: please report it.'),
};

/** The headers that every recorded answer has. */
function toHeaders(requestNumber: number): Readonly<Record<string, string>> {
  return {
    'x-request-uuid': toHexId('request', requestNumber),
    'x-gateway-site-id': 'nginx-router-simulator-1',
    'set-cookie': 'nginx-cloud-site-id=simulator-1; path=/; HttpOnly; SameSite=Strict; Secure',
  };
}
