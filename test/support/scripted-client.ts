import type { ApiKeyConfig, VmClient } from 'tenable-result';
import { createVmClient } from 'tenable-result';

import { createVirtualClock } from '../../src/simulator/virtual-clock.js';
import type { VirtualClock } from '../../src/simulator/virtual-clock.js';
import { expectOk } from './expect-result.js';
import { createScript } from './scripted-transport.js';
import type { Script, ScriptedAnswer } from './scripted-transport.js';

export interface ScriptedClient extends Script {
  readonly vm: VmClient;
  readonly clock: VirtualClock;
  /** Seconds of virtual time since the start. */
  readonly elapsedMs: () => number;
}

/** A VM client over a script, in virtual time, whose waits are as long as they may be. */
export function createScriptedClient(answers: readonly ScriptedAnswer[], config: ApiKeyConfig = {}): ScriptedClient {
  const script = createScript(answers);
  const clock = createVirtualClock();
  const startedAtMs = clock.now();
  const vm = expectOk(createVmClient({
    accessKey: 'test-access-key',
    secretKey: 'test-secret-key',
    transport: script.transport,
    clock,
    random: () => 1,
    ...config,
  }));
  return { ...script, vm, clock, elapsedMs: () => clock.now() - startedAtMs };
}
