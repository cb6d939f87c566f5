/** Path templates: `/scans/{scan_id}`. A parameter cannot leave its segment. */
import { err, ok } from 'neverthrow';
import type { Result } from 'neverthrow';

import type { Issue } from '../errors/model/issue.js';
import { attempt } from '../internal/attempt.js';
import { describeSegmentSlip, withSlip } from '../internal/describe-slip.js';
import { describeType } from '../internal/describe-type.js';

/** The names of a template's parameters: `PathParam<'/users/{user_id}/chpasswd'>` is `'user_id'`. */
export type PathParam<Path extends string> =
  Path extends `${string}{${infer Name}}${infer Rest}` ? Name | PathParam<Rest> : never;

/** The names of a template's parameters, in order. */
export function toPathParams(template: string): readonly string[] {
  return toParts(template).filter((_part, at) => at % 2 === 1);
}

/** The path with its parameters filled in and encoded, or what is wrong with them. */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): Result<string, readonly Issue[]> {
  const parts = toParts(template);
  if (parts.length === 1) return ok(template);
  const issues: Issue[] = [];
  let path = '';
  parts.forEach((part, at) => {
    const segment = at % 2 === 0 ? part : toSegment(values[part]);
    if (segment === null) issues.push({ path: part, expected: withSlip('a number or text that can stand in a path', toSlip(values[part])), received: describeType(values[part]) });
    else path += segment;
  });
  return issues.length === 0 ? ok(path) : err(issues);
}

/** Templates are few and used again and again; more than these are taken apart each time. */
const maxTemplates = 2000;
const partsByTemplate = new Map<string, readonly string[]>();

/** What stands as it is and names of parameters, by turns. */
function toParts(template: string): readonly string[] {
  const known = partsByTemplate.get(template);
  if (known !== undefined) return known;
  const parts = template.split(/\{([^{}]+)\}/);
  if (partsByTemplate.size < maxTemplates) partsByTemplate.set(template, parts);
  return parts;
}

/** Control characters and `\` are read in different ways; half a pair has no encoding. */
// eslint-disable-next-line no-control-regex -- control characters are what is refused
const segmentRule = { refused: /[\u0000-\u001f\u007f\p{Cs}\\]/u, maxLength: Infinity } as const;

function toSlip(value: unknown): string {
  return typeof value === 'string' ? describeSegmentSlip(value, segmentRule) : '';
}

function toSegment(value: unknown): string | null {
  if (typeof value !== 'string' && !(typeof value === 'number' && Number.isFinite(value))) return null;
  const text = String(value);
  if (toSlip(text) !== '') return null;
  const encoded = attempt(() => encodeURIComponent(text)); // a lone surrogate has no encoding
  return encoded.ok ? encoded.value : null;
}
