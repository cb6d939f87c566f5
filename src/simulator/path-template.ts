/** Path templates of the catalogue, read backwards: from a request's path to the parameters in it. */
import { attempt } from '../internal/attempt.js';

/** The decoded parameters of a path, `null` where it does not fit the template: `/scans/{scan_id}`, `/scans/42`. */
export function matchPath(template: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, segment] of wanted.entries()) {
    const text = given[at] ?? '';
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    const decoded = attempt(() => decodeURIComponent(text));
    if (name === undefined ? segment !== text : text === '' || !decoded.ok) return null;
    if (name !== undefined && decoded.ok) params[name] = decoded.value;
  }
  return params;
}
