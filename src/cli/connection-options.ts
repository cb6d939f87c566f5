/** The options of a command that say how it gets to a product. */
import { readFileSync } from 'node:fs';

import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { TransportOptions } from '../index.js';
import { attempt } from '../internal/attempt.js';

export const connectionOptions = { proxy: { type: 'string' }, ca: { type: 'string' } } as const;

interface ConnectionValues {
  readonly proxy?: string | undefined;
  readonly ca?: string | undefined;
}

/** What a client gets of them. The client checks what is in them. */
export function parseConnection({ ca, proxy }: ConnectionValues): Result<TransportOptions, string> {
  if (proxy === '') return err('--proxy should be a URL such as http://proxy.example.com:3128');
  const read = ca === undefined ? null : attempt(() => readFileSync(ca, 'utf8'));
  if (read !== null && !read.ok) return err(`--ca: ${ca ?? ''} cannot be read`);
  return ok({ ...(proxy === undefined ? {} : { proxyUrl: proxy }), ...(read === null ? {} : { tls: { ca: read.value } }) });
}
