/** The invented machines that everything in the simulated container is about: names and addresses for documentation only. */
import { toHexId, toUuid } from '../invented-ids.js';

export interface SimulatedHost {
  readonly number: number;
  readonly uuid: string;
  readonly fqdn: string;
  readonly netbiosName: string;
  readonly ipv4: string;
  readonly macAddress: string;
  readonly operatingSystem: string;
  readonly hasAgent: boolean;
}

const operatingSystems: readonly string[] = ['Example Linux 12', 'Example Server 2022', 'Example Desktop 11', 'Example Router OS 7'];

/** Two networks that are set aside for documentation; addresses repeat after 508 machines. */
const networks: readonly string[] = ['192.0.2', '198.51.100'];

/** Machine number `number`, counted from 0. */
export function toHost(number: number): SimulatedHost {
  const digits = toHexId('mac', number).slice(0, 6);
  const label = String(number + 1).padStart(4, '0');
  return {
    number,
    uuid: toUuid('host', number),
    fqdn: `host-${label}.example.com`,
    netbiosName: `HOST-${label}`,
    ipv4: `${networks[Math.floor(number / 254) % networks.length] ?? ''}.${(number % 254) + 1}`,
    macAddress: `02:00:00:${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4)}`,
    operatingSystem: operatingSystems[number % operatingSystems.length] ?? '',
    hasAgent: number % 3 === 0,
  };
}

/** Days on which a machine was first and last seen, spread over months so that filters of times select a part. */
export function toSeenDays(number: number): { readonly first: number; readonly last: number } {
  return { first: -60 - (number % 30), last: -1 - (number % 28) };
}
