/** A throw-away authority and certificates of it, made by `openssl` in a temporary folder. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface Certificates {
  readonly ca: string;
  /** An authority that signed none of these. */
  readonly otherCa: string;
  readonly good: Certificate;
  readonly expired: Certificate;
  readonly notYetValid: Certificate;
  readonly wrongHost: Certificate;
  readonly selfSigned: Certificate;
  /** Signed by an authority that `ca` signed, which is in its `cert` too. */
  readonly chained: Certificate;
  /** Only for servers that want to know who calls. */
  readonly client: Certificate;
  /** The key of `client` under the passphrase. */
  readonly lockedKey: string;
  /** `client` as PKCS #12 under the passphrase. */
  readonly pfx: Uint8Array;
  readonly passphrase: string;
}

const passphrase = 'CANARY-passphrase-7';

/** What `openssl ca` wants to know; it is the only part of `openssl` that takes the day when a certificate begins. */
const caConfig = `[ca]
default_ca = one
[one]
database = index.txt
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
rand_serial = yes
default_md = sha256
policy = any
[any]
commonName = supplied
`;

function createCertificates(): Certificates | null {
  const folder = mkdtempSync(join(tmpdir(), 'tenable-result-faults-'));
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  };
  const readText = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const read = (name: string): Certificate => ({ cert: readText(`${name}.pem`), key: readText(`${name}.key`) });
  const request = (name: string, extensions: string): void => {
    writeFileSync(join(folder, `${name}.ext`), `${extensions}\n`);
    openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
  };
  const issue = (name: string, extensions: string, days = '2', by = 'ca'): Certificate => {
    request(name, extensions);
    openssl('x509', '-req', '-in', `${name}.csr`, '-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial', '-days', days, '-extfile', `${name}.ext`, '-out', `${name}.pem`);
    return read(name);
  };
  const issueFrom = (name: string, extensions: string, start: string, end: string): Certificate => {
    writeFileSync(join(folder, 'ca.cnf'), caConfig);
    writeFileSync(join(folder, 'index.txt'), '');
    request(name, extensions);
    openssl('ca', '-batch', '-notext', '-config', 'ca.cnf', '-in', `${name}.csr`, '-extfile', `${name}.ext`, '-startdate', start, '-enddate', end, '-out', `${name}.pem`);
    return read(name);
  };
  const signSelf = (name: string): Certificate => {
    openssl('req', '-x509', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2');
    return read(name);
  };
  const here = 'subjectAltName=IP:127.0.0.1';
  const chain = (): Certificate => {
    const between = issue('between', 'basicConstraints=critical,CA:TRUE');
    const { cert, key } = issue('chained', here, '2', 'between');
    return { cert: cert + between.cert, key };
  };
  try {
    return {
      ca: signSelf('ca').cert,
      otherCa: signSelf('other-ca').cert,
      good: issue('good', here),
      expired: issue('expired', here, '-1'),
      notYetValid: issueFrom('not-yet-valid', here, '20900101000000Z', '20910101000000Z'),
      wrongHost: issue('wrong-host', 'subjectAltName=DNS:elsewhere.example'),
      selfSigned: signSelf('self-signed'),
      chained: chain(),
      client: issue('client', 'extendedKeyUsage=clientAuth'),
      ...lock(),
      passphrase,
    };
  } catch {
    console.log('openssl is missing or of another kind: the faults of certificates are skipped.');
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  function lock(): Pick<Certificates, 'lockedKey' | 'pfx'> {
    openssl('pkey', '-in', 'client.key', '-aes256', '-passout', `pass:${passphrase}`, '-out', 'locked.key');
    openssl('pkcs12', '-export', '-inkey', 'client.key', '-in', 'client.pem', '-passout', `pass:${passphrase}`, '-out', 'client.p12');
    return { lockedKey: readText('locked.key'), pfx: new Uint8Array(readFileSync(join(folder, 'client.p12'))) };
  }
}

/** `null` where there is no `openssl`. */
export const certificates: Certificates | null = createCertificates();
