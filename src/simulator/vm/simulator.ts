/** A Tenable Vulnerability Management in memory: one container, invented data, no network unless asked for. */
import type { ResultAsync } from 'neverthrow';

import type { ConnectionError } from '../../errors/connection-error.js';
import { attempt } from '../../internal/attempt.js';
import type { ApiKeys } from '../../transport/api-keys.js';
import { systemClock } from '../../transport/clock.js';
import type { Clock } from '../../transport/clock.js';
import type { Transport } from '../../transport/transport.js';
import { createAnswerSender } from '../answer-sender.js';
import type { ExportOutcome } from './export-outcome.js';
import { createFaultScript } from '../fault-script.js';
import type { Fault } from '../faults.js';
import { answerRequest } from '../handle-request.js';
import { toHexId } from '../invented-ids.js';
import { listen } from '../listen.js';
import type { SimulatorServer } from '../listen.js';
import { createSimulatedFetch } from '../simulated-fetch.js';
import { createSimulatedTransport } from '../simulated-transport.js';
import type { SeenRequest, SimulatedAnswer, SimulatedRequest } from '../simulated-exchange.js';
import { createWorld } from './world.js';
import type { DuplicateAnswer } from './world.js';

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

export interface Simulator {
  /** What clients must send. */
  readonly accessKey: string;
  readonly secretKey: string;
  /** The core: an answer at once, as data. */
  readonly handle: (request: SimulatedRequest) => SimulatedAnswer;
  /** A `fetch`-style handler. Where a fault breaks the connection it rejects, as `fetch` does. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** In process: `createVmClient({ transport: simulator.transport, … })`. */
  readonly transport: Transport;
  /** A real server on 127.0.0.1; without a port, on any that is free. Node only. */
  readonly listen: (port?: number) => ResultAsync<SimulatorServer, ConnectionError>;
  /** Adds a fault. Of those that fit a request the first happens, until it is used up. */
  readonly script: (fault: Fault) => void;
  /** Faults that have not happened as often as they should. A test ends well if there are none. */
  readonly unusedFaults: () => readonly Fault[];
  /** What was received, the earliest first; the last 10,000. */
  readonly requests: () => readonly SeenRequest[];
  /** How export jobs end that are created from now on. */
  readonly setExportOutcome: (outcome: ExportOutcome) => void;
  /** The keys of a user, by login name; `null` where there is no such user. */
  readonly keysOf: (username: string) => ApiKeys | null;
}

const maxSeenRequests = 10_000;

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
  const script = createFaultScript();
  const seen: SeenRequest[] = [];
  let requestCount = 0;
  const handle = (request: SimulatedRequest): SimulatedAnswer => {
    const received = toSeenRequest(request, clock.now());
    requestCount += 1;
    seen.push(received);
    if (seen.length >= 2 * maxSeenRequests) seen.splice(0, maxSeenRequests); // now and then: each time would be slow
    return answerRequest(world, script, received, requestCount);
  };
  return Object.freeze({
    accessKey,
    secretKey,
    handle,
    fetch: createSimulatedFetch(handle, clock),
    transport: createSimulatedTransport(handle, clock),
    listen: (port?: number) => listen(handle, createAnswerSender(clock, options.isGzipped === true), port),
    script: script.add,
    unusedFaults: script.unused,
    requests: () => seen.slice(-maxSeenRequests),
    setExportOutcome: (outcome: ExportOutcome) => {
      world.exportOutcome = outcome;
    },
    keysOf: (username: string) => {
      const user = world.users.find((one) => one.username === username);
      return user === undefined ? null : { accessKey: user.accessKey, secretKey: user.secretKey };
    },
  });
}

/** A whole number from `least` on; anything else is the default. */
function toCount(value: number | undefined, otherwise: number, least: number): number {
  return value !== undefined && Number.isSafeInteger(value) && value >= least ? value : otherwise;
}

function toSeenRequest({ body, headers, method, url }: SimulatedRequest, atMs: number): SeenRequest {
  const parsed = attempt(() => new URL(url, 'http://simulator.invalid'));
  const lowerCase = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method: method.toUpperCase(),
    path: parsed.ok ? parsed.value.pathname : url,
    query: parsed.ok ? parsed.value.search.slice(1) : '',
    headers: Object.fromEntries(lowerCase),
    body: body ?? '',
    atMs,
  };
}
