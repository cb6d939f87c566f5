/** What a transport of the platform can be told. Which of it works depends on the platform. */

import type { Sender } from './transport.js';

export interface TlsOptions {
  /** Certificates of authorities to trust besides the platform's, PEM. */
  readonly ca?: string | readonly string[];
  /** Client certificate, PEM. Needs `key`. */
  readonly cert?: string;
  /** Private key of the client certificate, PEM. */
  readonly key?: string;
  /** Client certificate and key as PKCS #12. */
  readonly pfx?: Uint8Array;
  /** Passphrase of `key` or `pfx`. */
  readonly passphrase?: string;
  /**
   * SHA-256 fingerprint of the server's own certificate, as `openssl x509 -fingerprint -sha256` tells it: this
   * certificate is trusted, whoever signed it and whatever it says, and no other. Through a proxy, too.
   */
  readonly fingerprint256?: string;
  /** `true` trusts any certificate, and so anybody in between: `onWarning` of the hooks is told. Default `false`. */
  readonly insecure?: boolean;
}

export interface TransportOptions {
  /** Node only. What is trusted besides the platform's authorities, `NODE_EXTRA_CA_CERTS` included. Certificates are verified unless `insecure` says otherwise. */
  readonly tls?: TlsOptions | undefined;
  /**
   * Node only. URL of an HTTP proxy, `http://` or `https://`, with user name and password where it wants them. Default: what
   * `HTTPS_PROXY` and `NO_PROXY` say.
   */
  readonly proxyUrl?: string | undefined;
  /**
   * Node only. Whether `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` (or the same in lower case) are looked at where there is no
   * `proxyUrl`. Default `true`.
   */
  readonly proxyFromEnvironment?: boolean | undefined;
}

/** The options of a transport, and where it is to go. */
export interface TransportSettings extends TransportOptions {
  /** Scheme, host and port. */
  readonly origin: string;
}

/** What moves the requests of a client, and holds connections. */
export interface PlatformTransport {
  readonly send: Sender;
  /** Ends all connections; nothing can be sent after that. May be called twice. */
  readonly close: () => void;
}
