/** What a transport of the platform can be told. Which of it works depends on the platform. */

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
}

export interface TransportOptions {
  /** Node only. Certificates are always verified; this adds to what is trusted. Default: the platform's authorities. */
  readonly tls?: TlsOptions;
  /** Node only. URL of an HTTP proxy, `http://` or `https://`. Default: none; the environment is not looked at. */
  readonly proxyUrl?: string;
}
