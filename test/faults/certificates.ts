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
  readonly good: Certificate;
  readonly expired: Certificate;
  readonly wrongHost: Certificate;
  readonly selfSigned: Certificate;
}

function createCertificates(): Certificates | null {
  const folder = mkdtempSync(join(tmpdir(), 'tenable-result-faults-'));
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const read = (name: string): Certificate => ({
    cert: readFileSync(join(folder, `${name}.pem`), 'utf8'),
    key: readFileSync(join(folder, `${name}.key`), 'utf8'),
  });
  const issue = (name: string, subject: string, days: string): Certificate => {
    writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${subject}\n`);
    openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    openssl('x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', days, '-extfile', `${name}.ext`, '-out', `${name}.pem`);
    return read(name);
  };
  const signSelf = (name: string): Certificate => {
    openssl('req', '-x509', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2');
    return read(name);
  };
  try {
    return {
      ca: signSelf('ca').cert,
      good: issue('good', 'IP:127.0.0.1', '2'),
      expired: issue('expired', 'IP:127.0.0.1', '-1'),
      wrongHost: issue('wrong-host', 'DNS:elsewhere.example', '2'),
      selfSigned: signSelf('self-signed'),
    };
  } catch {
    console.log('openssl is missing or of another kind: the faults of certificates are skipped.');
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `null` where there is no `openssl`. */
export const certificates: Certificates | null = createCertificates();
