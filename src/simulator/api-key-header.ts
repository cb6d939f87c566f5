/** Keys as clients send them: `accessKey=…; secretKey=…`. */
import type { ApiKeys } from '../connection/api-keys.js';

/** The keys in a header; `''` for what is missing. Names in any case, blanks and a last semicolon as one likes. */
export function readApiKeys(header: string | undefined): ApiKeys {
  const pairs = new Map((header ?? '').split(';').map((pair): readonly [string, string] => {
    const [name = '', ...rest] = pair.split('=');
    return [name.trim().toLowerCase(), rest.join('=').trim()];
  }));
  return { accessKey: pairs.get('accesskey') ?? '', secretKey: pairs.get('secretkey') ?? '' };
}
