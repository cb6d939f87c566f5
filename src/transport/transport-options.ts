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
  /**
   * SHA-256 fingerprint of the server's own certificate, as `openssl x509 -fingerprint -sha256` tells it: this
   * certificate is trusted, whoever signed it and whatever it says, and no other. Not through a proxy.
   */
  readonly fingerprint256?: string;
  /** `true` trusts any certificate, and so anybody in between: `onWarning` of the hooks is told. Default `false`. */
  readonly insecure?: boolean;
}

export interface TransportOptions {
  /** Node only. What is trusted besides the platform's authorities. Certificates are verified unless `insecure` says otherwise. */
  readonly tls?: TlsOptions;
  /** Node only. URL of an HTTP proxy, `http://` or `https://`. Default: none; the environment is not looked at. */
  readonly proxyUrl?: string;
}
