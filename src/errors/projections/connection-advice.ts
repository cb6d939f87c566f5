/** What to do about a call that got no usable answer: by what ended it, and by how far the request had come. */
import type { ConnectionError, ConnectionFailure, Delivery, TlsProblem } from '../model/connection-error.js';

/** What to do about a certificate, complete by its type. */
const tlsAdvice: { readonly [P in TlsProblem]: string } = {
  'self-signed': 'Pass the authority that signed it as tls.ca, or the fingerprint of this certificate as tls.fingerprint256.',
  'unknown-authority': 'Pass the authority that signed it as tls.ca; if it is a public one, let the server send the certificates in between.',
  expired: 'Renew the certificate of the server. If it is new, check the clock of this machine.',
  'not-yet-valid': 'Check the clocks of the server and of this machine.',
  'wrong-host': 'Use the host name that the certificate is for, or have one issued for this name.',
  fingerprint: 'Find out why the certificate has changed before you pin the new one: somebody may be in between.',
  handshake: 'Check that this port speaks TLS, and that both sides know a common version.',
};

/** What to do about a proxy that refuses. */
const proxyAdvice = {
  credentials: 'Put the user name and password that the proxy wants into proxyUrl or HTTPS_PROXY.',
  refusal: 'Ask whoever runs the proxy to let this host through. If it is reached without a proxy, name it in NO_PROXY.',
} as const;

interface Advice {
  readonly toWords: (error: ConnectionError) => string;
  /** Whether the request may have got anywhere, so that its fate is worth a sentence. */
  readonly hasFate: boolean;
}

const settled = (words: string): Advice => ({ toWords: () => words, hasFate: false });
const open = (words: string): Advice => ({ toWords: () => words, hasFate: true });

/** Complete by its type. */
const adviceByReason: { readonly [R in ConnectionFailure]: Advice } = {
  dns: settled('Check the spelling of the host name, and that this machine can resolve it.'),
  refused: settled('Check the port, and that the service runs and accepts connections from this machine.'),
  reset: open('A firewall, a proxy or a service that restarts is the usual cause.'),
  tls: {
    toWords: ({ tlsProblem }) => (tlsProblem === null ? 'Check the certificate of the server, and the certificates that this client was given.' : tlsAdvice[tlsProblem]),
    hasFate: false,
  },
  timeout: open('Allow more time with deadlineMs, or ask for less at once.'),
  aborted: open('If that was not intended, look for what aborts the signal of the call.'),
  protocol: open('Check the address, the port and whether it is http or https; a proxy in between is a frequent cause.'),
  proxy: { toWords: ({ proxy }) => (proxy?.status === 407 ? proxyAdvice.credentials : proxyAdvice.refusal), hasFate: false },
  transport: settled('Bundle undici with the program, or install it beside the bundle.'),
  'not-tenable': settled('Check the address: a proxy, a log-in page or another product answers there.'),
  'unsupported-version': settled('Update the product, or use a user name and password in place of API keys.'),
  other: open('Check the network between this machine and the service.'),
};

/** What became of the request, and what that means for sending it again. */
const fates: { readonly [D in Delivery]: string } = {
  'not-sent': 'Nothing was sent, so it can be tried again without harm.',
  unknown: 'The request may have been carried out: unless it only reads, find out before you send it again.',
  answered: 'The request arrived, and an answer had begun: unless it only reads, find out what it did before you send it again.',
};

/** What to do about it, in words that need no look at its fields. */
export function adviseOnConnection(error: ConnectionError): string {
  const { hasFate, toWords } = adviceByReason[error.reason];
  return hasFate || error.delivery === 'unknown' ? `${toWords(error)} ${fates[error.delivery]}` : toWords(error);
}
