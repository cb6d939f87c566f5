/** A simulated Security Center and a client of it, in virtual time. */
import { createScClient } from 'tenable-result';
import type { ScClient, ScConfig } from 'tenable-result';
import { createScSimulator, createVirtualClock } from 'tenable-result/simulator';
import type { ScSimulator, ScSimulatorOptions, VirtualClock } from 'tenable-result/simulator';

import { expectOk } from '../../support/expect-result.js';

export interface ScLab {
  readonly clock: VirtualClock;
  readonly simulator: ScSimulator;
  readonly sc: ScClient;
  /** A client that logs in with user name and password instead of keys. */
  readonly logIn: (username: string, config?: ScConfig) => ScClient;
  /** A client with the keys of a user. */
  readonly actAs: (username: string) => ScClient;
  /** What work comes to, in the lab's time. */
  readonly settle: VirtualClock['settle'];
}

export function openScLab(options: ScSimulatorOptions = {}): ScLab {
  const clock = createVirtualClock();
  const simulator = createScSimulator({ clock, ...options });
  const { transport, url } = simulator;
  const shared = { url, transport, clock, retry: { maxRetries: 0 } };
  const createClient = (config: ScConfig): ScClient => expectOk(createScClient({ ...shared, ...config }));
  return {
    clock,
    simulator,
    sc: createClient(simulator.keysOf('admin') ?? {}),
    logIn: (username, config) => createClient({ ...simulator.logInOf(username), ...config }),
    actAs: (username) => createClient(simulator.keysOf(username) ?? {}),
    settle: clock.settle,
  };
}
