/** The invented agents of the simulated container, linked to the cloud scanner. */
import { toUuid } from '../../invented-ids.js';
import { toHost } from '../../records/hosts.js';
import { toUnixSeconds } from '../../records/invented-time.js';

export interface SimulatedAgent {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly platform: string;
  readonly distro: string;
  readonly ip: string;
  readonly linked_on: number;
  readonly status: 'on' | 'off';
  /** These and what follows are left out for agents that never connected. */
  readonly plugin_feed_id?: string;
  readonly core_build?: string;
  readonly core_version?: string;
  readonly last_connect?: number;
  readonly groups?: readonly { readonly name: string; readonly id: number }[];
}

/** The scanner that agents are linked through. */
export const cloudScannerId = 1;

const agentCount = 120;

/** 120 agents; every fourth has never connected. */
export function createAgents(): readonly SimulatedAgent[] {
  return Array.from({ length: agentCount }, (_, at) => createAgent(at));
}

function createAgent(at: number): SimulatedAgent {
  const host = toHost(at * 3); // the hosts with an agent
  const linked = {
    id: 5001 + at,
    uuid: toUuid('agent', at),
    name: host.netbiosName,
    platform: at % 2 === 0 ? 'LINUX' : 'WINDOWS',
    distro: at % 2 === 0 ? 'example12-x86-64' : 'win-x86-64',
    ip: host.ipv4,
    linked_on: toUnixSeconds(-200 + at),
  } as const;
  if (at % 4 === 3) return { ...linked, status: 'off' };
  return {
    ...linked,
    status: at % 4 === 2 ? 'off' : 'on',
    plugin_feed_id: '202512310000',
    core_build: '7',
    core_version: '10.9.0',
    last_connect: toUnixSeconds(-1, at * 60),
    groups: [{ name: at % 2 === 0 ? 'Servers' : 'Desktops', id: at % 2 === 0 ? 61 : 62 }],
  };
}
