/** Trust in one certificate, told by its fingerprint, instead of in authorities. Node only. */
import type { Socket } from 'node:net';
import type { PeerCertificate, TLSSocket } from 'node:tls';

import type { buildConnector } from 'undici';

/** The connector, which lets go of a connection whose certificate is not the pinned one before anything is sent. */
export function withFingerprint(connect: buildConnector.connector, fingerprint256: string): buildConnector.connector {
  const pinned = toPlainHex(fingerprint256);
  return (options, callback) => {
    connect(options, (...outcome) => {
      const [failure, socket] = outcome;
      if (failure !== null || isPinned(socket, pinned)) {
        callback(...outcome);
        return;
      }
      socket.destroy();
      callback(Object.assign(new Error('another certificate'), { code: 'ERR_TLS_FINGERPRINT' }), null);
    });
  };
}

function isPinned(socket: Socket | TLSSocket, pinned: string): boolean {
  if (!('getPeerCertificate' in socket)) return false;
  const { fingerprint256 } = socket.getPeerCertificate() as Partial<PeerCertificate>; // empty where the peer showed none
  return fingerprint256 !== undefined && toPlainHex(fingerprint256) === pinned;
}

/** `AB:CD:…` and `abcd…` are the same. */
function toPlainHex(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toLowerCase();
}
