/** What every simulator can do, whichever product it is. */
import type { ResultAsync } from 'neverthrow';

import type { ConnectionError } from '../errors/model/connection-error.js';
import { attempt } from '../internal/attempt.js';
import type { ApiKeys } from '../connection/api-keys.js';
import type { Transport } from '../transport/transport.js';
import { createAnswerSender } from './answer-sender.js';
import { createFaultScript } from './fault-script.js';
import type { Fault } from './fault.js';
import { answerRequest } from './handle-request.js';
import { listen } from './listen.js';
import type { ListenOptions, SimulatorServer } from './listen.js';
import type { SimulatedProduct } from './product.js';
import { createSimulatedFetch } from './simulated-fetch.js';
import { createSimulatedTransport } from './simulated-transport.js';
import type { SeenRequest, SimulatedAnswer, SimulatedRequest } from './simulated-exchange.js';

export interface SimulatorControls {
  /** The core: an answer at once, as data. */
  readonly handle: (request: SimulatedRequest) => SimulatedAnswer;
  /** A `fetch`-style handler. Where a fault breaks the connection it rejects, as `fetch` does. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** In process: `createVmClient({ transport: simulator.transport, … })`. */
  readonly transport: Transport;
  /**
   * A real server on 127.0.0.1, over HTTPS with `tls`; without a port, on any that is free. A number is the port alone.
   * Node only.
   */
  readonly listen: (options?: number | ListenOptions) => ResultAsync<SimulatorServer, ConnectionError>;
  /** Adds a fault. Of those that fit a request the first happens, until it is used up. */
  readonly script: (fault: Fault) => void;
  /** Faults that have not happened as often as they should. A test ends well if there are none. */
  readonly unusedFaults: () => readonly Fault[];
  /** What was received, the earliest first; the last 10,000. */
  readonly requests: () => readonly SeenRequest[];
}

/** User name and password, as clients take them. */
export interface SimulatedLogIn {
  readonly username: string;
  readonly password: string;
}

const maxSeenRequests = 10_000;

/** The controls of a product. With `isGzipped`, a server compresses chunks for clients that accept it. */
export function createControls<World, User>(product: SimulatedProduct<World, User>, isGzipped = false): SimulatorControls {
  const { basePath, clock } = product;
  const script = createFaultScript(basePath);
  const seen: SeenRequest[] = [];
  let requestCount = 0;
  const handle = (request: SimulatedRequest): SimulatedAnswer => {
    const received = toSeenRequest(request, clock.now());
    requestCount += 1;
    seen.push(received);
    if (seen.length >= 2 * maxSeenRequests) seen.splice(0, maxSeenRequests); // now and then: each time would be slow
    return answerRequest(product, script, received, requestCount);
  };
  return {
    handle,
    fetch: createSimulatedFetch(handle, clock),
    transport: createSimulatedTransport(handle, clock),
    listen: (options?: number | ListenOptions) => listen(handle, createAnswerSender(clock, isGzipped), typeof options === 'number' ? { port: options } : options),
    script: script.add,
    unusedFaults: script.unused,
    requests: () => seen.slice(-maxSeenRequests),
  };
}

function toSeenRequest({ body, hasClientCertificate, headers, method, url }: SimulatedRequest, atMs: number): SeenRequest {
  const parsed = attempt(() => new URL(url, 'http://simulator.invalid'));
  const lowerCase = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method: method.toUpperCase(),
    path: parsed.ok ? parsed.value.pathname : url,
    query: parsed.ok ? parsed.value.search.slice(1) : '',
    headers: Object.fromEntries(lowerCase),
    body: body ?? '',
    ...(hasClientCertificate === true ? { hasClientCertificate } : {}),
    atMs,
  };
}

interface Account extends ApiKeys {
  readonly password: string;
}

/** What tells the credentials of a user, by login name. */
export function createAccountControls(find: (username: string) => Account | undefined): {
  readonly keysOf: (username: string) => ApiKeys | null;
  readonly logInOf: (username: string) => SimulatedLogIn | null;
} {
  const tell = <T>(username: string, toTold: (account: Account) => T): T | null => {
    const account = find(username);
    return account === undefined ? null : toTold(account);
  };
  return {
    keysOf: (username) => tell(username, ({ accessKey, secretKey }) => ({ accessKey, secretKey })),
    logInOf: (username) => tell(username, ({ password }) => ({ username, password })),
  };
}

/** A whole number from `least` on; anything else is the default. */
export function toCount(value: number | undefined, otherwise: number, least: number): number {
  return value !== undefined && Number.isSafeInteger(value) && value >= least ? value : otherwise;
}
