/** Trust in one certificate, told by its fingerprint, instead of in authorities. */
import type { PeerCertificate, TLSSocket } from 'node:tls';

/** Whether the certificate of a connection is the one with this SHA-256 fingerprint. */
export function isPinned(socket: TLSSocket, fingerprint256: string): boolean {
  const shown: Partial<PeerCertificate> = socket.getPeerCertificate(); // empty where the peer showed none
  return shown.fingerprint256 !== undefined && toPlainHex(shown.fingerprint256) === toPlainHex(fingerprint256);
}

/** `AB:CD:…` and `abcd…` are the same. */
function toPlainHex(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toLowerCase();
}
