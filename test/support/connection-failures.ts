import type { ConnectionFailure } from 'tenable-result';

const decided: { readonly [Reason in ConnectionFailure]: true } = {
  dns: true, refused: true, reset: true, tls: true, timeout: true, aborted: true, protocol: true, 'not-tenable': true,
  'unsupported-version': true, proxy: true, transport: true, other: true,
};

/** Every reason of a `ConnectionError`, complete by its type. */
export const connectionFailures = Object.keys(decided) as readonly ConnectionFailure[]; // the keys of the literal above
