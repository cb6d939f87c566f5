/** A simulated Nessus and a client of it, in virtual time. */
import { createNessusClient } from 'tenable-result';
import type { NessusClient, SessionConfig } from 'tenable-result';
import { createNessusSimulator, createVirtualClock } from 'tenable-result/simulator';
import type { NessusSimulator, NessusSimulatorOptions, VirtualClock } from 'tenable-result/simulator';

import { expectOk } from '../../support/expect-result.js';

export interface NessusLab {
  readonly clock: VirtualClock;
  readonly simulator: NessusSimulator;
  readonly nessus: NessusClient;
  /** A client that logs in with user name and password instead of keys. */
  readonly logIn: (username: string, config?: SessionConfig) => NessusClient;
  /** A client with the keys of a user. */
  readonly actAs: (username: string) => NessusClient;
  /** What work comes to, in the lab's time. */
  readonly settle: VirtualClock['settle'];
}

export function openNessusLab(options: NessusSimulatorOptions = {}): NessusLab {
  const clock = createVirtualClock();
  const simulator = createNessusSimulator({ clock, ...options });
  const shared = { transport: simulator.transport, clock, retry: { maxRetries: 0 } };
  const createClient = (config: SessionConfig): NessusClient => expectOk(createNessusClient({ ...shared, ...config }));
  return {
    clock,
    simulator,
    nessus: createClient(simulator.keysOf('admin') ?? {}),
    logIn: (username, config) => createClient({ ...simulator.logInOf(username), ...config }),
    actAs: (username) => createClient(simulator.keysOf(username) ?? {}),
    settle: clock.settle,
  };
}
